import { QueryPlanner } from '@graphql-hive/router-query-planner';
import {
  execute, getVariableValues, GraphQLError, Kind, print,
  type DocumentNode, type ExecutionResult, type OperationDefinitionNode,
} from 'graphql';
import { fulfilling, type Data } from './entities.ts';
import type { Engine, EngineOptions } from './engine.ts';
import { partsOf, withoutUnused } from './operation.ts';
import { compilePlan, type Execution, type Step } from './plan.ts';
import { projecting } from './projection.ts';

/** An operation, prepared: kept for as long as its document is. */
interface Prepared {
  operation: OperationDefinitionNode;
  /** Null where there is nothing to fetch. */
  fetch: Step | null;
  project: (data: Data, variables: Data) => Data | null;
  /** What asks the schema about itself. */
  introspection: DocumentNode | null;
}

/**
 * Our own engine: plans an operation once with the Rust query planner, and compiles the plan and the client's
 * selections to functions.
 */
export function compiledEngine({ supergraph, schema, apiSchema, ask }: EngineOptions): Engine {
  const planner = new QueryPlanner(supergraph);
  const fulfils = fulfilling(schema);
  const prepared = new WeakMap<DocumentNode, Map<string, Prepared>>();

  /** The share of requests that overrides by percentage take: drawn for each request, planned once for each outcome. */
  const draw = () => (planner.overridePercentages.length ? Math.random() * 100 : 0);

  const prepare = (document: DocumentNode, operationName: string | undefined, percentage: number): Prepared => {
    const { operation, fragments } = partsOf(document, operationName);
    // No subgraph can answer what asks about the schema.
    const introspection = withRootFields(document, operation, (name) => ASKS_ABOUT_SCHEMA.has(name));
    const rest = introspection ? withRootFields(document, operation, (name) => !ASKS_ABOUT_SCHEMA.has(name)) : document;
    const plan = rest && planner.plan(print(rest), operationName, new Set(), percentage);
    return {
      operation,
      fetch: plan?.node ? compilePlan(plan.node, ask, fulfils) : null,
      project: rest ? projecting(apiSchema, partsOf(rest, operationName).operation, fragments) : () => ({}),
      introspection,
    };
  };

  return {
    async execute({ document, operationName, variables, context }): Promise<ExecutionResult> {
      let operations = prepared.get(document);
      if (!operations) prepared.set(document, (operations = new Map()));
      const percentage = draw();
      const key = `${operationName ?? ''} ${planner.overridePercentages.filter((limit) => percentage > limit).length}`;
      let ready = operations.get(key);
      if (!ready) operations.set(key, (ready = prepare(document, operationName, percentage)));

      let coerced: Data = {};
      if (ready.operation.variableDefinitions?.length) {
        const values = getVariableValues(apiSchema, ready.operation.variableDefinitions, variables ?? {}, { maxErrors: 20 });
        if (values.errors) return { errors: values.errors.map(badInput) };
        coerced = values.coerced;
      }
      const execution: Execution = { data: {}, errors: [], variables: coerced, context };
      await ready.fetch?.(execution);
      let data = ready.project(execution.data, coerced);
      if (ready.introspection) {
        const about = await execute({ schema: apiSchema, document: ready.introspection, variableValues: variables, operationName });
        execution.errors.push(...(about.errors ?? []));
        data = data && { ...data, ...about.data };
      }
      return execution.errors.length ? { data, errors: execution.errors } : { data };
    },
  };
}

function badInput({ message, nodes }: GraphQLError): GraphQLError {
  return new GraphQLError(message, { nodes, extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });
}

const ASKS_ABOUT_SCHEMA = new Set(['__schema', '__type']);

/** The document with only some of the root fields of an operation; null if none is left. */
function withRootFields(document: DocumentNode, operation: OperationDefinitionNode, keep: (name: string) => boolean): DocumentNode | null {
  const selections = operation.selectionSet.selections.filter((selection) => selection.kind !== Kind.FIELD || keep(selection.name.value));
  if (!selections.some((selection) => selection.kind === Kind.FIELD && keep(selection.name.value))) return null;
  const reduced = { ...operation, selectionSet: { ...operation.selectionSet, selections } };
  return withoutUnused(document, reduced);
}
