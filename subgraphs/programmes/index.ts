import type { SubgraphDefinition } from '../kit/subgraph.ts';
import { entities } from './entities.ts';
import { programmes } from './import/programmes.ts';
import { loaders, type Loaders } from './loaders.ts';
import { Migration20261124Programmes } from './migrations/20261124-programmes.ts';
import { Announce } from './migrations/20261125-announce.ts';
import { Follow } from './migrations/20261126-follow.ts';
import { Submit } from './migrations/20261129-submit.ts';
import { Timing } from './migrations/20261130-timing.ts';
import { Identity } from './migrations/20261201-identity.ts';
import { Warnings } from './migrations/20261203-warnings.ts';
import { resolvers } from './resolvers.ts';

export const subgraph: SubgraphDefinition<Loaders> = {
  name: 'programmes',
  entities,
  migrations: [Migration20261124Programmes, Announce, Follow, Submit, Timing, Identity, Warnings],
  resolvers,
  loaders,
  imports: [programmes],
};
