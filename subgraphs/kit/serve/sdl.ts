import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The subgraphs of the product, in the order in which they are loaded and shown. */
export const SUBGRAPHS = ['schools', 'reviews', 'programmes', 'outcomes'] as const;
export type SubgraphName = (typeof SUBGRAPHS)[number];

/** The SDL of a subgraph: its contract. */
export const sdlOf = (name: SubgraphName): string =>
  readFileSync(fileURLToPath(new URL(`../../../schema/${name}.graphql`, import.meta.url)), 'utf8');
