import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { stringify } from 'csv-stringify/sync';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importInto } from '../../gateway/commands/import.ts';
import { fileSource } from '../../subgraphs/kit/import/read.ts';
import type { ImportReport } from '../../subgraphs/kit/import/report.ts';
import { ANONYMOUS, Graph } from '../support/graph.ts';
import { scaled } from '../support/time.ts';

const DIRECTORY = resolve(process.env['REAL_DATA_DIR'] ?? '../shared/data');
const run = promisify(execFile);
const python = await run('python3', ['-c', 'pass']).then(
  () => true,
  () => false,
);

// The same figures by other means: Python's reader, and the names of columns as the Department's descriptions explain
// them, taken apart by expressions instead of looked up in a table.
const COUNT = String.raw`
import csv, json, re, sys
path = sys.argv[1]
ks = 4 if "ks4final" in path else 2
LEVEL = {"1": "SCHOOL", "2": "SCHOOL", **({"3": "LOCAL_AUTHORITY", "4": "ENGLAND_ALL", "5": "ENGLAND_STATE_FUNDED"} if ks == 2 else {"4": "LOCAL_AUTHORITY", "5": "ENGLAND_ALL", "7": "ENGLAND_STATE_FUNDED"})}
GROUP = {"": "ALL", "FSM6CLA1A": "DISADVANTAGED", "NOTFSM6CLA1A": "OTHERS", "NFSM6CLA1A": "OTHERS", "B": "BOYS", "PB": "BOYS", "BOYS": "BOYS", "G": "GIRLS", "PG": "GIRLS", "GIRLS": "GIRLS", "EAL": "EAL", "MOBN": "NON_MOBILE", "NMOB": "NON_MOBILE", "L": "LOW_PRIOR", "LO": "LOW_PRIOR", "M": "MIDDLE_PRIOR", "AV": "MIDDLE_PRIOR", "MID": "MIDDLE_PRIOR", "H": "HIGH_PRIOR", "HI": "HIGH_PRIOR"}
def name(column):
    c = column.upper()
    if ks == 2:
        m = re.fullmatch(r"(PTRWM_EXP|PTRWM_HIGH|(?:READ|WRIT|MAT)PROG|(?:READ|MAT|GPS)_AVERAGE|PT(?:READ|GPS|MAT)_(?:EXP|HIGH)|PTWRITTA_(?:EXP|HIGH)|PTSCITA_EXP)(?:_(FSM6CLA1A|NOTFSM6CLA1A|B|G|EAL|MOBN|L|M|H))?", c)
        return m and (m[1], GROUP[m[2] or ""])
    m = re.fullmatch(r"(ATT8SCR|P8MEA|EBACCAPS)(?:_(FSM6CLA1A|NFSM6CLA1A|BOYS|GIRLS|EAL|NMOB|LO|AV|MID|HI))?", c)
    if m: return m[1], GROUP[m[2] or ""]
    m = re.fullmatch(r"P([TBG])L2BASICS(EAL|NMOB|)_(9[45])", c)
    if m: return "PTL2BASICS_" + m[3], {"B": "BOYS", "G": "GIRLS"}.get(m[1]) or GROUP[m[2]]
    m = re.fullmatch(r"PT(FSM6CLA1A|NOTFSM6CLA1A|)BASICS(LO|AV|HI|)_(9[45])", c)
    if m and (m[1] or m[2]): return "PTL2BASICS_" + m[3], GROUP[m[1] or m[2]]
    m = re.fullmatch(r"P([TBG])EBACC_E(FSM6CLA1A|NFSM6CLA1A|EAL|NMOB|LO|AV|HI|)_PTQ_EE", c)
    if m: return "PTEBACC_E_PTQ_EE", {"B": "BOYS", "G": "GIRLS"}.get(m[1]) or GROUP[m[2]]
    m = re.fullmatch(r"P([TBG])EBACC(EAL|NMOB|LO|AV|HI|)_(9[45])(?:_(FSM6CLA1A|NFSM6CLA1A))?", c)
    if m: return "PTEBACC_" + m[3], {"B": "BOYS", "G": "GIRLS"}.get(m[1]) or GROUP[m[4] or m[2]]
PUPILS = {2: dict(ALL="TELIG", DISADVANTAGED="TFSM6CLA1A", OTHERS="TNOTFSM6CLA1A", BOYS="BELIG", GIRLS="GELIG", EAL="TEALGRP2", NON_MOBILE="TMOBN", LOW_PRIOR="TKS1GROUP_L", MIDDLE_PRIOR="TKS1GROUP_M", HIGH_PRIOR="TKS1GROUP_H"),
  4: dict(ALL="TPUP", DISADVANTAGED="TFSM6CLA1A", OTHERS="TNOTFSM6CLA1A", BOYS="BPUP", GIRLS="GPUP", EAL="TEALGRP2", NON_MOBILE="TNMOB", LOW_PRIOR="TPRIORLO", MIDDLE_PRIOR="TPRIORAV", HIGH_PRIOR="TPRIORHI")}[ks]
def number(text):
    return float(text.rstrip("%")) if re.fullmatch(r"-?\d+(\.\d+)?%?", text) else None
out = []
for row in csv.DictReader(open(path, encoding="utf-8-sig", newline=""), restval=""):
    up = {k.upper(): (v or "").strip() for k, v in row.items() if k}
    level = LEVEL[up["RECTYPE"]]
    subject = up["URN"] if level == "SCHOOL" else up.get("LEA") if level == "LOCAL_AUTHORITY" else "-"
    cells = [(n, up[c.upper()], c) for c in row if c and (n := name(c))]
    new = "NEW" in row.values() and not any(v for _, v, _ in cells)
    for (measure, group), text, column in cells:
        zero = text == "" and level == "ENGLAND_STATE_FUNDED" and group == "ALL" and ks == 2 and measure.endswith("PROG") and not re.search("202[45]-", path)
        value = 0.0 if zero else number(text)
        pupils = number(up.get("P8PUP" + column.upper()[5:], "")) if measure == "P8MEA" else number(up.get(PUPILS[group], ""))
        if ks == 2 and measure.endswith("PROG") and pupils is not None:
            cover = number(up.get(measure[:-4] + "COV", ""))
            pupils = None if cover is None else int(pupils * cover / 100 + 0.5)
        out.append([level, subject, measure, group, value, None if value is not None else "NEW" if new else text, pupils])
json.dump({"cells": out, "schools": [[r["URN"], r["SCHNAME"]] for r in csv.DictReader(open(path, encoding="utf-8-sig", newline="")) if r["RECTYPE"] in "12"]}, sys.stdout)
`;

type Cell = [
  level: string,
  subject: string,
  measure: string,
  group: string,
  value: number | null,
  marker: string | null,
  pupils: number | null,
];
const keyOf = ([level, subject, measure, group]: readonly unknown[]) => [level, subject, measure, group].join(' ');

describe.skipIf(!existsSync(DIRECTORY) || !python)('every figure of the files in REAL_DATA_DIR', () => {
  const files = existsSync(DIRECTORY)
    ? ['performance-tables', 'current'].flatMap((folder) =>
        readdirSync(join(DIRECTORY, folder))
          .filter((name) => /_\d{3}_ks[24]final\.csv$/.test(name))
          .map((name) => join(folder, name)),
      )
    : [];
  let graph: Graph;
  const counted = new Map<string, { cells: Cell[]; schools: [string, string][] }>();
  const reports = new Map<string, ImportReport>();

  beforeAll(async () => {
    graph = await Graph.start('empty');
    for (const path of files) {
      const { stdout } = await run('python3', ['-c', COUNT, join(DIRECTORY, path)], { maxBuffer: 256 * 1024 * 1024 });
      counted.set(path, JSON.parse(stdout));
    }
    // A register of the schools of these files, by their names there.
    const schools = new Map([...counted.values()].flatMap((each) => each.schools));
    const header = [
      'URN',
      'EstablishmentName',
      'EstablishmentStatus (name)',
      'PhaseOfEducation (name)',
      'TypeOfEstablishment (name)',
      'OpenDate',
      'CloseDate',
    ];
    await graph.import(
      'gias-establishments',
      'register.csv',
      stringify([
        header,
        ...[...schools].map(([urn, name]) => [urn, name, 'Open', 'Primary', 'Community school', '', '']),
      ]),
    );
    for (const path of files)
      reports.set(
        path,
        await importInto(
          graph.running,
          basename(path).includes('ks4') ? 'ks4' : 'ks2',
          await fileSource(join(DIRECTORY, path)),
        ),
      );
  }, scaled(280_000));
  afterAll(() => graph.stop());

  it.each(files)(
    'in %s is as counted by other means, markers and pupils too, for schools, authority and England',
    async (path) => {
      expect(reports.get(path)!.rejected).toBe(0);
      const { cells } = counted.get(path)!;
      const year = `${basename(path).slice(0, 4)}/${basename(path).slice(7, 9)}`;
      const rows = await graph.subgraph('outcomes').database.rows<{ cell: Cell }>(sql`
      select json_build_array(level, subject, measure_code, pupil_group, value, marker, pupils) as cell from result where academic_year = ${year} and measure_code = any(${[...new Set(cells.map(([, , measure]) => measure))]})`);
      const found = new Map(rows.map(({ cell }) => [keyOf(cell), cell]));
      const differ = cells
        .filter((cell) => JSON.stringify(found.get(keyOf(cell))) !== JSON.stringify(cell))
        .map((cell) => [cell, found.get(keyOf(cell))]);
      expect(cells.length).toBeGreaterThan(350);
      expect(differ.slice(0, 5)).toEqual([]);
      expect(new Set(cells.map(keyOf)).size).toBe(cells.length);
    },
  );

  it('is what the API gives, with authority and England beside it', { timeout: scaled(120_000) }, async () => {
    for (const path of files) {
      const { cells, schools } = counted.get(path)!;
      const year = `${basename(path).slice(0, 4)}/${basename(path).slice(7, 9)}`;
      const byKey = new Map(cells.map((cell) => [keyOf(cell), cell]));
      const authority = cells.find(([level]) => level === 'LOCAL_AUTHORITY')![1];
      for (const [urn] of schools.filter((_, index) => index % Math.ceil(schools.length / 5) === 0)) {
        const given = new Set<string>();
        for (let after: string | null = null, more = true; more;) {
          const { data } = await graph.ask(
            `query ($urn: URN!, $year: AcademicYear!, $after: String) { school(urn: $urn) { outcomes(keyStage: ${path.includes('ks4') ? 'KS4' : 'KS2'}, pupilGroups: [ALL, DISADVANTAGED, OTHERS, BOYS, GIRLS, EAL, NON_MOBILE, LOW_PRIOR, MIDDLE_PRIOR, HIGH_PRIOR], from: $year, to: $year, first: 100, after: $after) {
            nodes { measure { code } pupilGroup value marker pupils localAuthority { value pupils difference } england { value difference } } pageInfo { hasNextPage endCursor } } } }`,
            { urn, year, after },
            ANONYMOUS,
          );
          for (const {
            measure: { code },
            pupilGroup,
            value,
            marker,
            pupils,
            localAuthority,
            england,
          } of data.school.outcomes.nodes) {
            const key = keyOf(['SCHOOL', urn, code, pupilGroup]);
            given.add(key);
            const [, , , , counts, printed, behind] = byKey.get(key)!;
            expect([key, value, marker, pupils]).toEqual([key, counts, printed, behind]);
            const [la, all] = [
              byKey.get(keyOf(['LOCAL_AUTHORITY', authority, code, pupilGroup]))!,
              byKey.get(keyOf(['ENGLAND_STATE_FUNDED', '-', code, pupilGroup]))!,
            ];
            expect([key, localAuthority.value, localAuthority.pupils, england.value]).toEqual([
              key,
              la[4],
              la[6],
              all[4],
            ]);
            if (counts !== null && all[4] !== null) expect(england.difference).toBeCloseTo(counts - all[4], 2);
          }
          ({ hasNextPage: more, endCursor: after } = data.school.outcomes.pageInfo);
        }
        expect(given.size).toBe(cells.filter(([level, subject]) => level === 'SCHOOL' && subject === urn).length);
      }
    }
  });

  it('of Attainment 8 stands beside those of state-funded schools in England and of the authority', async () => {
    const { data } = await graph.ask(
      '{ school(urn: "125279") { outcomes(measures: ["ATT8SCR"], from: "2018/19", to: "2018/19") { nodes { value pupils localAuthority { value } england { value difference note } } } disadvantageGap(measure: "ATT8SCR") { academicYear gapToNationalOthers englandGap } } }',
    );
    expect(data.school.outcomes.nodes).toEqual([
      {
        value: 51.8,
        pupils: 133,
        localAuthority: { value: 50.3 },
        england: { value: 46.7, difference: 5.1, note: null },
      },
    ]);
    expect(
      data.school.disadvantageGap.find(({ academicYear }: { academicYear: string }) => academicYear === '2018/19'),
    ).toMatchObject({ gapToNationalOthers: 1.4 });
  });

  it('that is 0 in England by construction says so', async () => {
    const { data } = await graph.ask(
      '{ school(urn: "115851") { outcomes(measures: ["READPROG"], from: "2018/19", to: "2018/19") { nodes { value england { value difference note } } } } }',
    );
    const [{ value, england }] = data.school.outcomes.nodes;
    expect(england).toMatchObject({ value: 0, difference: value, note: expect.stringMatching(/0 by construction/) });
  });

  it('that was not published for anybody is NOT_PUBLISHED, whatever was printed', async () => {
    const { data } = await graph.ask(
      '{ school(urn: "145430") { outcomes(measures: ["P8MEA"], from: "2024/25", to: "2024/25") { nodes { value marker noValue england { noValue } localAuthority { noValue } } } } }',
    );
    expect(data.school.outcomes.nodes).toEqual([
      {
        value: null,
        marker: 'NA',
        noValue: 'NOT_PUBLISHED',
        england: { noValue: 'NOT_PUBLISHED' },
        localAuthority: { noValue: 'NOT_PUBLISHED' },
      },
    ]);
  });

  it('is kept with an account of its file, for staff', async () => {
    const query =
      '{ resultFiles(academicYear: "2018/19") { title file academicYear importedAt coverage { measure pupilGroup column status values markers } } }';
    const { data } = await graph.ask(query);
    const file = data.resultFiles.find((each: { file: string }) => each.file === '2018-2019_936_ks4final.csv');
    expect(file).toMatchObject({ title: 'Key stage 4 performance tables, 2018/19', academicYear: '2018/19' });
    // awk: 133 rows, of which 4 blank in P8MEA_FSM6CLA1A and so on; here every cell is counted once.
    for (const { values, markers } of file.coverage)
      expect(values + Object.values(markers as Record<string, number>).reduce((sum, count) => sum + count, 0)).toBe(
        133,
      );
    expect((await graph.ask(query, {}, ANONYMOUS)).errors).toBeDefined();
  });

  it("comes with what the file says of a school's pupils", async () => {
    const { data } = await graph.ask(
      '{ school(urn: "125279") { characteristics(of: KS4) { academicYear pupilsOf cohort roll disadvantaged eal senPlan priorAttainment schoolType stateFunded } } }',
      {},
      ANONYMOUS,
    );
    expect(data.school.characteristics).toEqual([
      {
        academicYear: '2018/19',
        pupilsOf: 'KS4',
        cohort: 133,
        roll: 1072,
        disadvantaged: 8,
        eal: 16,
        senPlan: 2,
        priorAttainment: 28.8,
        schoolType: 'VA',
        stateFunded: true,
      },
    ]);
  });
});
