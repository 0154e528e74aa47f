import type { RunningSubgraph } from '../../../subgraphs/kit/subgraph.ts';
import type { Transport } from '../supergraph.ts';

/** Subgraphs that run in this process: a request is a function call. */
export function localTransport(subgraphs: readonly RunningSubgraph[]): Transport {
  const byName = new Map(subgraphs.map((subgraph) => [subgraph.name as string, subgraph]));
  return (name, request) => byName.get(name)!.execute(request);
}
