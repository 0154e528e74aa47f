import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { RowCache } from '../../subgraphs/kit/read/cache.ts';
import { withScalars } from '../../subgraphs/kit/serve/scalars.ts';
import { SUBGRAPHS } from '../../subgraphs/kit/serve/sdl.ts';
import { startSubgraph, type RunningSubgraph, type StartOptions } from '../../subgraphs/kit/subgraph.ts';
import { subgraphs } from '../../subgraphs/index.ts';
import { federationGateway, type Transport } from './supergraph.ts';

/** Our supergraph, as composed. */
export const SUPERGRAPH = readFileSync(
  fileURLToPath(new URL('../../schema/supergraph.graphql', import.meta.url)),
  'utf8',
);

/** All four subgraphs in this process, on one server. */
export async function startSubgraphs(options: StartOptions): Promise<RunningSubgraph[]> {
  return Promise.all(SUBGRAPHS.map((name) => startSubgraph(subgraphs[name], options)));
}

/** Keeps the answers that are made of rows of all four, which tell it of changes. */
export const answerCache = () => new RowCache('answers', ...SUBGRAPHS);

/** The gateway of our own graph over a transport. */
export const partnerGateway = (transport: Transport, answers?: RowCache, report?: (error: unknown) => void) =>
  federationGateway(SUPERGRAPH, transport, { refine: withScalars, answers, report });

/** Whether each of these subgraphs is ready. */
export async function readiness(running: readonly RunningSubgraph[]): Promise<Record<string, boolean>> {
  return Object.fromEntries(
    await Promise.all(running.map(async ({ name, ready }) => [name, await ready().catch(() => false)] as const)),
  );
}
