import { getNamedType, GraphQLError, isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';
import { NOBODY, POLICIES, type Caller } from '../../subgraphs/kit/caller.ts';
import { demandsIn, lackOf, needText, together, type Demand, type Lack } from '../../subgraphs/kit/serve/demands.ts';
import type { FieldPolicy } from '../engine/engine.ts';

/**
 * Enforces `@authenticated`, `@requiresScopes` and `@policy` of a supergraph: says what a caller may not have of an
 * operation before it is planned, so that no subgraph is asked for it. What is switched off by `@skip` or `@include`
 * demands nothing.
 * @param demands of the supergraph
 * @returns the policy for a caller; undefined where the supergraph demands nothing
 */
export function createAuthorizer(demands: ReadonlyMap<string, Demand>): (caller: Caller) => FieldPolicy | undefined {
  if (!demands.size) return () => undefined;
  const known = new Set([...demands.values()].flatMap(({ scopes }) => scopes.flat(2)));
  const policies = [...new Set([...demands.values()].flatMap((demand) => demand.policies.flat(2)))];
  const kept = new WeakMap<Caller, FieldPolicy>();

  /** What decides about fields: callers who are alike in it are treated alike. */
  const rightsOf = (caller: Caller) => {
    const scopes = [...caller.scopes].filter((scope) => known.has(scope)).sort();
    const held = policies.filter((name) => POLICIES.get(name)?.(caller));
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
      const lack = demand && lackOf(caller, demand);
      return lack ? refusal(lack, coordinate) : null;
    },
  };
}

/**
 * The demands of a supergraph's types and fields.
 * @param schema all of the supergraph, with its directives
 */
export function demandsOfSupergraph(schema: GraphQLSchema): Map<string, Demand> {
  const demands = demandsIn(schema);
  // A field of an interface demands what it does in each of the types that implement it, where composition has not said so.
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isInterfaceType(type)) continue;
    for (const name of Object.keys(type.getFields())) {
      const implementing = schema.getPossibleTypes(type).map((each) => demands.get(`${each.name}.${name}`));
      const all = implementing.filter((each) => each !== undefined);
      if (all.length && !demands.has(`${type.name}.${name}`)) demands.set(`${type.name}.${name}`, together(all));
    }
  }
  return demands;
}

/**
 * Says of each type and field of the schema that clients see what it demands, where explorers look: as a sentence at the
 * end of its description, made from the directives of the supergraph. A field demands what its type does, too. What
 * everyone has without a token is not mentioned.
 */
export function describeDemands(demands: ReadonlyMap<string, Demand>, apiSchema: GraphQLSchema): GraphQLSchema {
  const describe = (described: { description?: string | null }, coordinates: readonly string[]) => {
    const all = coordinates.map((coordinate) => demands.get(coordinate)).filter((demand) => demand !== undefined);
    const lack = lackOf(NOBODY, together(all));
    if (!lack) return;
    const sentence = `Needs ${needText(withoutRepetition(lack))}.`;
    described.description = described.description ? `${described.description}\n\n${sentence}` : sentence;
  };
  for (const type of Object.values(apiSchema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    describe(type, [type.name]);
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      describe(field, [`${type.name}.${field.name}`, getNamedType(field.type).name]);
    }
  }
  return apiSchema;
}

/** A field and its type often demand the same. */
function withoutRepetition({ token, scopes, policies }: Lack): Lack {
  const once = (sets: Lack['scopes']) => [...new Map(sets.map((anyOf) => [JSON.stringify(anyOf), anyOf])).values()];
  return { token, scopes: once(scopes), policies: once(policies) };
}

function refusal(lack: Lack, coordinate: string): GraphQLError {
  const extensions = {
    code: 'UNAUTHORIZED_FIELD',
    ...(lack.scopes.length ? { requiredScopes: lack.scopes.flat() } : {}),
    ...(lack.policies.length ? { requiredPolicies: lack.policies.flat() } : {}),
  };
  return new GraphQLError(`${coordinate} needs ${needText(lack)}.`, { extensions });
}
