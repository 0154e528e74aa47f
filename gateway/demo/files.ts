import { stringify } from 'csv-stringify/sync';
import type { Source } from '../../subgraphs/kit/import/read.ts';
import { programmeRows, reviewRows } from './collaboration.ts';
import { establishmentRows, groupLinkRows, groupRows, linkRows, memberRows } from './register.ts';
import { PROVISIONAL_YEAR, resultRows, RESULT_YEARS, trustRows } from './results.ts';
import { demoWorld } from './world.ts';

/** A file of the demo network, in one of the formats that can be imported. */
export interface DemoFile {
  kind: string;
  name: string;
  rows(): string[][];
}

const years = (year: number) => `${year}-${year + 1}`;

/** All files of the fictional demo network, in the order in which they are imported. */
export function demoFiles(): DemoFile[] {
  const world = demoWorld();
  return [
    { kind: 'gias-establishments', name: 'demo_edubasealldata.csv', rows: () => establishmentRows(world) },
    { kind: 'gias-links', name: 'demo_links_edubasealldata.csv', rows: () => linkRows(world) },
    { kind: 'gias-groups', name: 'demo_allgroupsdata.csv', rows: () => groupRows(world) },
    { kind: 'gias-group-links', name: 'demo_allgrouplinks2017.csv', rows: () => groupLinkRows(world, 2017) },
    { kind: 'gias-group-links', name: 'demo_allgrouplinks2026.csv', rows: () => groupLinkRows(world, 2026) },
    { kind: 'members', name: 'demo_members.csv', rows: () => memberRows(world) },
    { kind: 'reviews', name: 'demo_reviews.csv', rows: () => reviewRows(world) },
    { kind: 'programmes', name: 'demo_programmes.csv', rows: () => programmeRows(world) },
    ...RESULT_YEARS.map((year) => ({
      kind: 'ks2',
      name: `demo_${years(year)}_ks2final.csv`,
      rows: () => resultRows(world, 'KS2', year),
    })),
    {
      kind: 'ks2',
      name: `demo_${years(PROVISIONAL_YEAR)}_ks2provisional.csv`,
      rows: () => resultRows(world, 'KS2', PROVISIONAL_YEAR),
    },
    ...RESULT_YEARS.map((year) => ({
      kind: 'ks4',
      name: `demo_${years(year)}_ks4final.csv`,
      rows: () => resultRows(world, 'KS4', year),
    })),
    ...[2022, 2023].map((year) => ({
      kind: 'mats',
      name: `demo_${years(year)}_ks4-mats-performance.csv`,
      rows: () => trustRows(world, year),
    })),
  ];
}

/** A file of the demo network as a source for an importer. */
export function demoSource({ name, rows }: DemoFile): Source {
  return {
    name,
    async *text() {
      const all = rows();
      for (let start = 0; start < all.length; start += 500) yield stringify(all.slice(start, start + 500));
    },
  };
}
