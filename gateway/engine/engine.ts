import type { DocumentNode, ExecutionResult, GraphQLSchema } from 'graphql';
import type { Ask } from './plan.ts';

/** A client's operation, validated. */
export interface EngineRequest {
  document: DocumentNode;
  operationName?: string;
  variables?: Record<string, unknown>;
  /** Stands for the client's request. */
  context: object;
}

/** Executes operations over a supergraph. */
export interface Engine {
  execute(request: EngineRequest): Promise<ExecutionResult>;
}

export interface EngineOptions {
  /** SDL of the supergraph. */
  supergraph: string;
  /** All of the supergraph, what clients may not see included. */
  schema: GraphQLSchema;
  /** What clients see of it. */
  apiSchema: GraphQLSchema;
  ask: Ask;
}

/** The engines there are: our own, and `@graphql-hive/router-runtime` to compare it with. */
export const ENGINES = ['compiled', 'router-runtime'] as const;
export type EngineName = (typeof ENGINES)[number];

/** The engine that ENGINE names; our own if it names none. */
export function engineOf({ ENGINE }: NodeJS.ProcessEnv): EngineName {
  const name = ENGINES.find((each) => each === (ENGINE || ENGINES[0]));
  if (!name) throw new Error(`ENGINE=${ENGINE} is not an engine: choose ${ENGINES.join(' or ')}.`);
  return name;
}
