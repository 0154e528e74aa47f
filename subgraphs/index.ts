import { SUBGRAPHS, type SubgraphName } from './kit/serve/sdl.ts';
import type { SubgraphDefinition } from './kit/subgraph.ts';
import { subgraph as outcomes } from './outcomes/index.ts';
import { subgraph as programmes } from './programmes/index.ts';
import { subgraph as reviews } from './reviews/index.ts';
import { subgraph as schools } from './schools/index.ts';

/** The four subgraphs, by name. */
// oxlint-disable-next-line typescript/no-explicit-any -- each has loaders of its own
export const subgraphs: Record<SubgraphName, SubgraphDefinition<any>> = { schools, reviews, programmes, outcomes };

/** Every kind of file that can be imported, with the subgraph that takes it. */
export const importKinds = SUBGRAPHS.flatMap((name) =>
  subgraphs[name].imports.map((kind) => ({ subgraph: name, kind })),
);
