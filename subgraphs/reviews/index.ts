import type { SubgraphDefinition } from '../kit/subgraph.ts';
import { keep } from '../kit/import/merge.ts';
import { entities, Framework } from './entities.ts';
import { FRAMEWORKS } from './frameworks.ts';
import { reviews } from './import/reviews.ts';
import { loaders, type Loaders } from './loaders.ts';
import { Migration20261124Reviews } from './migrations/20261124-reviews.ts';
import { Announce } from './migrations/20261125-announce.ts';
import { Follow } from './migrations/20261126-follow.ts';
import { Scope } from './migrations/20261128-scope.ts';
import { Submit } from './migrations/20261129-submit.ts';
import { Timing } from './migrations/20261130-timing.ts';
import { Identity } from './migrations/20261201-identity.ts';
import { Warnings } from './migrations/20261203-warnings.ts';
import { resolvers } from './resolvers.ts';

export const subgraph: SubgraphDefinition<Loaders> = {
  name: 'reviews',
  entities,
  migrations: [Migration20261124Reviews, Announce, Follow, Scope, Submit, Timing, Identity, Warnings],
  prepare: (db) => db.transaction((em) => keep(em, Framework, FRAMEWORKS)),
  resolvers,
  loaders,
  imports: [reviews],
};
