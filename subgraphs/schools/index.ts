import type { SubgraphDefinition } from '../kit/subgraph.ts';
import { entities } from './entities.ts';
import { establishments } from './import/establishments.ts';
import { groupLinks, groups } from './import/groups.ts';
import { links } from './import/links.ts';
import { members } from './import/members.ts';
import { loaders, type Loaders } from './loaders.ts';
import { Migration20261124Schools } from './migrations/20261124-schools.ts';
import { Announce } from './migrations/20261125-announce.ts';
import { Follow } from './migrations/20261126-follow.ts';
import { Submit } from './migrations/20261129-submit.ts';
import { Timing } from './migrations/20261130-timing.ts';
import { Identity } from './migrations/20261201-identity.ts';
import { Warnings } from './migrations/20261203-warnings.ts';
import { Releases } from './migrations/20261205-releases.ts';
import { resolvers } from './resolvers.ts';

export const subgraph: SubgraphDefinition<Loaders> = {
  name: 'schools',
  entities,
  migrations: [Migration20261124Schools, Announce, Follow, Submit, Timing, Identity, Warnings, Releases],
  resolvers,
  loaders,
  imports: [establishments, links, groups, groupLinks, members],
};
