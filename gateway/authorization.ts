import { GraphQLError, isInterfaceType, isObjectType, valueFromASTUntyped, type ConstDirectiveNode, type GraphQLSchema } from 'graphql';
import { POLICIES, type Caller } from '../subgraphs/kit/caller.ts';
import type { FieldPolicy } from './engine/engine.ts';

/** What a type or field demands, as Federation's directives say it: each an "any of these sets, all of a set". */
interface Demand {
  authenticated: boolean;
  scopes: readonly (readonly string[])[][];
  policies: readonly (readonly string[])[][];
}

/**
 * Enforces `@authenticated`, `@requiresScopes` and `@policy` of a supergraph: says what a caller may not have of an
 * operation before it is planned, so that no subgraph is asked for it. What is switched off by `@skip` or `@include`
 * demands nothing.
 * @param schema all of the supergraph, with its directives
 * @returns the policy for a caller; undefined where the supergraph demands nothing
 */
export function createAuthorizer(schema: GraphQLSchema): (caller: Caller) => FieldPolicy | undefined {
  const demands = demandsOf(schema);
  if (!demands.size) return () => undefined;
  const known = new Set([...demands.values()].flatMap(({ scopes }) => scopes.flat(2)));
  const policies = [...new Set([...demands.values()].flatMap((demand) => demand.policies.flat(2)))];
  const kept = new WeakMap<Caller, FieldPolicy>();

  /** What decides about fields: callers who are alike in it are treated alike. */
  const rightsOf = (caller: Caller) => {
    const scopes = [...caller.scopes].filter((scope) => known.has(scope)).sort();
    const held = policies.filter((name) => POLICIES[name]?.(caller));
    return [caller.client !== null, ...scopes, ...held].join(' ');
  };

  return (caller) => {
    let policy = kept.get(caller);
    if (!policy) kept.set(caller, (policy = policyOf(demands, caller, rightsOf(caller))));
    return policy;
  };
}

function policyOf(demands: ReadonlyMap<string, Demand>, caller: Caller, key: string): FieldPolicy {
  return {
    key,
    refusal(type, field) {
      const coordinate = field === undefined ? type : `${type}.${field}`;
      const demand = demands.get(coordinate);
      return demand && !mayHave(caller, demand) ? refusal(caller, demand, coordinate) : null;
    },
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

function refusal(caller: Caller, { authenticated, scopes, policies }: Demand, coordinate: string): GraphQLError {
  const missing = scopes.filter((anyOf) => !holds(anyOf, (scope) => caller.scopes.has(scope)));
  const failed = policies.filter((anyOf) => !holds(anyOf, (name) => POLICIES[name]?.(caller) ?? false));
  const needsToken = authenticated && caller.client === null;
  const reasons = [
    missing.length ? `the scope ${setsText(missing)}` : needsToken ? 'a token or an API key' : '',
    failed.length ? `a caller for whom ${setsText(failed)} holds` : '',
  ].filter(Boolean);
  const extensions = {
    code: 'UNAUTHORIZED_FIELD',
    ...(missing.length ? { requiredScopes: missing.flat() } : {}),
    ...(failed.length ? { requiredPolicies: failed.flat() } : {}),
  };
  return new GraphQLError(`${coordinate} needs ${reasons.join(', and ')}.`, { extensions });
}

/** Sets of which one is enough, as a sentence says them. */
function setsText(all: readonly (readonly (readonly string[])[])[]): string {
  const setText = (set: readonly string[]) => set.map((each) => `"${each}"`).join(' and ');
  return all.map((anyOf) => anyOf.map(setText).join(', or ')).join('; ');
}
