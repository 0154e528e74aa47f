import {
  getNamedType,
  getNullableType,
  GraphQLError,
  isAbstractType,
  isCompositeType,
  isInputObjectType,
  isLeafType,
  isListType,
  Kind,
  parse,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  valueFromASTUntyped,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { DEFAULT_PAGE } from '../../subgraphs/kit/read/pages.ts';
import { partsOf } from '../engine/canonical.ts';
import { PLAN_LIMITS, planTooComplex } from '../engine/limits.ts';

/**
 * What operations cost, as the schema says: `@cost` and `@listSize` of the IBM GraphQL cost specification, in the form
 * in which Apollo, Hive and Cosmo read them from a supergraph. A field with `@cost` costs its weight once for each
 * object that it is asked of, and so does an argument or an input field, a list once for each of its values. Each object
 * of the answer costs 1, or the weight of its type.
 *
 * There is one departure: fields without `@cost` that hold no object cost 1, not 0, since the time that an answer takes
 * follows the number of its fields. A tool that reads the directives by itself comes to less, never to more.
 */
const OBJECT_WEIGHT = 1;
const LEAF_WEIGHT = 1;
/** What a mutation costs beside its rows. */
const MUTATION_WEIGHT = 10;
/** How many items a list has of which the schema says nothing. */
const ASSUMED_SIZE = 10;
/** What it costs to ask the schema about itself, whatever is asked of it: writing all of it takes 40 to 75 ms. */
const INTROSPECTION_WEIGHTS = new Map([
  ['__schema', 5_000],
  ['__type', 500],
  ['__typename', 0],
]);

/** What `@listSize` says of a field. */
interface ListSize {
  assumed: number | null;
  slicing: readonly string[];
  /** Fields of the object that are the list, where the field is a connection. */
  sized: readonly string[];
}

/** Weights and sizes that a supergraph declares, by `Type`, `Type.field`, `Type.field(argument:)` or `Input.field`. */
interface Declared {
  weights: ReadonlyMap<string, number>;
  sizes: ReadonlyMap<string, ListSize>;
}

type Variables = Readonly<Record<string, unknown>>;
type Condition = (variables: Variables) => boolean;
type Evaluate = (variables: Variables) => number;

/** A field of an operation, with all of its selections merged. */
interface CostNode {
  key: string;
  /** Types of the objects that have it. */
  types: ReadonlySet<string>;
  /** What it costs for each object that it is asked of. */
  weight: number;
  /** What its arguments cost beside; null where none has a weight. */
  arguments: Evaluate | null;
  /** What each object in it costs, or what it costs itself if it holds none. */
  item: number;
  /** How many items it may have; null where it is no list. */
  size: Evaluate | null;
  /** Whether it is asked for, where a directive decides. */
  included: Condition | null;
  children: readonly CostNode[];
  /** For each type that the objects may have: the fields that apply. Null where all apply to all. */
  perType: readonly (readonly CostNode[])[] | null;
}

/** What an operation costs. */
export interface OperationCost {
  /** The most that it may cost. */
  estimate(variables: Variables): number;
  /** What an answer to it has cost. */
  measure(data: unknown, variables: Variables): number;
}

/**
 * @param supergraph its SDL, which holds the directives
 * @param schema what clients see of it
 */
export function createCosts(
  supergraph: string,
  schema: GraphQLSchema,
): (document: DocumentNode, operationName?: string) => OperationCost {
  const declared = readDeclared(supergraph);
  const known = new WeakMap<DocumentNode, Map<string, OperationCost>>();
  return (document, operationName = '') => {
    let operations = known.get(document);
    if (!operations) known.set(document, (operations = new Map()));
    let cost = operations.get(operationName);
    if (!cost)
      operations.set(
        operationName,
        (cost = costOf(new CostCompiler(declared, schema, document, operationName).roots())),
      );
    return cost;
  };
}

function costOf(roots: readonly CostNode[]): OperationCost {
  return {
    estimate: (variables) => sum(roots, (node) => estimated(node, variables)),
    measure: (data, variables) => measuredFields(roots, data, variables),
  };
}

const sum = (nodes: readonly CostNode[], of: (node: CostNode) => number): number => {
  let total = 0;
  for (const node of nodes) total += of(node);
  return total;
};

function estimated(node: CostNode, variables: Variables): number {
  if (node.included && !node.included(variables)) return 0;
  const own = node.weight + (node.arguments ? node.arguments(variables) : 0);
  const items = node.size ? node.size(variables) : 1;
  if (items === 0) return own;
  const { perType } = node;
  const below = perType
    ? Math.max(0, ...perType.map((children) => sum(children, (child) => estimated(child, variables))))
    : sum(node.children, (child) => estimated(child, variables));
  return own + items * (node.item + below);
}

/** What the fields of one object of an answer have cost. The engine bounds how deep it is: as deep as its operation. */
function measuredFields(nodes: readonly CostNode[], data: unknown, variables: Variables): number {
  if (typeof data !== 'object' || data === null) return 0;
  const object = data as Readonly<Record<string, unknown>>;
  let total = 0;
  let previous = '';
  for (const node of nodes) {
    // Members of an abstract type may have different fields under one name: they follow each other here.
    if (node.key === previous || !Object.hasOwn(object, node.key)) continue;
    previous = node.key;
    total +=
      node.weight + (node.arguments ? node.arguments(variables) : 0) + measuredItems(node, object[node.key], variables);
  }
  return total;
}

function measuredItems(node: CostNode, value: unknown, variables: Variables): number {
  if (!Array.isArray(value))
    return node.item + (node.children.length > 0 ? measuredFields(node.children, value, variables) : 0);
  if (node.children.length === 0) return node.item * value.length;
  let total = 0;
  for (const each of value) total += measuredItems(node, each, variables);
  return total;
}

/** A field as it is selected in one or several places. */
interface Gathered {
  key: string;
  parent: GraphQLCompositeType;
  nodes: FieldNode[];
  conditions: (readonly Condition[])[];
}

/** Makes a tree of costs of an operation, with fragments inlined and selections of the same field merged. */
class CostCompiler {
  private readonly declared: Declared;
  private readonly schema: GraphQLSchema;
  private readonly operation: OperationDefinitionNode;
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly defaults: ReadonlyMap<string, unknown>;
  private steps = 0;

  constructor(declared: Declared, schema: GraphQLSchema, document: DocumentNode, operationName: string) {
    const { operation, fragments } = partsOf(document, operationName);
    this.declared = declared;
    this.schema = schema;
    this.operation = operation;
    this.fragments = fragments;
    const withDefaults = (operation.variableDefinitions ?? []).filter(({ defaultValue }) => defaultValue);
    this.defaults = new Map(
      withDefaults.map(({ variable, defaultValue }) => [variable.name.value, valueFromASTUntyped(defaultValue!)]),
    );
  }

  roots(): CostNode[] {
    const type = this.schema.getRootType(this.operation.operation);
    return type ? this.fields(type, [this.operation.selectionSet]) : [];
  }

  private step(): void {
    this.steps++;
    if (this.steps > PLAN_LIMITS.mostSelections)
      throw planTooComplex(`it has more than ${PLAN_LIMITS.mostSelections.toLocaleString('en-GB')} fields`);
  }

  private fields(
    parent: GraphQLCompositeType,
    selectionSets: readonly SelectionSetNode[],
    parentSize?: { sized: readonly string[]; size: Evaluate },
  ): CostNode[] {
    const gathered = new Map<string, Gathered>();
    const seen = new Set<string>();
    for (const selectionSet of selectionSets) this.gather(selectionSet, parent, [], gathered, seen);
    const nodes = [...gathered.values()].map((each) => this.node(each, parentSize));
    return nodes.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : b.weight - a.weight));
  }

  private gather(
    { selections }: SelectionSetNode,
    parent: GraphQLCompositeType,
    conditions: readonly Condition[],
    into: Map<string, Gathered>,
    seen: Set<string>,
  ): void {
    for (const selection of selections) {
      this.step();
      const all = [...conditions, ...conditionsOf(selection.directives ?? [])];
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        const name = `${key} ${parent.name} ${selection.name.value}`;
        let field = into.get(name);
        if (!field) into.set(name, (field = { key, parent, nodes: [], conditions: [] }));
        field.nodes.push(selection);
        field.conditions.push(all);
        continue;
      }
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? this.fragments.get(selection.name.value)! : selection;
      if (selection.kind === Kind.FRAGMENT_SPREAD && all.length === 0) {
        if (seen.has(selection.name.value)) continue;
        seen.add(selection.name.value);
      }
      const type = fragment.typeCondition ? this.schema.getType(fragment.typeCondition.name.value) : parent;
      this.gather(fragment.selectionSet, isCompositeType(type) ? type : parent, all, into, seen);
    }
  }

  private node(
    { key, parent, nodes, conditions }: Gathered,
    parentSize?: { sized: readonly string[]; size: Evaluate },
  ): CostNode {
    const [first] = nodes;
    const name = first!.name.value;
    const field = this.fieldOf(parent, name);
    const coordinate = `${parent.name}.${name}`;
    const type = getNamedType(field.type);
    const isMutation = this.operation.operation === 'mutation' && parent === this.schema.getMutationType();
    const declared =
      INTROSPECTION_WEIGHTS.get(name) ??
      this.declared.weights.get(coordinate) ??
      (isMutation ? MUTATION_WEIGHT : undefined);
    const listSize = this.declared.sizes.get(coordinate) ?? (type.name.endsWith('Connection') ? CONNECTION : null);
    const size = listSize ? this.sizeOf(listSize, field, first!) : null;
    const common = {
      key,
      types: this.typesOf(parent),
      weight: declared ?? 0,
      arguments: this.argumentsOf(coordinate, field, first!),
      item: isLeafType(type)
        ? declared === undefined
          ? LEAF_WEIGHT
          : 0
        : (this.declared.weights.get(type.name) ?? OBJECT_WEIGHT),
      size: isListType(getNullableType(field.type)) ? sizeOfList(name, listSize, size, parentSize) : null,
      included: isIncluded(conditions),
    };
    const selectionSets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    if (!isCompositeType(type) || INTROSPECTION_WEIGHTS.has(name))
      return { ...common, item: name.startsWith('__') ? 0 : common.item, children: [], perType: null };
    const children = this.fields(
      type,
      selectionSets,
      listSize?.sized.length && size ? { sized: listSize.sized, size } : undefined,
    );
    return { ...common, children, perType: isAbstractType(type) ? this.perType(type, children) : null };
  }

  private fieldOf(parent: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> {
    if (name === '__schema') return SchemaMetaFieldDef;
    if (name === '__type') return TypeMetaFieldDef;
    if (name === '__typename' || !('getFields' in parent)) return TypeNameMetaFieldDef;
    return parent.getFields()[name]!;
  }

  private typesOf(type: GraphQLCompositeType): ReadonlySet<string> {
    return new Set(isAbstractType(type) ? this.schema.getPossibleTypes(type).map(({ name }) => name) : [type.name]);
  }

  /** An object of an abstract type has one type: it costs what its most expensive member does, not all of them together. */
  private perType(type: GraphQLCompositeType, children: readonly CostNode[]): CostNode[][] | null {
    const possible = [...this.typesOf(type)];
    if (children.every(({ types }) => types.size === possible.length)) return null;
    return possible.map((name) => children.filter(({ types }) => types.has(name)));
  }

  private sizeOf({ assumed, slicing }: ListSize, field: GraphQLField<unknown, unknown>, node: FieldNode): Evaluate {
    const given = slicing.map((name) => this.argument(field, node, name));
    return (variables) => {
      let most: number | null = null;
      for (const argument of given) {
        const value = argument(variables);
        const number = Array.isArray(value) ? value.length : typeof value === 'number' ? Math.max(0, value) : null;
        if (number !== null) most = Math.max(most ?? 0, number);
      }
      return most ?? assumed ?? ASSUMED_SIZE;
    };
  }

  /** Gives the value of an argument: as it is written, as a variable says, or its default. */
  private argument(
    { args }: GraphQLField<unknown, unknown>,
    node: FieldNode,
    name: string,
  ): (variables: Variables) => unknown {
    const written = node.arguments?.find((each) => each.name.value === name)?.value;
    const byDefault = args.find((each) => each.name === name)?.defaultValue;
    if (!written) return () => byDefault;
    if (written.kind === Kind.VARIABLE) {
      const variable = written.name.value;
      return (variables) =>
        Object.hasOwn(variables, variable) ? variables[variable] : (this.defaults.get(variable) ?? byDefault);
    }
    // Lists and objects may hold variables; everything else is what it is.
    if (written.kind === Kind.LIST || written.kind === Kind.OBJECT)
      return (variables) => valueFromASTUntyped(written, variables as Record<string, unknown>);
    const value = valueFromASTUntyped(written);
    return () => value;
  }

  private argumentsOf(coordinate: string, field: GraphQLField<unknown, unknown>, node: FieldNode): Evaluate | null {
    const weighted = field.args.flatMap((argument) => {
      const weight = this.inputWeight(`${coordinate}(${argument.name}:)`, argument);
      return weight ? { weight, value: this.argument(field, node, argument.name) } : [];
    });
    if (weighted.length === 0) return null;
    return (variables) => weighted.reduce((total, { weight, value }) => total + weight(value(variables)), 0);
  }

  /** What a value costs at a place of the input; null where nothing costs anything. Only one level of input fields is looked at. */
  private inputWeight(
    coordinate: string,
    { type }: Pick<GraphQLArgument, 'type'>,
  ): ((value: unknown) => number) | null {
    const own = this.declared.weights.get(coordinate) ?? 0;
    const fields = this.weightedFields(type);
    if (own === 0 && fields.length === 0) return null;
    const once = (value: unknown): number => {
      let total = own;
      if (typeof value !== 'object' || value === null) return total;
      for (const [name, weight] of fields) {
        const inner = Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : null;
        if (inner !== null && inner !== undefined) total += weight * (Array.isArray(inner) ? inner.length : 1);
      }
      return total;
    };
    return (value) => {
      if (value === null || value === undefined) return 0;
      if (!Array.isArray(value)) return once(value);
      if (fields.length === 0) return own * value.length;
      return value.reduce((total: number, each) => total + once(each), 0);
    };
  }

  private weightedFields(type: GraphQLInputType): [name: string, weight: number][] {
    const named = getNamedType(type);
    if (!isInputObjectType(named)) return [];
    return Object.keys(named.getFields()).flatMap((name) => {
      const weight = this.declared.weights.get(`${named.name}.${name}`);
      return weight ? [[name, weight] as [string, number]] : [];
    });
  }
}

/** What a connection is taken for where a supergraph does not say how large it is. */
const CONNECTION: ListSize = { assumed: DEFAULT_PAGE, slicing: ['first', 'last'], sized: ['nodes', 'edges'] };

function sizeOfList(
  name: string,
  own: ListSize | null,
  size: Evaluate | null,
  parentSize?: { sized: readonly string[]; size: Evaluate },
): Evaluate {
  if (own && size && own.sized.length === 0) return size;
  if (parentSize?.sized.includes(name)) return parentSize.size;
  return () => ASSUMED_SIZE;
}

/** A field that is selected in several places is asked for if it is in one of them. */
function isIncluded(conditions: readonly (readonly Condition[])[]): Condition | null {
  if (conditions.some((all) => all.length === 0)) return null;
  return (variables) => conditions.some((all) => all.every((condition) => condition(variables)));
}

function conditionsOf(directives: FieldNode['directives'] & {}): Condition[] {
  return directives.flatMap(({ name, arguments: given }) => {
    if (name.value !== 'skip' && name.value !== 'include') return [];
    const wanted = name.value === 'include';
    const value = given?.find((each) => each.name.value === 'if')?.value;
    if (value?.kind === Kind.BOOLEAN) return [() => value.value === wanted];
    // A variable that is left out has a default, which is not looked at: the field counts as asked for.
    if (value?.kind === Kind.VARIABLE) return [(variables: Variables) => variables[value.name.value] !== !wanted];
    return [];
  });
}

function readDeclared(supergraph: string): Declared {
  const weights = new Map<string, number>();
  const sizes = new Map<string, ListSize>();
  const read = (coordinate: string, directives: readonly ConstDirectiveNode[] = []) => {
    for (const directive of directives) {
      if (directive.name.value === 'cost') weights.set(coordinate, Number(argumentOf(directive, 'weight')));
      if (directive.name.value !== 'listSize') continue;
      const assumed = argumentOf(directive, 'assumedSize');
      const slicing = argumentOf(directive, 'slicingArguments') as string[] | undefined;
      const sized = argumentOf(directive, 'sizedFields') as string[] | undefined;
      sizes.set(coordinate, {
        assumed: typeof assumed === 'number' ? assumed : null,
        slicing: slicing ?? [],
        sized: sized ?? [],
      });
    }
  };
  for (const definition of parse(supergraph, { noLocation: true }).definitions) {
    if (!('name' in definition) || !definition.name) continue;
    const type = definition.name.value;
    if ('directives' in definition) read(type, definition.directives as readonly ConstDirectiveNode[]);
    if (!('fields' in definition)) continue;
    for (const field of definition.fields ?? []) {
      read(`${type}.${field.name.value}`, field.directives);
      if (!('arguments' in field)) continue;
      for (const argument of field.arguments ?? [])
        read(`${type}.${field.name.value}(${argument.name.value}:)`, argument.directives);
    }
  }
  return { weights, sizes };
}

const argumentOf = ({ arguments: given }: ConstDirectiveNode, name: string): unknown => {
  const value = given?.find((each) => each.name.value === name)?.value;
  return value && valueFromASTUntyped(value);
};

/** The error for an operation that may cost more than is allowed. */
export function tooCostly(cost: number, limit: number): GraphQLError {
  const message = `The operation may cost ${Math.round(cost).toLocaleString('en-GB')}, and at most ${limit.toLocaleString('en-GB')} is allowed: ask for smaller pages (first) or fewer fields, and follow pageInfo.`;
  return new GraphQLError(message, { extensions: { code: 'QUERY_TOO_COSTLY', cost, limit, http: { status: 400 } } });
}
