import {
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  TypeInfo,
  valueFromASTUntyped,
  visit,
  visitWithTypeInfo,
  type ConstDirectiveNode,
  type DirectiveNode,
  type DocumentNode,
  type GraphQLSchema,
  type ValueNode,
} from 'graphql';
import { POLICIES, type Caller } from '../caller.ts';

/** What a type or field demands, as Federation's directives say it: each an "any of these sets, all of a set". */
export interface Demand {
  authenticated: boolean;
  scopes: readonly (readonly string[])[][];
  policies: readonly (readonly string[])[][];
}

/** The demands that a schema's directives state: of types, by name, and of fields, by `Type.field`. */
export function demandsIn(schema: GraphQLSchema): Map<string, Demand> {
  const demands = new Map<string, Demand>();
  const add = (name: string, nodes: readonly ({ directives?: readonly ConstDirectiveNode[] } | null | undefined)[]) => {
    const demand = demandOf(nodes.flatMap((node) => node?.directives ?? []));
    if (demand) demands.set(name, demand);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    add(type.name, [type.astNode, ...type.extensionASTNodes]);
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) add(`${type.name}.${field.name}`, [field.astNode]);
  }
  return demands;
}

/** What somebody needs who is to meet several demands. */
export const together = (demands: readonly Demand[]): Demand => ({
  authenticated: demands.some(({ authenticated }) => authenticated),
  scopes: demands.flatMap(({ scopes }) => scopes),
  policies: demands.flatMap(({ policies }) => policies),
});

function demandOf(directives: readonly ConstDirectiveNode[]): Demand | null {
  const demand = { authenticated: false, scopes: [] as string[][][], policies: [] as string[][][] };
  let any = false;
  for (const { name, arguments: args } of directives) {
    const value = args?.[0] && (valueFromASTUntyped(args[0].value) as string[][]);
    if (name.value === 'authenticated') demand.authenticated = any = true;
    else if (name.value === 'requiresScopes' && value) any = demand.scopes.push(value) > 0;
    else if (name.value === 'policy' && value) any = demand.policies.push(value) > 0;
  }
  return any ? demand : null;
}

const holds = (anyOf: readonly (readonly string[])[], held: (name: string) => boolean) =>
  anyOf.some((all) => all.every(held));

/** What a caller lacks of what is demanded. */
export interface Lack {
  token: boolean;
  scopes: Demand['scopes'];
  policies: Demand['policies'];
}

/** What a caller lacks; null for one who meets the demand. */
export function lackOf(caller: Caller, { authenticated, scopes, policies }: Demand): Lack | null {
  const lack = {
    token: authenticated && caller.client === null,
    scopes: scopes.filter((anyOf) => !holds(anyOf, (scope) => caller.scopes.has(scope))),
    policies: policies.filter((anyOf) => !holds(anyOf, (name) => POLICIES.get(name)?.(caller) ?? false)),
  };
  return lack.token || lack.scopes.length || lack.policies.length ? lack : null;
}

/** What is needed where something is lacking, as a part of a sentence: `the scope "reviews:read"`. */
export function needText({ token, scopes, policies }: Lack): string {
  const reasons: string[] = [];
  if (scopes.length) reasons.push(`the scope ${setsText(scopes)}`);
  else if (token) reasons.push('a token or an API key');
  if (policies.length) reasons.push(`a caller for whom ${setsText(policies)} holds`);
  return reasons.join(', and ');
}

/** Sets of which one is enough, as a sentence says them. */
function setsText(all: readonly (readonly (readonly string[])[])[]): string {
  const setText = (set: readonly string[]) => set.map((each) => `"${each}"`).join(' and ');
  return all.map((anyOf) => anyOf.map(setText).join(', or ')).join('; ');
}

/** A field of an operation that demands something, unless one of its conditions switches it off. */
interface DemandingField {
  coordinate: string;
  demand: Demand;
  conditions: readonly Condition[];
}

/** `@include(if:)` where it is true, `@skip(if:)` where it is false. */
interface Condition {
  value: ValueNode;
  included: boolean;
}

/** Says what of an operation a caller may not have: its coordinate and what is lacking; null if they may have all. */
export type OperationCheck = (
  caller: Caller,
  variables: Readonly<Record<string, unknown>>,
) => { coordinate: string; lack: Lack } | null;

/**
 * Finds the fields of a document that demand something, once; what it returns checks them for a caller. A field is
 * checked with the type that it is selected of, so that fields below a fragment demand what its type does.
 */
export function checkOf(
  schema: GraphQLSchema,
  demands: ReadonlyMap<string, Demand>,
  document: DocumentNode,
): OperationCheck {
  const fields = new Map<string, DemandingField>();
  const typeInfo = new TypeInfo(schema);
  const conditions: Condition[][] = [];
  const enter = (node: { directives?: readonly DirectiveNode[] }) => void conditions.push(conditionsOf(node));
  const leave = () => void conditions.pop();
  const note = (coordinate: string, fieldConditions: readonly Condition[]) => {
    const demand = demands.get(coordinate);
    if (!demand) return;
    const key = `${coordinate} ${JSON.stringify(fieldConditions)}`;
    fields.set(key, { coordinate, demand, conditions: fieldConditions });
  };
  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Field: {
        enter(node) {
          enter(node);
          const parent = typeInfo.getParentType();
          if (!parent || node.name.value.startsWith('__')) return;
          const all = conditions.flat();
          note(parent.name, all);
          note(`${parent.name}.${node.name.value}`, all);
          const type = getNamedType(typeInfo.getType());
          if (type) note(type.name, all);
        },
        leave,
      },
      InlineFragment: { enter, leave },
      // A fragment is checked as a whole: conditions of where it is spread are not followed into it.
      FragmentDefinition: { enter, leave },
    }),
  );
  const all = [...fields.values()];
  return (caller, variables) => {
    for (const { coordinate, demand, conditions: own } of all) {
      const lack = lackOf(caller, demand);
      if (lack && own.every((condition) => isMet(condition, variables))) return { coordinate, lack };
    }
    return null;
  };
}

function conditionsOf({ directives = [] }: { directives?: readonly DirectiveNode[] }): Condition[] {
  return directives.flatMap(({ name, arguments: args }) => {
    const value = args?.find((argument) => argument.name.value === 'if')?.value;
    const conditional = name.value === 'skip' || name.value === 'include';
    return conditional && value ? [{ value, included: name.value === 'include' }] : [];
  });
}

function isMet({ value, included }: Condition, variables: Readonly<Record<string, unknown>>): boolean {
  const given = value.kind === Kind.VARIABLE ? variables[value.name.value] : valueFromASTUntyped(value);
  // Only what is surely switched off demands nothing.
  return given !== !included;
}
