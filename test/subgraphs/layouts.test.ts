import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { accountOf } from '../../subgraphs/outcomes/import/account.ts';
import { COMPANIONS, LAYOUTS, RECORD_TYPES } from '../../subgraphs/outcomes/import/layouts.ts';
import { yearIn } from '../../subgraphs/outcomes/import/release.ts';
import { measureOf, MEASURES } from '../../subgraphs/outcomes/measures.ts';

const DIRECTORY = resolve(process.env['REAL_DATA_DIR'] ?? '../shared/data');
const read = (path: string) =>
  parse(readFileSync(join(DIRECTORY, path)), { bom: true, relax_column_count: true, to: 2_000 }) as string[][];

describe('the catalogue of layouts', () => {
  it('speaks of measures that there are, in the years in which they are published', () => {
    for (const { of, group, published, column } of LAYOUTS) {
      if (!group) continue;
      const measure = measureOf(of);
      expect(measure, of).toBeDefined();
      for (const year of measure!.yearsNotPublished.filter((each) => each >= '2021/22'))
        expect(published(year), `${column[0]} in ${year}`).toBe('NOT_PUBLISHED');
    }
  });

  it('has all pupils together of every measure, once a year', () => {
    for (const { code, keyStage, firstYear } of MEASURES) {
      for (const year of ['2016/17', '2018/19', '2022/23']) {
        const lines = LAYOUTS.filter(
          ({ kind, of, group, published }) =>
            kind === keyStage.toLowerCase() && of === code && group === 'ALL' && published(year) === 'PUBLISHED',
        );
        expect(lines.length, `${code} in ${year}`).toBe(year >= firstYear ? 1 : 0);
      }
    }
  });

  it('does not read one column as two', () => {
    for (const kind of ['ks2', 'ks4'] as const) {
      for (const year of ['2017/18', '2021/22']) {
        const columns = LAYOUTS.filter(
          (line) => line.kind === kind && line.group && line.published(year) === 'PUBLISHED',
        ).flatMap(({ column, lower, upper, gap }) => [column, lower, upper, gap].flatMap((names) => names.slice(0, 1)));
        expect(columns.filter((name, index) => columns.indexOf(name) !== index)).toEqual([]);
      }
    }
  });

  it.each([
    ['2018-2019_936_ks2final.csv', '2018/19'],
    ['201819_x', '2018/19'],
    ['2018-19 final', '2018/19'],
    ['2018_936', null],
    ['2018-2020', null],
    ['936_ks2final.csv', null],
  ])('reads the year in %s', (name, year) => {
    expect(yearIn(name)).toBe(year);
  });
});

describe.skipIf(!existsSync(DIRECTORY))("the Department's descriptions and headers, in REAL_DATA_DIR", () => {
  it.each(['ks2', 'ks4'] as const)('say of %s in 2018/19 what the catalogue says', (kind) => {
    const described = read(`performance-tables/2018-2019_${kind}_meta.csv`);
    const names = new Map(
      described.slice(1).map(([, name, description]) => [name!.trim().toUpperCase(), description!]),
    );
    for (const line of LAYOUTS.filter((each) => each.kind === kind && each.published('2018/19') === 'PUBLISHED')) {
      for (const columns of [line.column, ...COMPANIONS.map((companion) => line[companion])]) {
        if (columns.length)
          expect(
            columns.some((name) => names.has(name.toUpperCase())),
            `${columns.join(' or ')} of ${line.of}`,
          ).toBe(true);
      }
    }
    const types = [...names.get('RECTYPE')!.matchAll(/(\d)=([^;)]+)/g)].map(([, type, name]) => [
      type,
      /special|mainstream/i.test(name!)
        ? 'SCHOOL'
        : /local/i.test(name!)
          ? 'LOCAL_AUTHORITY'
          : /all/i.test(name!)
            ? 'ENGLAND_ALL'
            : 'ENGLAND_STATE_FUNDED',
    ]);
    expect(types).toEqual([...RECORD_TYPES[kind]]);
  });

  it('has nothing missing in any file, nor left out', () => {
    const files = ['performance-tables', 'current'].flatMap((folder) =>
      readdirSync(join(DIRECTORY, folder))
        .filter((name) => /(_\d{3}_ks[24]final|mats-performance.*)\.csv$/.test(name))
        .map((name) => join(folder, name)),
    );
    expect(files.length).toBeGreaterThan(10);
    for (const path of files) {
      const kind = path.includes('ks4-mats')
        ? 'mats'
        : path.includes('ks2-mats')
          ? 'ks2-mats'
          : path.includes('ks4')
            ? 'ks4'
            : 'ks2';
      const account = accountOf(kind, yearIn(path)!, new Set(read(path)[0]!.map((name) => name.trim())));
      expect([path, account.missing, account.leftOut]).toEqual([path, [], []]);
    }
  });
});
