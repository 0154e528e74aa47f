import { GraphQLError } from 'graphql';

/** Bounds on what one operation may cost the engine before a subgraph is asked. */
export interface PlanLimits {
  /** Most fields and fragments once fragments are inlined. */
  mostSelections: number;
  /** Most steps of the planner: a field that is placed, or a subgraph that is looked at for one. */
  mostSteps: number;
  /** Longest text of all requests to subgraphs, in characters. */
  mostText: number;
  /** Most variants of one document that are kept: combinations of conditions, overrides and rights. */
  mostVariants: number;
  /** Most variants of all documents together. */
  mostKept: number;
}

export const PLAN_LIMITS: PlanLimits = {
  mostSelections: 20_000,
  mostSteps: 200_000,
  mostText: 2_000_000,
  mostVariants: 64,
  mostKept: 2_000,
};

/** The error for an operation that is refused since planning it would take too long. */
export function planTooComplex(why: string): GraphQLError {
  return new GraphQLError(`The operation is too complex to plan: ${why}. Ask for less at once.`, {
    extensions: { code: 'PLAN_TOO_COMPLEX', http: { status: 400 } },
  });
}
