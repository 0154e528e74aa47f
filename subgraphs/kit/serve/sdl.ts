import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The subgraphs of the product, in the order in which they are loaded and shown. */
export const SUBGRAPHS = ['schools', 'reviews', 'programmes', 'outcomes'] as const;
export type SubgraphName = (typeof SUBGRAPHS)[number];

/** What all subgraphs have in common: pages, and what submissions are answered with. */
const SHARED = ['common', 'writing'] as const;

const fileOf = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../../../schema/${name}.graphql`, import.meta.url)), 'utf8');

/** The SDL of a subgraph, its contract: its own file with what all have in common. */
export const sdlOf = (name: SubgraphName): string => [name, ...SHARED].map(fileOf).join('\n');
