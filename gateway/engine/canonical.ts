import {
  getNamedType,
  GraphQLError,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  print,
  type ArgumentNode,
  type ASTNode,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type InlineFragmentNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { planTooComplex } from './limits.ts';

/**
 * The canonical form of an operation: conditions are decided, named fragments are inlined, and every field has a key
 * that is made of its name, its arguments and the client's alias. Planner and executor know fields by that key alone,
 * so that one entity at two places cannot collide with itself, and an alias cannot be taken for a key field. What the
 * client calls a field stands in `responseKey`, which only the projection reads.
 */
export type Selection = Field | Fragment;

export interface Field {
  kind: 'field';
  key: string;
  name: string;
  responseKey: string;
  arguments: readonly ArgumentNode[];
  /** Null where the field is a leaf. */
  selections: readonly Selection[] | null;
  /** Why the caller may not have it; it is null in the answer and no subgraph is asked for it. */
  refusal: GraphQLError | null;
  /** The client's own node. */
  node: FieldNode | null;
}

export interface Fragment {
  kind: 'fragment';
  /** Type that an object must have. */
  on: string;
  selections: readonly Selection[];
  /** The part of the answer that comes later with `@defer`; null for what belongs to the first part. */
  deferral: Deferral | null;
}

/** A fragment that the client lets come later. */
export interface Deferral {
  id: number;
  label: string | undefined;
  /** The deferred fragment that it is in. */
  parent: Deferral | null;
}

export interface CanonicalOperation {
  type: 'query' | 'mutation' | 'subscription';
  /** Name of the root type. */
  root: string;
  selections: readonly Selection[];
  keys: CanonicalKeys;
  definition: OperationDefinitionNode;
  /** What asks the schema about itself: no subgraph can answer it. */
  introspection: readonly Field[];
  deferrals: readonly Deferral[];
}

/** Says which types and fields a caller may not have. */
export interface FieldPolicy {
  /** Stands for everything that decides: callers with equal keys are treated alike. */
  key: string;
  /** Why a type, or a field of it, may not be had; null if it may. */
  refusal(type: string, field?: string): GraphQLError | null;
}

/** Gives every field of an operation a name that no client has chosen. */
export class CanonicalKeys {
  private readonly ids = new Map<string, number>();
  private readonly separator: string;
  private readonly conflicting: ReadonlySet<string>;

  constructor(separator: string, conflicting: ReadonlySet<string>) {
    this.separator = separator;
    this.conflicting = conflicting;
  }

  /** The key of a field: its own name where it has no arguments and no alias, and no object of JavaScript inherits that. */
  of(name: string, args: readonly ArgumentNode[], alias: string = name): string {
    if (args.length === 0 && alias === name && !(name in Object.prototype)) return name;
    return this.numbered(name, `${name} ${alias} ${argumentsText(args)}`);
  }

  /** The key of a field on objects of one type, where members of an abstract type have it with different types. */
  onType(typeName: string, key: string, name: string): string {
    if (!this.conflicting.has(`${typeName}.${name}`)) return key;
    return `${key}${this.separator}0${this.id(`type ${typeName}`)}`;
  }

  private numbered(name: string, identity: string): string {
    return `${name}${this.separator}${this.id(identity)}`;
  }

  private id(identity: string): number {
    const known = this.ids.get(identity);
    if (known !== undefined) return known;
    const id = this.ids.size + 1;
    this.ids.set(identity, id);
    return id;
  }
}

/** Selections as text, by the keys of their fields. */
export function selectionsText(selections: readonly Selection[]): string {
  const texts = selections.map((selection) => {
    const inside = selection.selections ? `{${selectionsText(selection.selections)}}` : '';
    return (selection.kind === 'field' ? selection.key : `... on ${selection.on}`) + inside;
  });
  return texts.join(' ');
}

/** Arguments as text, equal for arguments that the specification calls equal: in whatever order they are written. */
function argumentsText(args: readonly ArgumentNode[]): string {
  const texts = args.map(({ name, value }) => `${name.value}: ${valueText(value)}`);
  return texts.sort().join(', ');
}

function valueText(value: ValueNode): string {
  if (value.kind === Kind.LIST) return `[${value.values.map(valueText).join(', ')}]`;
  if (value.kind !== Kind.OBJECT) return print(value);
  const fields = value.fields.map((field) => `${field.name.value}: ${valueText(field.value)}`);
  return `{${fields.sort().join(', ')}}`;
}

/** The operation of a name in a document, or its only one, and the fragments by name. */
export function partsOf({ definitions }: DocumentNode, operationName: string | undefined) {
  const fragments = new Map<string, FragmentDefinitionNode>();
  let operation: OperationDefinitionNode | undefined;
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    const named = !operationName || ('name' in definition && definition.name?.value === operationName);
    if (definition.kind === Kind.OPERATION_DEFINITION && named) operation ??= definition;
  }
  return { operation: operation!, fragments };
}

/** The variables that `@skip`, `@include` and `@defer` of an operation depend on. */
export function conditionVariables(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): string[] {
  const names = new Set<string>();
  const visit = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      for (const directive of selection.directives ?? []) {
        const value = conditionOf(directive);
        if (value?.kind === Kind.VARIABLE) names.add(value.name.value);
      }
      if (selection.kind !== Kind.FRAGMENT_SPREAD && selection.selectionSet) visit(selection.selectionSet);
    }
  };
  visit(operation.selectionSet);
  for (const fragment of fragments.values()) visit(fragment.selectionSet);
  return [...names];
}

const conditionOf = ({ arguments: args }: DirectiveNode) => args?.find(({ name }) => name.value === 'if')?.value;

export interface CanonicalOptions {
  /** What clients may see. */
  schema: GraphQLSchema;
  separator: string;
  conflicting: ReadonlySet<string>;
  policy?: FieldPolicy;
  /** Whether what is deferred may come later; otherwise it belongs to the answer like everything else. */
  incremental: boolean;
  /** Most fields and fragments that an operation may have once its fragments are inlined. */
  mostSelections: number;
}

/**
 * Brings an operation into its canonical form.
 * @param variables the coerced values of the variables on which conditions depend
 * @throws PLAN_TOO_COMPLEX where inlined fragments make it too large
 */
export function canonicalOperation(
  definition: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  variables: Readonly<Record<string, unknown>>,
  options: CanonicalOptions,
): CanonicalOperation {
  const inliner = new Inliner(fragments, variables, options);
  const root = options.schema.getRootType(definition.operation);
  if (!root) throw badInput(`The schema has no ${definition.operation}s.`, definition);
  const selections = inliner.selections(definition.selectionSet, root, null);
  return {
    type: definition.operation,
    root: root.name,
    selections,
    keys: inliner.keys,
    definition,
    introspection: inliner.introspection,
    deferrals: inliner.deferrals,
  };
}

/** The error for an operation that does not fit the schema, which validation would have refused. */
const badInput = (message: string, nodes: ASTNode) =>
  new GraphQLError(message, { nodes, extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });

class Inliner {
  readonly keys: CanonicalKeys;
  readonly introspection: Field[] = [];
  readonly deferrals: Deferral[] = [];
  private count = 0;
  /** The deferred fragment whose selections are being inlined. */
  private within: Deferral | null = null;
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly variables: Readonly<Record<string, unknown>>;
  private readonly options: CanonicalOptions;

  constructor(
    fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    variables: Readonly<Record<string, unknown>>,
    options: CanonicalOptions,
  ) {
    this.fragments = fragments;
    this.variables = variables;
    this.options = options;
    this.keys = new CanonicalKeys(options.separator, options.conflicting);
  }

  selections(
    { selections }: SelectionSetNode,
    type: GraphQLCompositeType,
    refusal: GraphQLError | null,
    visited: ReadonlySet<string> = new Set(),
  ): Selection[] {
    const result: Selection[] = [];
    const seen = new Set(visited);
    this.collect(selections, type, refusal, seen, result);
    return result;
  }

  private collect(
    selections: readonly SelectionNode[],
    type: GraphQLCompositeType,
    refusal: GraphQLError | null,
    seen: Set<string>,
    into: Selection[],
  ): void {
    for (const selection of selections) {
      if (!this.included(selection.directives)) continue;
      this.count += 1;
      if (this.count > this.options.mostSelections) {
        throw planTooComplex(`it has more than ${this.options.mostSelections} fields once its fragments are inlined`);
      }
      if (selection.kind === Kind.FIELD) into.push(this.field(selection, type, refusal));
      else this.fragment(selection, type, refusal, seen, into);
    }
  }

  private fragment(
    node: InlineFragmentNode | FragmentSpreadNode,
    type: GraphQLCompositeType,
    outer: GraphQLError | null,
    seen: Set<string>,
    into: Selection[],
  ): void {
    const deferral = this.deferralOf(node.directives);
    let definition: InlineFragmentNode | FragmentDefinitionNode | undefined;
    if (node.kind === Kind.INLINE_FRAGMENT) {
      definition = node;
    } else {
      // What a fragment selects is there already when it is spread again.
      if (seen.has(node.name.value)) return;
      if (!deferral) seen.add(node.name.value);
      definition = this.fragments.get(node.name.value);
    }
    if (!definition) return;
    const condition = definition.typeCondition?.name.value ?? type.name;
    const on = this.options.schema.getType(condition);
    if (!isCompositeType(on)) return;
    const refusal = outer ?? this.options.policy?.refusal(on.name) ?? null;
    if (on === type && !deferral && !refusal) {
      this.collect(definition.selectionSet.selections, type, refusal, seen, into);
      return;
    }
    const outside = this.within;
    this.within = deferral ?? outside;
    const inside = this.selections(definition.selectionSet, on, refusal, deferral ? new Set() : seen);
    this.within = outside;
    if (inside.length > 0) into.push({ kind: 'fragment', on: on.name, selections: inside, deferral });
  }

  private field(node: FieldNode, type: GraphQLCompositeType, outer: GraphQLError | null): Field {
    const { policy, schema } = this.options;
    const name = node.name.value;
    const responseKey = node.alias?.value ?? name;
    const field: Field = {
      kind: 'field',
      key: name,
      name,
      responseKey,
      arguments: node.arguments ?? [],
      selections: null,
      refusal: null,
      node,
    };
    // Objects say themselves what they are, under a name that no client can take.
    if (name === '__typename') return field;
    field.key = this.keys.of(name, field.arguments, responseKey);
    if (name.startsWith('__')) {
      this.introspection.push(field);
      return field;
    }
    const definition = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
    if (!definition) throw badInput(`${type.name} has no field "${name}".`, node);
    const named = getNamedType(definition.type);
    field.refusal = outer ?? policy?.refusal(type.name, name) ?? policy?.refusal(named.name) ?? null;
    if (isCompositeType(named) && node.selectionSet) {
      const inside = field.refusal ? [] : this.selections(node.selectionSet, schema.getType(named.name) as never, null);
      field.selections = inside;
    }
    return field;
  }

  private included(directives: readonly DirectiveNode[] | undefined): boolean {
    for (const directive of directives ?? []) {
      const name = directive.name.value;
      if (name !== 'skip' && name !== 'include') continue;
      if (this.holds(conditionOf(directive)) === (name === 'skip')) return false;
    }
    return true;
  }

  private holds(value: ValueNode | undefined): boolean {
    if (value?.kind === Kind.VARIABLE) return this.variables[value.name.value] === true;
    return value?.kind === Kind.BOOLEAN && value.value;
  }

  private deferralOf(directives: readonly DirectiveNode[] | undefined): Deferral | null {
    if (!this.options.incremental) return null;
    const directive = directives?.find(({ name }) => name.value === 'defer');
    if (!directive) return null;
    const condition = conditionOf(directive);
    if (condition && !this.holds(condition)) return null;
    const label = directive.arguments?.find(({ name }) => name.value === 'label')?.value;
    const deferral: Deferral = {
      id: this.deferrals.length + 1,
      label: label?.kind === Kind.STRING ? label.value : undefined,
      parent: this.within,
    };
    this.deferrals.push(deferral);
    return deferral;
  }
}
