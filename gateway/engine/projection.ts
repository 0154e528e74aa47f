import {
  getNamedType, isAbstractType, isCompositeType, isEnumType, isInterfaceType, isListType, isNonNullType, isObjectType, Kind,
  type DirectiveNode, type FragmentDefinitionNode, type GraphQLCompositeType, type GraphQLEnumType, type GraphQLInterfaceType, type GraphQLObjectType,
  type GraphQLOutputType, type GraphQLSchema, type OperationDefinitionNode, type SelectionSetNode,
} from 'graphql';
import { isData, type Data } from './entities.ts';

/** Makes of a value what the client asked for; null where there is nothing, or where something inside that must not be null is. */
type Project = (value: unknown) => unknown;

interface Field {
  key: string;
  nonNull: boolean;
  project: Project;
}

/** Most combinations of `@skip` and `@include` that are kept for one operation. */
const MOST_VARIANTS = 64;

/**
 * What the client asked for, out of all that was fetched: in the client's order, without what only served the
 * plan, and with null as far up as the schema demands. Prepared once for an operation, and once for each
 * combination of its `@skip` and `@include`.
 * @param schema what clients may see: types and enum values that it lacks become null
 */
export function projecting(schema: GraphQLSchema, operation: OperationDefinitionNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>): (data: Data, variables: Data) => Data | null {
  const root = schema.getRootType(operation.operation)!;
  const conditions = conditionVariables(operation, fragments);
  const variants = new Map<string, Project>();
  return (data, variables) => {
    let variant = '';
    for (const name of conditions) variant += variables[name] === true ? '1' : '0';
    let project = variants.get(variant);
    if (!project) {
      if (variants.size >= MOST_VARIANTS) variants.clear();
      variants.set(variant, (project = new Selection(schema, fragments, variables).objects(root, [operation.selectionSet])));
    }
    return project(data) as Data | null;
  };
}

/** The variables that `@skip` and `@include` of an operation depend on. */
function conditionVariables(operation: OperationDefinitionNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>): string[] {
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

const conditionOf = ({ name, arguments: args }: DirectiveNode) => (name.value === 'skip' || name.value === 'include' ? args?.find((arg) => arg.name.value === 'if')?.value : undefined);

/** The selections of one operation under one combination of conditions. */
class Selection {
  private readonly schema: GraphQLSchema;
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly variables: Data;

  constructor(schema: GraphQLSchema, fragments: ReadonlyMap<string, FragmentDefinitionNode>, variables: Data) {
    this.schema = schema;
    this.fragments = fragments;
    this.variables = variables;
  }

  /** Objects of a declared type, which say themselves what they are where it is abstract. */
  objects(declared: GraphQLCompositeType, selectionSets: readonly SelectionSetNode[]): Project {
    const perType = new Map<string, Project>();
    const of = (name: string): Project => {
      let project = perType.get(name);
      if (!project) {
        const type = this.schema.getType(name);
        project = isObjectType(type) || isInterfaceType(type) ? this.object(type, selectionSets) : () => null;
        perType.set(name, project);
      }
      return project;
    };
    // Of a type that is not abstract no object is anything else, whatever the plan made of its type name.
    if (isObjectType(declared)) return this.object(declared, selectionSets);
    return (value) => (isData(value) ? of(typeof value['__typename'] === 'string' ? value['__typename'] : declared.name)(value) : null);
  }

  private object(type: GraphQLObjectType | GraphQLInterfaceType, selectionSets: readonly SelectionSetNode[]): Project {
    const fields: Field[] = [];
    let typeNames: string[] | null = null;
    for (const [key, { name, inside }] of this.collect(type, selectionSets)) {
      if (name === '__typename') {
        (typeNames ??= []).push(key);
        fields.push({ key, nonNull: false, project: () => type.name });
      } else {
        const field = type.getFields()[name];
        if (field) fields.push({ key, nonNull: isNonNullType(field.type), project: this.value(field.type, inside) });
        else if (name.startsWith('__')) fields.push({ key, nonNull: false, project: (value) => value ?? null });
      }
    }
    const isInterface = isInterfaceType(type);
    return (value) => {
      if (!isData(value)) return null;
      const result: Data = {};
      for (let i = 0; i < fields.length; i++) {
        const { key, nonNull, project } = fields[i]!;
        const projected = project(value[key]);
        if (projected === null && nonNull) return null;
        result[key] = projected;
      }
      if (isInterface && typeNames) for (const key of typeNames) result[key] = value['__typename'] ?? type.name;
      return result;
    };
  }

  private value(type: GraphQLOutputType, inside: readonly SelectionSetNode[]): Project {
    if (isNonNullType(type)) return this.value(type.ofType, inside);
    if (isListType(type)) {
      const item = this.value(type.ofType, inside);
      const nonNull = isNonNullType(type.ofType);
      return (value) => {
        if (!Array.isArray(value)) return null;
        const result: unknown[] = [];
        for (let i = 0; i < value.length; i++) {
          const projected = item(value[i]);
          if (projected === null && nonNull) return null;
          result.push(projected);
        }
        return result;
      };
    }
    const named = getNamedType(type);
    if (isCompositeType(named)) return this.objects(named, inside);
    if (isEnumType(named)) return enumValues(named);
    return (value) => (value === undefined ? null : value);
  }

  /** The fields for objects of a type, those of the same key as one, in the client's order. */
  private collect(type: GraphQLObjectType | GraphQLInterfaceType, selectionSets: readonly SelectionSetNode[]): Map<string, { name: string; inside: SelectionSetNode[] }> {
    const fields = new Map<string, { name: string; inside: SelectionSetNode[] }>();
    const visited = new Set<string>();
    const visit = ({ selections }: SelectionSetNode): void => {
      for (const selection of selections) {
        if (!this.included(selection.directives)) continue;
        if (selection.kind === Kind.FIELD) {
          const key = selection.alias?.value ?? selection.name.value;
          const field = fields.get(key);
          if (!field) fields.set(key, { name: selection.name.value, inside: selection.selectionSet ? [selection.selectionSet] : [] });
          else if (selection.selectionSet) field.inside.push(selection.selectionSet);
        } else if (selection.kind === Kind.INLINE_FRAGMENT) {
          if (this.applies(type, selection.typeCondition?.name.value)) visit(selection.selectionSet);
        } else if (!visited.has(selection.name.value)) {
          visited.add(selection.name.value);
          const fragment = this.fragments.get(selection.name.value);
          if (fragment && this.applies(type, fragment.typeCondition.name.value)) visit(fragment.selectionSet);
        }
      }
    };
    for (const selectionSet of selectionSets) visit(selectionSet);
    return fields;
  }

  private included(directives: readonly DirectiveNode[] | undefined): boolean {
    for (const directive of directives ?? []) {
      const value = conditionOf(directive);
      if (!value) continue;
      const holds = value.kind === Kind.VARIABLE ? this.variables[value.name.value] === true : value.kind === Kind.BOOLEAN && value.value;
      if (holds === (directive.name.value === 'skip')) return false;
    }
    return true;
  }

  private applies(type: GraphQLObjectType | GraphQLInterfaceType, condition: string | undefined): boolean {
    if (condition === undefined || condition === type.name) return true;
    const abstract = this.schema.getType(condition);
    return isAbstractType(abstract) && this.schema.isSubType(abstract, type);
  }
}

/** Values of an enumeration; null for those that clients may not see. */
function enumValues(type: GraphQLEnumType): Project {
  const known = new Set(type.getValues().map(({ name }) => name));
  return (value) => (known.has(value as string) ? value : null);
}
