import {
  getNamedType, getVariableValues, GraphQLError, isAbstractType, isCompositeType, isInterfaceType, isObjectType, Kind, valueFromASTUntyped,
  type ConstDirectiveNode, type DocumentNode, type FieldNode, type FragmentDefinitionNode, type GraphQLCompositeType, type GraphQLNamedType, type GraphQLSchema,
  type InlineFragmentNode, type OperationDefinitionNode, type SelectionNode, type SelectionSetNode,
} from 'graphql';
import { POLICIES, type Caller } from '../subgraphs/kit/caller.ts';
import type { Data } from './engine/entities.ts';
import { partsOf, withoutUnused } from './engine/operation.ts';
import { projecting } from './engine/projection.ts';

/** What a type or field demands, as Federation's directives say it: each an "any of these sets, all of a set". */
interface Demand {
  authenticated: boolean;
  scopes: readonly (readonly string[])[][];
  policies: readonly (readonly string[])[][];
}

/** An operation as a caller may have it. */
export interface Allowed {
  /** What is left of the operation; null if nothing is. */
  document: DocumentNode | null;
  /** An error for each field that is not. */
  refusals: readonly GraphQLError[];
  /** Puts null where something was left out. */
  complete(data: Data, variables: Data): Data | null;
}

/** Most sets of rights for which what is left of a document is kept. */
const MOST_KEPT = 32;

/**
 * Enforces `@authenticated`, `@requiresScopes` and `@policy` of a supergraph: takes out of an operation what the
 * caller may not have, before it is planned, so that no subgraph is asked for it.
 * @param schema all of the supergraph, with its directives
 * @param apiSchema what clients see of it
 */
export function authorizing(schema: GraphQLSchema, apiSchema: GraphQLSchema): (document: DocumentNode, operationName: string | undefined, caller: Caller) => Allowed | null {
  const demands = demandsOf(schema);
  if (!demands.size) return () => null;
  const known = new Set([...demands.values()].flatMap(({ scopes }) => scopes.flat(2)));
  const policies = [...new Set([...demands.values()].flatMap((demand) => demand.policies.flat(2)))];
  const kept = new WeakMap<DocumentNode, Map<string, Allowed | null>>();

  /** What decides about fields: callers who are alike in it are given the same. */
  const rights = new WeakMap<Caller, string>();
  const rightsOf = (caller: Caller) => {
    let text = rights.get(caller);
    if (text === undefined) {
      const held = [...caller.scopes].filter((scope) => known.has(scope)).sort();
      rights.set(caller, (text = `${caller.client !== null} ${held.join(' ')} ${policies.filter((name) => POLICIES[name]?.(caller)).join(' ')}`));
    }
    return text;
  };

  return (document, operationName, caller) => {
    let perRights = kept.get(document);
    if (!perRights) kept.set(document, (perRights = new Map()));
    const key = `${operationName ?? ''} ${rightsOf(caller)}`;
    let allowed = perRights.get(key);
    if (allowed === undefined) {
      if (perRights.size >= MOST_KEPT) perRights.clear();
      perRights.set(key, (allowed = new Reduction(schema, apiSchema, demands, caller, document, operationName).result()));
    }
    return allowed;
  };
}

/** The demands of types, by name, and of fields, by `Type.field`. */
function demandsOf(schema: GraphQLSchema): Map<string, Demand> {
  const demands = new Map<string, Demand>();
  const add = (name: string, directives: readonly ConstDirectiveNode[] | undefined) => {
    const demand = demandIn(directives);
    if (demand) demands.set(name, demand);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    add(type.name, type.astNode?.directives);
    if (isObjectType(type) || isInterfaceType(type)) for (const field of Object.values(type.getFields())) add(`${type.name}.${field.name}`, field.astNode?.directives);
  }
  // A field of an interface demands what it does in each of the types that implement it, where composition has not said so.
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isInterfaceType(type)) continue;
    for (const name of Object.keys(type.getFields())) {
      const all = schema.getPossibleTypes(type).map((each) => demands.get(`${each.name}.${name}`)).filter((each) => each !== undefined);
      if (all.length && !demands.has(`${type.name}.${name}`)) demands.set(`${type.name}.${name}`, together(all));
    }
  }
  return demands;
}

const together = (demands: readonly Demand[]): Demand => ({
  authenticated: demands.some(({ authenticated }) => authenticated),
  scopes: demands.flatMap(({ scopes }) => scopes),
  policies: demands.flatMap(({ policies }) => policies),
});

function demandIn(directives: readonly ConstDirectiveNode[] | undefined): Demand | null {
  const demand = { authenticated: false, scopes: [] as string[][][], policies: [] as string[][][] };
  let any = false;
  for (const { name, arguments: args } of directives ?? []) {
    const value = args?.[0] && (valueFromASTUntyped(args[0].value) as string[][]);
    if (name.value === 'authenticated') demand.authenticated = any = true;
    else if (name.value === 'requiresScopes' && value) any = demand.scopes.push(value) > 0;
    else if (name.value === 'policy' && value) any = demand.policies.push(value) > 0;
  }
  return any ? demand : null;
}

const holds = (anyOf: readonly (readonly string[])[], held: (name: string) => boolean) => anyOf.some((all) => all.every(held));

function mayHave(caller: Caller, { authenticated, scopes, policies }: Demand): boolean {
  if (authenticated && caller.client === null) return false;
  return scopes.every((anyOf) => holds(anyOf, (scope) => caller.scopes.has(scope))) && policies.every((anyOf) => holds(anyOf, (name) => POLICIES[name]?.(caller) ?? false));
}

/** Takes one operation apart for one caller. */
class Reduction {
  private readonly refusals = new Map<string, GraphQLError>();
  private readonly operation: OperationDefinitionNode;
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly schema: GraphQLSchema;
  private readonly apiSchema: GraphQLSchema;
  private readonly demands: ReadonlyMap<string, Demand>;
  private readonly caller: Caller;
  private readonly document: DocumentNode;

  constructor(schema: GraphQLSchema, apiSchema: GraphQLSchema, demands: ReadonlyMap<string, Demand>, caller: Caller, document: DocumentNode, operationName: string | undefined) {
    this.schema = schema;
    this.apiSchema = apiSchema;
    this.demands = demands;
    this.caller = caller;
    this.document = document;
    ({ operation: this.operation, fragments: this.fragments } = partsOf(document, operationName));
  }

  /** Null if the caller may have all of it. */
  result(): Allowed | null {
    const root = this.schema.getRootType(this.operation.operation)!;
    const selectionSet = this.reduced(this.operation.selectionSet, root, []);
    if (!this.refusals.size) return null;
    const project = projecting(this.apiSchema, this.operation, this.fragments);
    return {
      document: selectionSet && withoutUnused(this.document, { ...this.operation, selectionSet }),
      refusals: [...this.refusals.values()],
      complete: (data, variables) => project(data, getVariableValues(this.apiSchema, this.operation.variableDefinitions ?? [], variables).coerced ?? {}),
    };
  }

  /** What is left of a selection, with fragments put in their places; null if nothing is. */
  private reduced({ selections }: SelectionSetNode, type: GraphQLCompositeType, path: readonly string[]): SelectionSetNode | null {
    const left = selections.flatMap((selection): SelectionNode[] => {
      if (selection.kind === Kind.FIELD) {
        const field = this.field(selection, type, path);
        return field ? [field] : [];
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : this.fragments.get(selection.name.value)!;
      const condition = fragment.typeCondition ? this.schema.getType(fragment.typeCondition.name.value)! : type;
      if (!this.allowed(condition, path)) return [];
      const inside = this.reduced(fragment.selectionSet, condition as GraphQLCompositeType, path);
      const inline: InlineFragmentNode = { kind: Kind.INLINE_FRAGMENT, typeCondition: fragment.typeCondition, directives: selection.directives, selectionSet: inside! };
      return inside ? [inline] : [];
    });
    return left.length ? { kind: Kind.SELECTION_SET, selections: left } : null;
  }

  private field(node: FieldNode, type: GraphQLCompositeType, path: readonly string[]): FieldNode | null {
    const name = node.name.value;
    const field = isAbstractType(type) && !isInterfaceType(type) ? undefined : type.getFields()[name];
    if (!field) return node; // __typename, or what asks about the schema
    const of = getNamedType(field.type);
    const here = [...path, node.alias?.value ?? name, ...lists(String(field.type))];
    const demand = this.demands.get(`${type.name}.${name}`);
    if (demand && !mayHave(this.caller, demand)) return this.refuse(demand, `${type.name}.${name}`, here);
    if (!this.allowed(of, here)) return null;
    if (!node.selectionSet || !isCompositeType(of)) return node;
    const inside = this.reduced(node.selectionSet, of, here);
    // What an object is has to be known where null is put for what it lacks.
    return { ...node, selectionSet: !inside ? { kind: Kind.SELECTION_SET, selections: [TYPE_NAME] } : isAbstractType(of) ? { ...inside, selections: [TYPE_NAME, ...inside.selections] } : inside };
  }

  private allowed(type: GraphQLNamedType, path: readonly string[]): boolean {
    const demand = this.demands.get(type.name);
    if (!demand || mayHave(this.caller, demand)) return true;
    this.refuse(demand, type.name, path);
    return false;
  }

  private refuse({ authenticated, scopes, policies }: Demand, what: string, path: readonly string[]): null {
    // Where the path ends in a list, the list itself is null.
    const place = path.at(-1) === '@' ? path.slice(0, path.findLastIndex((part) => part !== '@') + 1) : path;
    const missing = scopes.filter((anyOf) => !holds(anyOf, (scope) => this.caller.scopes.has(scope)));
    const failed = policies.filter((anyOf) => !holds(anyOf, (name) => POLICIES[name]?.(this.caller) ?? false));
    const sets = (all: readonly (readonly (readonly string[])[])[]) => all.map((anyOf) => anyOf.map((set) => set.map((each) => `"${each}"`).join(' and ')).join(', or ')).join('; ');
    const reasons = [
      missing.length ? `the scope ${sets(missing)}` : authenticated && this.caller.client === null ? 'a token or an API key' : '',
      failed.length ? `a caller for whom ${sets(failed)} holds` : '',
    ].filter(Boolean);
    const extensions = { code: 'UNAUTHORIZED_FIELD', ...(missing.length ? { requiredScopes: missing.flat() } : {}), ...(failed.length ? { requiredPolicies: failed.flat() } : {}) };
    this.refusals.set(place.join('.'), new GraphQLError(`${what} needs ${reasons.join(', and ')}.`, { path: place, extensions }));
    return null;
  }
}

const TYPE_NAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/** A mark for each list that a type is. */
const lists = (type: string): string[] => Array.from(type.matchAll(/\[/g), () => '@');
