import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import type { ExecutionResult } from 'graphql';
import type { SubgraphRequest } from '../../subgraphs/kit/subgraph.ts';
import type { Engine, EngineOptions } from './engine.ts';

/** The runtime logs through this, and nothing: what goes wrong is in the answer. Without it, LOG_LEVEL would be read as its own. */
const SILENT = { log() {}, trace() {}, debug() {}, info() {}, warn() {}, error() {}, child: () => SILENT };

/** The engine of Hive Gateway, which interprets the same plans: to compare ours with. */
export async function routerRuntimeEngine({ supergraph, schema, ask }: EngineOptions): Promise<Engine> {
  const { executor } = await unifiedGraphHandler({
    unifiedGraph: schema,
    getUnifiedGraphSDL: () => supergraph,
    onSubgraphExecute: ((name: string, request: SubgraphRequest) => ask(name, request)) as never,
    log: SILENT as never,
  });
  return {
    async execute(request) {
      const result = (await executor!({ ...request, variables: request.variables ?? {} } as never)) as ExecutionResult;
      return { ...result, data: result.data ?? null };
    },
  };
}
