import { scaled } from '../support/time.ts';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { constantFrom, integer, record, sample } from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { buffer } from 'node:stream/consumers';
import { sourcesOf } from '../../subgraphs/kit/import/archive.ts';
import { ImportRefused } from '../../subgraphs/kit/import/kind.ts';
import { importFile, type ImportOptions } from '../../subgraphs/kit/import/run.ts';
import { ks2, ks4 } from '../../subgraphs/outcomes/import/results.ts';
import { Graph } from '../support/graph.ts';
import { resultsFile } from '../support/resultsFile.ts';

const DIRECTORY = resolve(process.env['REAL_DATA_DIR'] ?? '../shared/data');

/** A file to change: its name says kind and year. */
interface Base {
  name: string;
  text: string;
}

/** Real files with few of their schools, byte for byte, and fictional ones where those are not there. */
function bases(): Base[] {
  const fictional: Base[] = (
    [
      ['ks2', '2018/19'],
      ['ks2', '2024/25'],
      ['ks4', '2018/19'],
      ['ks4', '2022/23'],
    ] as const
  ).map(([kind, year]) => ({
    name: `${year.slice(0, 4)}-20${year.slice(5)}_977_${kind}final.csv`,
    text: `\ufeff${stringify(resultsFile(kind, year), { record_delimiter: '\r\n' })}`,
  }));
  if (!existsSync(DIRECTORY)) return fictional;
  const real = ['performance-tables', 'current'].flatMap((folder) =>
    readdirSync(join(DIRECTORY, folder))
      .filter((name) => /\d{3}_ks[24]final\.csv$/.test(name))
      .map((name) => {
        const [header, ...rows] = readFileSync(join(DIRECTORY, folder, name), 'utf8').split(/(?<=\n)/);
        const schools = rows.filter((row) => /^[12],/.test(row));
        const few = schools.filter(
          (row, index) =>
            index % Math.ceil(schools.length / 7) === 0 || (row.split(',').length < 30 && index > schools.length / 2),
        );
        return { name, text: [header, ...few, ...rows.filter((row) => !/^[12],/.test(row))].join('') };
      }),
  );
  return [...fictional, ...real];
}

const linesOf = (text: string) => text.split(/(?<=\n)/);
/** Changes the cells of a file, the header's among them. */
const cells = (text: string, change: (rows: string[][]) => string[][]) =>
  stringify(change(parse(text, { bom: true, relax_column_count: true }) as string[][]), { record_delimiter: '\n' });
const column = (rows: string[][], name: string) =>
  rows[0]!.findIndex((each) => each.toUpperCase() === name.toUpperCase());
/** Changes one column's values, of schools. */
const values = (text: string, name: string, change: (value: string, row: number) => string) =>
  cells(text, (rows) =>
    rows.map((row, index) =>
      index === 0 || !/^[12]$/.test(row[0]!)
        ? row
        : row.map((cell, at) => (at === column(rows, name) ? change(cell, index) : cell)),
    ),
  );

describe('a file of results that somebody changed', () => {
  let graph: Graph;
  let directory: string;
  beforeAll(async () => {
    graph = await Graph.start('empty');
    directory = mkdtempSync(join(tmpdir(), 'partner-graph-mutations-'));
  });
  afterAll(async () => {
    rmSync(directory, { recursive: true });
    await graph.stop();
  });

  /** What an import into nothing leaves, by key; and what it said. */
  async function outcomeOf(name: string, bytes: string | Buffer, options: ImportOptions = {}) {
    const { database } = graph.subgraph('outcomes');
    await database.orm.em.execute('truncate result, result_file, school_characteristics');
    const path = join(directory, name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, bytes);
    const kind = /ks4/.test(name) ? ks4 : ks2;
    try {
      const [source] = await sourcesOf(path);
      const report = await importFile(database, kind, source!, options);
      const rows = await database.rows<{ key: string; value: string }>(sql`
        select concat_ws(' ', level, subject, academic_year, measure_code, pupil_group) as key, concat_ws('|', coalesce(value::text, 'none'), coalesce(marker, 'value'), coalesce(pupils::text, '-'), coalesce(lower::text, '-'), coalesce(upper::text, '-'), coalesce(gap_to_national_others::text, '-'), local_authority_code, status) as value
        from result where file_id is not null
        union all select concat_ws(' ', urn, academic_year, pupils_of), (to_jsonb(c) - 'file_id')::text from school_characteristics c`);
      return { report, rows: new Map(rows.map(({ key, value }) => [key, value])), refused: null };
    } catch (error) {
      if (!(error instanceof ImportRefused)) throw error;
      return { report: null, rows: new Map<string, string>(), refused: error.message };
    }
  }

  const [base, key4] = [bases()[0]!, bases()[2]!];
  const real = bases().find(({ name }) => name === '2018-2019_936_ks2final.csv') ?? base;

  describe.each([
    ['fictional', base],
    ['real', real],
  ])('%s', (_, { name, text }) => {
    let before: Map<string, string>;
    beforeAll(async () => {
      before = (await outcomeOf(name, text)).rows;
      expect(before.size).toBeGreaterThan(1_000);
    });
    const measure = 'PTRWM_EXP';

    it.each<[string, (text: string) => string | Buffer]>([
      ['without a byte order mark', (it) => it.replace('\ufeff', '')],
      ['in UTF-16, little end first', (it) => Buffer.from(`\ufeff${it.replace('\ufeff', '')}`, 'utf16le')],
      ['in UTF-16, big end first', (it) => Buffer.from(`\ufeff${it.replace('\ufeff', '')}`, 'utf16le').swap16()],
      [
        'in Windows-1252 with é',
        (it) =>
          Buffer.from(
            values(it, 'SCHNAME', (value) => `${value} é`),
            'latin1',
          ),
      ],
      ['with carriage returns only', (it) => it.replaceAll('\r\n', '\r')],
      [
        'with both kinds of line breaks',
        (it) =>
          linesOf(it)
            .map((line, index) => (index % 2 ? line.replace('\r\n', '\n') : line))
            .join(''),
      ],
      ['with a line break in a name', (it) => values(it, 'SCHNAME', (value) => value.replace(' ', '\n'))],
      ['with blank lines', (it) => it.replaceAll('\r\n', '\r\n\r\n')],
      [
        'with its columns in another order',
        (it) => cells(it, (rows) => rows.map((row) => rows[0]!.map((__, at) => row[rows[0]!.length - 1 - at] ?? ''))),
      ],
      [
        'with columns of somebody else',
        (it) => cells(it, (rows) => rows.map((row, index) => [index ? 'x' : 'NOTE', ...row])),
      ],
      ['without percent signs', (it) => it.replaceAll('%', '')],
      ['without the last line break', (it) => it.replace(/\r\n$/, '')],
      ['whose last row is shorter, and not ended', (it) => it.replace(/,[^,\r\n]*\r\n$/, '')],
      [
        'with its header in capitals',
        (it) => cells(it, ([header, ...rows]) => [header!.map((each) => each.toUpperCase()), ...rows]),
      ],
      [
        'with one column in another case',
        (it) => it.replace(',TNotFSM6CLA1A,', ',TNOTFSM6CLA1A,').replace(`,${measure},`, ',PtRwm_exp,'),
      ],
      [
        'with semicolons',
        (it) => stringify(parse(it, { bom: true, relax_column_count: true }) as string[][], { delimiter: ';' }),
      ],
      [
        'with tabs',
        (it) => stringify(parse(it, { bom: true, relax_column_count: true }) as string[][], { delimiter: '\t' }),
      ],
      [
        'with every field in quotation marks',
        (it) =>
          stringify(parse(it, { bom: true, relax_column_count: true }) as string[][], {
            quoted: true,
            quoted_empty: true,
          }),
      ],
      [
        'with commas between thousands of pupils',
        (it) =>
          cells(it, (rows) =>
            rows.map((row) =>
              row.map((cell, at) =>
                at === column(rows, 'TELIG') && Number(cell) > 999 ? Number(cell).toLocaleString('en-GB') : cell,
              ),
            ),
          ),
      ],
      ['in gzip', (it) => gzipSync(it)],
    ])('is the same %s', async (___, change) => {
      const after = await outcomeOf(name, change(text));
      expect(after.refused).toBeNull();
      expect(after.report!.rejections).toEqual([]);
      expect(after.rows).toEqual(before);
    });

    it('is the same in a zip archive as it is downloaded, the year in its folder', async () => {
      const zip = new ZipFile();
      zip.addBuffer(Buffer.from(text), '2018-2019/977_ks2final.csv');
      zip.end();
      expect((await outcomeOf('download_ks2.zip', await buffer(zip.outputStream))).rows).toEqual(before);
    });

    it.each<[string, RegExp, (text: string) => string | Buffer, string?]>([
      ['cut in the middle of a row', /cut off/, (it) => it.slice(0, Math.floor(it.length * 0.6))],
      [
        'cut behind the last result of England',
        /cut off/,
        (it) => linesOf(it).slice(0, -1).join('') + linesOf(it).at(-1)!.split(',').slice(0, 60).join(','),
      ],
      [
        'that names a column twice',
        /names the column "PTRWM_HIGH" twice/i,
        (it) => it.replace(',READPROG,', ',PTRWM_HIGH,'),
      ],
      ['that is a header only', /no rows/, (it) => linesOf(it)[0]!],
      [
        'with fractions for percentages',
        /fractions/,
        (it) => it.replace(/,(\d{1,3})%/g, (____, percent: string) => `,${Number(percent) / 100}`),
      ],
      [
        'with fractions for percentages in one column',
        /PTRWM_EXP is 0\.\d+: these are fractions/,
        (it) =>
          values(it, measure, (value) => (/^\d+%$/.test(value) ? String((Number.parseInt(value) - 1) / 100) : value)),
      ],
      [
        'without a year in its name',
        /give --year/,
        (it) => it.replaceAll(/_1([678])(?=[,\r\n])/g, '_Y$1'),
        'ks2final.csv',
      ],
      [
        'of another year than its columns',
        /the columns are those of 2018\/19 and not of 2017\/18/,
        (it) => it,
        '2017-2018_936_ks2final.csv',
      ],
      ['without a column', /no column "PTMAT_EXP"/, (it) => it.replace(',PTMAT_EXP,', ',PTMATS_EXP,')],
      [
        'without a column of pupils',
        /no column "TFSM6CLA1A" \(alike/,
        (it) => it.replace(',TFSM6CLA1A,', ',TFSMCLA1A,'),
      ],
      ['that is empty', /empty/, () => ''],
      ['that is a mark only', /empty/, () => '\ufeff'],
      ['in UTF-16 without a mark', /zero bytes/, (it) => Buffer.from(it.replace('\ufeff', ''), 'utf16le')],
      [
        'with a quotation mark out of place',
        /not CSV|quotation mark/,
        (it) => it.replace('936,', '936",').replace('977,', '977",'),
      ],
    ])('is refused %s', async (___, reason, change, otherName) => {
      const after = await outcomeOf(otherName ?? name, change(text));
      expect(after.refused).toMatch(reason);
      expect(after.rows.size).toBe(0);
    });

    it('says which columns are alike to one that is missing', async () => {
      const { refused } = await outcomeOf(name, text.replace(',PTMAT_EXP,', ',PTMATS_EXP,'));
      expect(refused).toContain('"PTMAT_EXP" (alike: "PTMATS_EXP"');
      const { report } = await outcomeOf(name, text.replace(',PTMAT_EXP,', ',PTMATS_EXP,'), { acceptMissing: true });
      expect(report!.lines().join('\n')).toMatch(/missing, and accepted so: "PTMAT_EXP"/);
    });

    const rowOf = (it: string) =>
      (parse(it, { bom: true, relax_column_count: true }) as string[][]).findIndex(
        (row, index) => index > 0 && row.length > 200,
      );
    it.each<[string, string, string, RegExp]>([
      ['a score ten times too large', 'READ_AVERAGE', '1040', /from 80 to 120/],
      ['progress beyond all bounds', 'READPROG', '99', /from -40 to 40/],
      ['a marker that is none', 'PTRWM_HIGH', 'FOO', /neither a number nor one of the markers/],
      ['a part of a pupil', 'TELIG', '60.5', /whole number of pupils/],
      ['fewer pupils than none', 'TELIG', '-5', /whole number of pupils/],
      ['an authority that is none', 'LEA', '93', /local authority/],
      ['no authority', 'LEA', '', /local authority/],
      ['a percentage above 100', 'PTMAT_EXP', '163%', /0 to 100/],
      ['a limit that is none', 'READPROG_LOWER', 'FOO', /markers/],
      ['a record type of key stage 4', 'RECTYPE', '7', /record type of key stage 2/],
    ])('rejects a row with %s, and takes the rest', async (___, name2, value, reason) => {
      const at = rowOf(text);
      const { report, rows } = await outcomeOf(
        name,
        values(text, name2, (cell, index) => (index === at ? value : cell)),
      );
      expect(report!.rejections).toMatchObject([{ line: at + 1, value }]);
      expect(report!.rejections[0]!.column.toUpperCase()).toBe(name2);
      expect(report!.rejections[0]!.reason).toMatch(reason);
      expect(rows.size).toBeLessThan(before.size);
      for (const [key, each] of rows) expect(before.get(key)).toBe(each);
    });

    it('rejects the second of a row that stands there twice, and names the first', async () => {
      const lines = linesOf(text);
      const at = rowOf(text);
      const { report, rows } = await outcomeOf(
        name,
        [...lines.slice(0, at + 1), lines[at], ...lines.slice(at + 1)].join(''),
      );
      expect(report!.rejections).toMatchObject([
        { line: at + 2, column: 'URN', reason: `stands in line ${at + 1} already` },
      ]);
      expect(rows).toEqual(before);
    });

    it('says that the rows of the authority and of England are missing', async () => {
      const { report } = await outcomeOf(
        name,
        linesOf(text)
          .filter((line) => !/^[345],/.test(line))
          .join(''),
      );
      expect(report!.notes.join('\n')).toMatch(/no row of a local authority[^]*no row of England/);
    });
  });

  it("refuses a file whose row of England has lost a field that no percent sign tells of, by that row's line", async () => {
    const plain = key4.text.replaceAll('%', '');
    const lines = linesOf(plain);
    const at = lines.findIndex((line) => line.startsWith('5,'));
    const fields = lines[at]!.split(',');
    const without = [...fields.slice(0, 40), ...fields.slice(41)].join(',');
    const { refused, rows } = await outcomeOf(
      key4.name,
      lines.map((line, index) => (index === at ? without : line)).join(''),
    );
    expect(refused).toMatch(new RegExp(`^line ${at + 1}: this row and that of England in line \\d+ are alike only if`));
    expect(rows.size).toBe(0);
    expect((await outcomeOf(key4.name, plain)).refused).toBeNull();
  });

  it('reads the record types of key stage 4 as its description says', async () => {
    const { rows } = await outcomeOf(key4.name, key4.text);
    const levels = new Set([...rows.keys()].map((key) => key.split(' ').slice(0, 2).join(' ')));
    expect([...levels].filter((level) => /^(LOCAL|ENGLAND)/.test(level)).sort()).toEqual([
      'ENGLAND_ALL -',
      'ENGLAND_STATE_FUNDED -',
      'LOCAL_AUTHORITY 977',
    ]);
    expect((await outcomeOf('2017-2018_977_ks4final.csv', key4.text)).refused).toMatch(/columns are those of 2018\/19/);
    const { report } = await outcomeOf(key4.name, key4.text.replace(/\n4,/, '\n3,'));
    expect(report!.rejections[0]).toMatchObject({ column: 'RECTYPE', value: '3' });
  });

  it.each(
    bases()
      .filter(({ name }) => !name.includes('977'))
      .map(({ name, text }) => [name, text]),
  )('refuses %s under the name of another year', async (name, text) => {
    // A file of 2024/25 at key stage 4 says nothing that one of 2025/26 could not say.
    const years = Array.from({ length: 10 }, (_, n) => `${2016 + n}-${2017 + n}`).filter(
      (year) =>
        !name.startsWith(year) && !(name.startsWith('2024-2025') && name.includes('ks4') && year === '2025-2026'),
    );
    for (const year of years)
      expect([year, (await outcomeOf(name.replace(/^\d{4}-\d{4}/, year), text)).refused]).toEqual([
        year,
        expect.stringMatching(/the columns are those of|no results of schools were published/),
      ]);
  });

  describe('any file, any one change', () => {
    const pick = <T>(list: readonly T[], n: number) => list[n % list.length]!;
    /** Changes by a name and a number. */
    const CHANGES: Record<string, (text: string, n: number) => string | Buffer> = {
      'cut anywhere': (text, n) => text.slice(0, 1 + (n % (text.length - 1))),
      'cut at a line end': (text, n) =>
        linesOf(text)
          .slice(0, 1 + (n % (linesOf(text).length - 1)))
          .join(''),
      'line break in a row': (text, n) => `${text.slice(0, n % text.length)}\n${text.slice(n % text.length)}`,
      'shuffled columns': (text, n) =>
        cells(text, (rows) => rows.map((row) => rows[0]!.map((_, at) => row[(at * 7919 + n) % rows[0]!.length] ?? ''))),
      'renamed column': (text, n) =>
        cells(text, ([header, ...rows]) => [
          header!.map((name, at) => (at === n % header!.length ? `${name}X` : name)),
          ...rows,
        ]),
      'column named as another': (text, n) =>
        cells(text, ([header, ...rows]) => [
          header!.map((name, at) => (at === n % header!.length ? pick(header!, n * 31) : name)),
          ...rows,
        ]),
      'column gone': (text, n) =>
        cells(text, (rows) => rows.map((row) => row.filter((_, at) => at !== n % rows[0]!.length))),
      'column in another case': (text, n) =>
        cells(text, ([header, ...rows]) => [
          header!.map((name, at) => (at === n % header!.length ? name.toLowerCase() : name)),
          ...rows,
        ]),
      'line ends': (text, n) =>
        linesOf(text)
          .map((line, at) => line.replace(/\r?\n/, pick(['\n', '\r\n', '\r'], n + at * (n % 3))))
          .join(''),
      encoding: (text, n) =>
        n % 3
          ? Buffer.from(`\ufeff${text.replace('\ufeff', '')}`, 'utf16le')
          : Buffer.from(text.replace('\ufeff', ''), 'latin1'),
      separators: (text, n) =>
        stringify(parse(text, { bom: true, relax_column_count: true }) as string[][], {
          delimiter: pick([';', '\t', '|'], n),
        }),
      'comma too many': (text, n) =>
        linesOf(text)
          .map((line, at) => (at === 1 + (n % (linesOf(text).length - 1)) ? insertAt(line, n, ',') : line))
          .join(''),
      'comma too few': (text, n) =>
        linesOf(text)
          .map((line, at) => (at === 1 + (n % (linesOf(text).length - 1)) ? withoutComma(line, n) : line))
          .join(''),
      'quotation mark': (text, n) => insertAt(text, n, '"'),
      'row twice': (text, n) =>
        linesOf(text)
          .flatMap((line, at) =>
            at === 1 + (n % (linesOf(text).length - 1))
              ? [line.replace(/[^\n]$/, '$&\r\n'), line]
              : [line.replace(/[^\n]$/, '$&\r\n')],
          )
          .join(''),
      'rows in another order': (text) =>
        [
          linesOf(text)[0],
          ...linesOf(text)
            .slice(1)
            .map((line) => line.replace(/[^\n]$/, '$&\r\n'))
            .toReversed(),
        ].join(''),
      'no percent signs': (text) => text.replaceAll('%', ''),
    };
    const insertAt = (text: string, n: number, what: string) =>
      `${text.slice(0, n % text.length)}${what}${text.slice(n % text.length)}`;
    const withoutComma = (line: string, n: number) => {
      const commas = [...line.matchAll(/,/g)].map(({ index }) => index);
      const at = pick(commas, n);
      return line.slice(0, at) + line.slice(at + 1);
    };

    it(
      'gives the same results, or is refused, or rejects the row: never others',
      { timeout: scaled(280_000) },
      async () => {
        const files = bases();
        const befores = new Map<string, Map<string, string>>();
        const runs = sample(
          record({
            file: constantFrom(...files),
            change: constantFrom(...Object.keys(CHANGES)),
            n: integer({ min: 1, max: 1_000_000 }),
          }),
          { numRuns: Number(process.env['MUTATIONS'] ?? 100), seed: Number(process.env['SEED'] ?? 11) },
        );
        const table: Record<string, { same: number; rejected: number; refused: number; wrong: number }> = {};
        const wrong: string[] = [];
        for (const { file, change, n } of runs) {
          if (!befores.has(file.name + file.text.length))
            befores.set(file.name + file.text.length, (await outcomeOf(file.name, file.text)).rows);
          const before = befores.get(file.name + file.text.length)!;
          const { rows, report, refused } = await outcomeOf(file.name, CHANGES[change]!(file.text, n));
          const line = (table[change] ??= { same: 0, rejected: 0, refused: 0, wrong: 0 });
          const others = [...rows].filter(([key, value]) => before.get(key) !== value);
          const said =
            report &&
            (report.rejected > 0 ||
              report.notes.some((note) => /no row of|not in the file/.test(note)) ||
              // What was not published that year has no values to lose, and the account says so.
              [...before].every(
                ([key, value]) =>
                  rows.has(key) ||
                  (value.startsWith('none|') &&
                    report.account.some((each) => {
                      const [, , , measure, group] = key.split(' ');
                      return each.startsWith(`  ${measure}:`) && each.includes(`${group} not published`);
                    })),
              ));
          if (refused) line.refused++;
          else if (!others.length && rows.size === before.size) line.same++;
          else if (!others.length && said) line.rejected++;
          else {
            line.wrong++;
            wrong.push(
              `${file.name}, ${change}, ${n}: ${others
                .slice(0, 3)
                .map(([key, value]) => `${key} ${value}, was ${before.get(key)}`)
                .join('; ')} (${rows.size} of ${before.size})`,
            );
          }
        }
        console.table(table);
        expect(wrong).toEqual([]);
      },
    );
  });
});
