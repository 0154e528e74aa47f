import {
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  valueFromASTUntyped,
  type ConstDirectiveNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';

/** A subgraph as the reference reads it: its own executable schema, with the directives of its SDL. */
export interface ReferenceSubgraph {
  name: string;
  schema: GraphQLSchema;
}

/** One `@key` of a type. */
export interface Key {
  selection: SelectionSetNode;
  resolvable: boolean;
}

/** What the directives of a subgraph's SDL say, read one at a time when they are needed. */
export class SubgraphFacts {
  readonly name: string;
  readonly schema: GraphQLSchema;
  /** The types that stand for an interface of other subgraphs. */
  readonly interfaceObjects: ReadonlySet<string>;
  private readonly keys = new Map<string, readonly Key[]>();
  private readonly fieldSets = new Map<string, SelectionSetNode | null>();

  constructor({ name, schema }: ReferenceSubgraph) {
    this.name = name;
    this.schema = schema;
    const names = Object.values(schema.getTypeMap())
      .filter((type) => isObjectType(type) && directives(type, 'interfaceObject').length > 0)
      .map((type) => type.name);
    this.interfaceObjects = new Set(names);
  }

  /** The keys of a type, in the order of the SDL. */
  keysOf(typeName: string): readonly Key[] {
    let keys = this.keys.get(typeName);
    if (!keys) {
      keys = directives(this.schema.getType(typeName), 'key').map((node) => {
        const { fields, resolvable = true } = valuesOf(node) as { fields: string; resolvable?: boolean };
        return { selection: selectionOf(fields), resolvable };
      });
      this.keys.set(typeName, keys);
    }
    return keys;
  }

  field(typeName: string, fieldName: string) {
    const type = this.schema.getType(typeName);
    return isObjectType(type) || isInterfaceType(type) ? type.getFields()[fieldName] : undefined;
  }

  /** What `@requires` demands before a field can be resolved, or `@provides` says comes with it; null if nothing. */
  fieldSet(directive: 'requires' | 'provides', typeName: string, fieldName: string): SelectionSetNode | null {
    const place = `${directive} ${typeName}.${fieldName}`;
    let selection = this.fieldSets.get(place);
    if (selection === undefined) {
      const node = this.field(typeName, fieldName)?.astNode?.directives?.find(({ name }) => name.value === directive);
      selection = node ? selectionOf((valuesOf(node) as { fields: string }).fields) : null;
      this.fieldSets.set(place, selection);
    }
    return selection;
  }

  isExternal(typeName: string, fieldName: string): boolean {
    const field = this.field(typeName, fieldName);
    const marked = field?.astNode?.directives?.some(({ name }) => name.value === 'external') ?? false;
    return marked || directives(this.schema.getType(typeName), 'external').length > 0;
  }

  isInKey(typeName: string, fieldName: string): boolean {
    const named = ({ selections }: SelectionSetNode) =>
      selections.some((each) => each.kind === Kind.FIELD && each.name.value === fieldName);
    return this.keysOf(typeName).some(({ selection }) => named(selection));
  }

  /** The subgraph from which `@override` takes the field; null if none. A share is all or nothing here. */
  overrides(typeName: string, fieldName: string): { from: string; taken: boolean } | null {
    const node = this.field(typeName, fieldName)?.astNode?.directives?.find(({ name }) => name.value === 'override');
    if (!node) return null;
    const { from, label } = valuesOf(node) as { from: string; label?: string };
    return { from, taken: label !== 'percent(0)' };
  }
}

/** The directives of a name on a type and its extensions. */
export function directives(type: GraphQLNamedType | undefined, name: string): ConstDirectiveNode[] {
  const nodes = type ? [type.astNode, ...type.extensionASTNodes] : [];
  return nodes.flatMap((node) => (node?.directives ?? []).filter((each) => each.name.value === name));
}

const valuesOf = ({ arguments: args }: ConstDirectiveNode): Record<string, unknown> =>
  Object.fromEntries((args ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)]));

const selections = new Map<string, SelectionSetNode>();

/** A field set of a directive as a selection. */
export function selectionOf(fields: string): SelectionSetNode {
  let selection = selections.get(fields);
  if (!selection) {
    const [operation] = parse(`{ ${fields} }`, { noLocation: true }).definitions;
    if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`"${fields}" is not a field set.`);
    selections.set(fields, (selection = operation.selectionSet));
  }
  return selection;
}
