import type { SubgraphDefinition } from '../kit/subgraph.ts';
import { keep } from '../kit/import/merge.ts';
import { entities, Measure } from './entities.ts';
import { absence, census } from './import/characteristics.ts';
import { ks2, ks2Mats, ks4, mats } from './import/results.ts';
import { ees } from './import/tidy.ts';
import { loaders, type Loaders } from './loaders.ts';
import { MEASURES } from './measures.ts';
import { Migration20261124Outcomes } from './migrations/20261124-outcomes.ts';
import { Announce } from './migrations/20261125-announce.ts';
import { Follow } from './migrations/20261126-follow.ts';
import { Scope } from './migrations/20261128-scope.ts';
import { Submit } from './migrations/20261129-submit.ts';
import { Timing } from './migrations/20261130-timing.ts';
import { Identity } from './migrations/20261201-identity.ts';
import { SideBySide } from './migrations/20261202-side-by-side.ts';
import { Warnings } from './migrations/20261203-warnings.ts';
import { Tombstones } from './migrations/20261204-tombstones.ts';
import { Accounts } from './migrations/20261205-accounts.ts';
import { resolvers } from './resolvers.ts';

export const subgraph: SubgraphDefinition<Loaders> = {
  name: 'outcomes',
  entities,
  migrations: [
    Migration20261124Outcomes,
    Announce,
    Follow,
    Scope,
    Submit,
    Timing,
    Identity,
    SideBySide,
    Warnings,
    Tombstones,
    Accounts,
  ],
  prepare: (db) =>
    db.transaction((em) =>
      keep(
        em,
        Measure,
        MEASURES.map((measure) => ({ ...measure, lastYear: measure.lastYear ?? null })),
      ),
    ),
  resolvers,
  loaders,
  imports: [ks2, ks4, mats, ks2Mats, ees, census, absence],
};
