import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { startChild } from '../support/children.ts';
import { ANONYMOUS, ask, EXPLORER, Graph, STAFF, trustToken, type Answer } from '../support/graph.ts';
import { scaled } from '../support/time.ts';

const RECEIPT =
  'id received written unchanged rejected dryRun replayed submittedAt userErrors { index path code message value } warnings { index path code message value }';
const SUBMIT = `mutation ($rows: [OutcomeInput!]!, $key: String!, $dryRun: Boolean! = false, $onError: OnError! = REJECT_ROW, $acceptWarnings: Boolean! = false) { submitOutcomes(rows: $rows, idempotencyKey: $key, dryRun: $dryRun, onError: $onError, acceptWarnings: $acceptWarnings) { ${RECEIPT} } }`;
const MEASURES = [
  'PTRWM_EXP',
  'PTRWM_HIGH',
  'PTREAD_EXP',
  'PTREAD_HIGH',
  'PTGPS_EXP',
  'PTGPS_HIGH',
  'PTMAT_EXP',
  'PTMAT_HIGH',
  'PTWRITTA_EXP',
  'PTWRITTA_HIGH',
  'PTSCITA_EXP',
  'READ_AVERAGE',
  'GPS_AVERAGE',
  'MAT_AVERAGE',
];
const GROUPS = [
  'ALL',
  'DISADVANTAGED',
  'OTHERS',
  'BOYS',
  'GIRLS',
  'EAL',
  'NON_MOBILE',
  'LOW_PRIOR',
  'MIDDLE_PRIOR',
  'HIGH_PRIOR',
];
const YEARS = ['2015/16', '2016/17', '2017/18', '2018/19', '2021/22', '2022/23', '2023/24', '2024/25', '2025/26'];

interface Row {
  urn: string;
  academicYear: string;
  measure: string;
  pupilGroup?: string;
  value?: number | null;
  noValue?: string;
  pupils?: number | null;
  status?: string;
  expectedVersion?: string;
}

describe('a trust that submits', () => {
  let graph: Graph;
  let client: Client;
  let trust: string;
  let own: string[];
  let other: string;
  let token: string;
  beforeAll(async () => {
    graph = await Graph.start('demo');
    client = new Client({ connectionString: graph.databaseUrl });
    await client.connect();
    const { rows } = await client.query<{ trust: string; urns: string[] }>(
      `select trust_uid as trust, array_agg(urn order by urn) as urns from schools.trust_membership where "left" is null group by 1 order by count(*) desc, 1 limit 2`,
    );
    [{ trust, urns: own }] = rows as [{ trust: string; urns: string[] }];
    other = rows[1]!.urns[0]!;
    token = await trustToken(trust);
  });
  beforeEach(() => client.query(`delete from outcomes.result where subject = any($1)`, [own]));
  afterAll(async () => {
    await client.end();
    expect(graph.logged).toEqual([]);
    await graph.stop();
  });

  const submit = async (
    rows: Row[],
    {
      key = randomUUID() as string,
      as = token,
      url = graph.url,
      ...more
    }: Record<string, unknown> & { key?: string; as?: string; url?: string } = {},
  ) => ask(url, SUBMIT, { rows, key, ...more }, as);
  const receiptOf = ({ data, errors }: Answer) => {
    expect(errors).toBeUndefined();
    return data.submitOutcomes;
  };
  const stored = async () =>
    Number((await client.query(`select count(*) from outcomes.result where subject = any($1)`, [own])).rows[0].count);
  /** Right rows, as many as asked for. */
  const many = (count: number): Row[] => {
    const rows: Row[] = [];
    for (const academicYear of YEARS)
      for (const urn of own)
        for (const measure of MEASURES)
          for (const pupilGroup of GROUPS)
            if (rows.length < count)
              rows.push({
                urn,
                academicYear,
                measure,
                pupilGroup,
                value: measure.endsWith('AVERAGE') ? 80 + (rows.length % 41) : 30 + ((rows.length * 7) % 40),
              });
    expect(rows).toHaveLength(count);
    return rows;
  };
  const one: Omit<Row, 'urn'> = { academicYear: '2025/26', measure: 'PTRWM_EXP', value: 61, pupils: 40 };

  it(
    '10,000 rows with 3 bad ones has 9,997 written and an error at each of the three; again it is replayed',
    async () => {
      const rows = many(10_000);
      Object.assign(rows[17]!, { value: 130 });
      Object.assign(rows[4_000]!, { urn: other });
      Object.assign(rows[9_999]!, { measure: 'NONSENSE' });
      const key = randomUUID();
      const receipt = receiptOf(await submit(rows, { key }));
      expect(receipt).toMatchObject({
        id: expect.any(String),
        received: 10_000,
        written: 9_997,
        unchanged: 0,
        rejected: 3,
        replayed: false,
      });
      expect(receipt.userErrors).toEqual([
        {
          index: 17,
          path: ['rows', '17', 'value'],
          code: 'OUT_OF_RANGE',
          message: `130 is not a value of ${rows[17]!.measure}: it is from 0 to 100.`,
          value: '130',
        },
        {
          index: 4_000,
          path: ['rows', '4000', 'urn'],
          code: 'OUT_OF_SCOPE',
          message: `The school ${other} is not one of your trust's.`,
          value: other,
        },
        {
          index: 9_999,
          path: ['rows', '9999', 'measure'],
          code: 'MEASURE_UNKNOWN',
          message: expect.stringContaining('"NONSENSE"'),
          value: 'NONSENSE',
        },
      ]);
      expect(await stored()).toBe(9_997);
      const again = receiptOf(await submit(rows, { key }));
      expect(again).toEqual({ ...receipt, replayed: true });
      expect(
        Number(
          (await client.query('select count(*) from outcomes.audit where receipt_id = $1', [receipt.id])).rows[0].count,
        ),
      ).toBe(9_997);
      // Under another key there is nothing left to change.
      expect(receiptOf(await submit(rows))).toMatchObject({
        written: 0,
        unchanged: 9_997,
        rejected: 3,
        replayed: false,
      });
      // With other rows the key is another's.
      expect((await submit(rows.slice(1), { key })).errors![0]).toMatchObject({
        extensions: { code: 'IDEMPOTENCY_CONFLICT' },
      });
      expect((await submit([...rows, rows[0]!])).errors![0]).toMatchObject({ extensions: { code: 'TOO_MANY_ROWS' } });
    },
    scaled(60_000),
  );

  it('the same twice at the same instant is written once, by two processes as by one', async () => {
    const key = randomUUID();
    const rows = many(2_000);
    const receipts = (await Promise.all(Array.from({ length: 6 }, () => submit(rows, { key })))).map(receiptOf);
    expect(receipts.map(({ replayed }) => replayed).sort()).toEqual([false, true, true, true, true, true]);
    expect(new Set(receipts.map(({ id }) => id)).size).toBe(1);
    expect(await stored()).toBe(2_000);
    expect(
      Number(
        (await client.query('select count(*) from outcomes.audit where receipt_id = $1', [receipts[0].id])).rows[0]
          .count,
      ),
    ).toBe(2_000);
  });

  it(
    'killed halfway it leaves nothing, and sent again it is whole, with nothing twice',
    async () => {
      const main = fileURLToPath(new URL('../../gateway/main.ts', import.meta.url));
      const child = startChild(process.execPath, [main], {
        env: {
          ...process.env,
          DATABASE_URL: graph.databaseUrl,
          DATA_DIR: inject('identityDir'),
          PORT: '0',
          LOG_LEVEL: 'silent',
        },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let output = '';
      child.stdout!.on('data', (chunk: Buffer) => (output += chunk.toString()));
      await expect.poll(() => output, { timeout: scaled(20_000) }).toMatch(/http:\/\/\S+\s/);
      const url = /http:\/\/\S+/.exec(output)![0];
      const rows = many(5_000);
      const key = randomUUID();
      // Somebody holds the audit, so that the submission waits when its rows are written.
      const holder = new Client({ connectionString: graph.databaseUrl });
      await holder.connect();
      await holder.query('begin; lock table outcomes.audit in exclusive mode');
      const lost = submit(rows, { key, url }).catch(() => null);
      const waiting = async () =>
        Number(
          (
            await client.query(
              `select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%insert into audit%'`,
            )
          ).rows[0].count,
        );
      await expect.poll(waiting, { timeout: scaled(20_000) }).toBe(1);
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
      await holder.query('rollback');
      await holder.end();
      expect(await lost).toBeNull();
      await expect.poll(waiting).toBe(0);
      expect(await stored()).toBe(0);
      expect(receiptOf(await submit(rows, { key }))).toMatchObject({ written: 5_000, replayed: false });
      expect(await stored()).toBe(5_000);
    },
    scaled(60_000),
  );

  it('reads at once what it wrote; its trust and staff see it, others and aggregates do not', async () => {
    const urn = own[0]!;
    const read = async (as: string) =>
      (
        await graph.ask(
          'query ($urn: URN!) { school(urn: $urn) { outcomes(first: 1, measures: ["PTRWM_EXP"]) { nodes { academicYear value pupils status submitted version source { title } } } } }',
          { urn },
          as,
        )
      ).data.school.outcomes.nodes;
    expect(await read(token)).toEqual([]);
    receiptOf(await submit([{ urn, ...one }]));
    const written = [
      {
        academicYear: '2025/26',
        value: 61,
        pupils: 40,
        status: 'PROVISIONAL',
        submitted: true,
        version: expect.any(String),
        source: null,
      },
    ];
    expect([await read(token), await read(STAFF), await read(EXPLORER), await read(ANONYMOUS)]).toEqual([
      written,
      written,
      [],
      [],
    ]);
    expect(await read(await trustToken('90001'))).toEqual(trust === '90001' ? written : []);
    receiptOf(await submit([{ urn, ...one, status: 'FINAL' }]));
    expect(await read(EXPLORER)).toEqual([]);
  });

  it('is told of each row what is wrong with it', async () => {
    const urn = own[0]!;
    const wrong: [Partial<Row>, string, string][] = [
      [{ urn: '12' }, 'urn', 'INVALID'],
      [{ urn: other }, 'urn', 'OUT_OF_SCOPE'],
      [{ academicYear: '2018/20' }, 'academicYear', 'INVALID'],
      [{ academicYear: '2019/20' }, 'academicYear', 'YEAR_OUT_OF_RANGE'],
      [{ academicYear: '2035/36' }, 'academicYear', 'YEAR_OUT_OF_RANGE'],
      [{ measure: 'READPROG', value: 1, academicYear: '2024/25' }, 'academicYear', 'YEAR_OUT_OF_RANGE'],
      [{ measure: 'READ_AVERAGE' }, 'value', 'OUT_OF_RANGE'],
      [{ value: -1 }, 'value', 'OUT_OF_RANGE'],
      [{ value: null }, 'value', 'MISSING'],
      [{ noValue: 'SUPPRESSED' }, 'value', 'INVALID'],
      [{ value: null, noValue: 'NOT_PUBLISHED' }, 'noValue', 'INVALID'],
      [{ pupils: -1 }, 'pupils', 'OUT_OF_RANGE'],
      [{ pupils: 5 }, 'pupils', 'SMALL_NUMBER'],
      [{ expectedVersion: '12' }, 'expectedVersion', 'VERSION_CONFLICT'],
    ];
    const { userErrors, written } = receiptOf(
      await submit([
        ...wrong.map(([change], index) => ({
          urn: own[index + 1] ?? urn,
          ...one,
          measure: MEASURES[index % 9]!,
          ...change,
        })),
        { urn, ...one, pupilGroup: 'BOYS' },
        { urn, ...one, pupilGroup: 'BOYS' },
      ]),
    );
    expect(userErrors.map(({ path, code }: { path: string[]; code: string }) => [path.at(-1), code])).toEqual([
      ...wrong.map(([, field, code]) => [field, code]),
      ['urn', 'DUPLICATE'],
    ]);
    expect(written).toBe(1);
    for (const { message } of userErrors) expect(message).toMatch(/^\S.*[.:]/);
    const parts = receiptOf(
      await submit([
        { urn, ...one },
        { urn, ...one, pupilGroup: 'DISADVANTAGED', pupils: 41 },
        { urn, ...one, pupilGroup: 'BOYS', pupils: 19 },
        { urn, ...one, pupilGroup: 'GIRLS', pupils: 20 },
      ]),
    );
    expect(parts.userErrors.map(({ index, code }: { index: number; code: string }) => [index, code])).toEqual([
      [1, 'NUMBERS_DISAGREE'],
      [3, 'NUMBERS_DISAGREE'],
    ]);
    // What is not even of the right type is refused as a whole, with its place.
    expect((await submit([{ urn, ...one, pupilGroup: 'NOBODY' }])).errors![0]!.message).toContain('rows[0].pupilGroup');
  });

  it('checks without keeping, or writes all or nothing, as it likes', async () => {
    const rows: Row[] = [
      { urn: own[0]!, ...one },
      { urn: other, ...one },
    ];
    const key = randomUUID();
    expect(receiptOf(await submit(rows, { key, dryRun: true }))).toMatchObject({
      id: null,
      written: 1,
      rejected: 1,
      dryRun: true,
    });
    expect(await stored()).toBe(0);
    expect(receiptOf(await submit(rows, { key, onError: 'REJECT_ALL' }))).toMatchObject({
      written: 0,
      rejected: 2,
      replayed: false,
      userErrors: [{ index: 1 }],
    });
    expect(await stored()).toBe(0);
    expect(receiptOf(await submit(rows))).toMatchObject({ written: 1, rejected: 1 });
  });

  it('a later status replaces an earlier one, never the reverse', async () => {
    const urn = own[0]!;
    const send = async (status: string, value: number) => receiptOf(await submit([{ urn, ...one, status, value }]));
    expect(await send('REVISED', 62)).toMatchObject({ written: 1 });
    expect((await send('PROVISIONAL', 63)).userErrors[0].code).toBe('EARLIER_STATUS');
    expect(await send('REVISED', 64)).toMatchObject({ written: 1 });
  });

  it('stands beside what the Department publishes: neither replaces or hides the other, in whatever order they come', async () => {
    const [urn] = own as [string];
    const publish = (value: string, release: string) =>
      graph.import(
        'ks2',
        `2025-2026_ks2${release}.csv`,
        `RECTYPE,LEA,ESTAB,URN,SCHNAME,PTRWM_EXP,TELIG\n1,970,2000,${urn},S,${value},40\n`,
        { acceptMissing: true },
      );
    const read = async (as: string) => {
      const { data } = await graph.ask(
        'query ($urn: URN!) { school(urn: $urn) { outcomes(measures: ["PTRWM_EXP"], pupilGroups: [ALL]) { totalCount nodes { id value status submitted source { file } } } } }',
        { urn },
        as,
      );
      return data.school.outcomes;
    };
    const id = `SCHOOL:${urn}:2025/26:PTRWM_EXP:ALL`;
    receiptOf(await submit([{ urn, ...one, value: 50 }]));
    await publish('71%', 'revised');
    receiptOf(await submit([{ urn, ...one, value: 99, status: 'FINAL' }]));
    const published = {
      id,
      value: 71,
      status: 'REVISED',
      submitted: false,
      source: { file: '2025-2026_ks2revised.csv' },
    };
    const submitted = { id: `${id}:SUBMITTED`, value: 99, status: 'FINAL', submitted: true, source: null };
    for (const as of [EXPLORER, ANONYMOUS]) expect(await read(as)).toEqual({ totalCount: 1, nodes: [published] });
    for (const as of [token, STAFF]) expect(await read(as)).toEqual({ totalCount: 2, nodes: [published, submitted] });
    await publish('72%', 'final');
    expect((await read(token)).nodes.map(({ value }: { value: number }) => value)).toEqual([72, 99]);

    // Both are found by their identifiers, in pages of one, and in the feed.
    const firsts = await graph.ask(
      'query ($urn: URN!) { school(urn: $urn) { outcomes(measures: ["PTRWM_EXP"], first: 1) { pageInfo { endCursor } } } }',
      { urn },
      token,
    );
    const after = firsts.data.school.outcomes.pageInfo.endCursor;
    const next = await graph.ask(
      'query ($urn: URN!, $after: String) { school(urn: $urn) { outcomes(measures: ["PTRWM_EXP"], first: 1, after: $after) { nodes { id } } } }',
      { urn, after },
      token,
    );
    expect(next.data.school.outcomes.nodes).toEqual([{ id: submitted.id }]);
    const gaps = async (as: string) =>
      (
        await graph.ask(
          'query ($urn: URN!) { school(urn: $urn) { disadvantageGap(measure: "PTRWM_EXP") { academicYear submitted gap } } }',
          { urn },
          as,
        )
      ).data.school.disadvantageGap;
    receiptOf(
      await submit([
        { urn, ...one, pupilGroup: 'DISADVANTAGED', value: 40, pupils: 12 },
        { urn, ...one, pupilGroup: 'OTHERS', value: 60, pupils: 28 },
      ]),
    );
    expect(await gaps(token)).toEqual([{ academicYear: '2025/26', submitted: true, gap: -20 }]);
    expect(await gaps(EXPLORER)).toEqual([]);
  });

  it('is warned of what is possible but unlikely, which is written only if that is accepted', async () => {
    const [urn] = own as [string];
    const now = new Date();
    const thisYear = now.getMonth() >= 8 ? now.getFullYear() : now.getFullYear() - 1;
    const year = (start: number) => `${start}/${String((start + 1) % 100).padStart(2, '0')}`;
    const publish = (start: number, of: string) =>
      graph.import(
        'ks2',
        `${start}-${start + 1}_ks2final.csv`,
        `RECTYPE,LEA,ESTAB,URN,SCHNAME,PTRWM_EXP,TELIG\n1,970,2000,${of},S,60%,40\n`,
        { acceptMissing: true },
      );
    await publish(2024, urn);
    await publish(2016, own[1]!);
    const rows: Row[] = [
      { urn, ...one, value: 61 },
      { urn, ...one, measure: 'PTMAT_EXP', value: 0.71 },
      { urn, ...one, academicYear: '2025/26', pupilGroup: 'ALL', measure: 'PTREAD_EXP', value: 95 },
      { urn, ...one, academicYear: '2024/25', pupilGroup: 'ALL', measure: 'PTREAD_EXP', value: 54 },
      { urn: own[1]!, ...one },
      { urn, ...one, measure: 'ATT8SCR', value: 50 },
      { urn, ...one, measure: 'PTGPS_EXP', pupils: 9_000 },
      { urn, ...one, measure: 'PTSCITA_EXP', academicYear: year(thisYear) },
    ];
    const hasHardlyBegun = now.getMonth() >= 8 || now.getMonth() < 4;
    const expected = [
      [1, 'value', 'FRACTION'],
      [2, 'value', 'JUMP'],
      [4, 'urn', 'SCHOOL_CLOSED'],
      [5, 'measure', 'KEY_STAGE_NOT_TAUGHT'],
      [6, 'pupils', 'PUPILS_UNLIKELY'],
      ...(hasHardlyBegun ? [[7, 'academicYear', 'YEAR_HARDLY_BEGUN']] : []),
    ];
    const told = ({ warnings }: { warnings: { index: number; path: string[]; code: string }[] }) =>
      warnings.map(({ index, path, code }) => [index, path.at(-1), code]);
    const key = randomUUID();
    const refused = receiptOf(await submit(rows, { key }));
    expect(refused).toMatchObject({
      received: 8,
      written: 8 - expected.length,
      rejected: expected.length,
      userErrors: [],
    });
    expect(told(refused)).toEqual(expected);
    expect(refused.warnings[0]).toMatchObject({
      message: '0.71 is less than one per cent: write 71 if that is meant.',
      value: '0.71',
    });
    expect(receiptOf(await submit(rows, { key }))).toEqual({ ...refused, replayed: true });
    expect(receiptOf(await submit(rows, { onError: 'REJECT_ALL' }))).toMatchObject({ written: 0, rejected: 8 });
    // It is another submission, and has another key.
    expect((await submit(rows, { key, acceptWarnings: true })).errors![0]).toMatchObject({
      extensions: { code: 'IDEMPOTENCY_CONFLICT' },
    });
    const accepted = receiptOf(await submit(rows, { acceptWarnings: true }));
    expect(accepted).toMatchObject({ written: expected.length, unchanged: 8 - expected.length, rejected: 0 });
    expect(told(accepted)).toEqual(expected);
  });

  it('is warned of a roll far from that of the register, and of a school that closed before', async () => {
    const {
      rows: [school],
    } = await client.query<{ urn: string; roll: number }>(
      'select urn, roll from schools.school where urn = any($1) and roll > 0 order by urn limit 1',
      [own],
    );
    const {
      rows: [closed],
    } = await client.query<{ urn: string }>(
      'select urn from schools.school where closed is not null order by urn limit 1',
    );
    const rows = [
      { urn: school!.urn, date: '2026-05-01', pupils: 9_000 },
      { urn: school!.urn, date: '2026-05-02', pupils: school!.roll + 5 },
      { urn: closed!.urn, date: '2026-05-01', pupils: 100 },
    ];
    const send = async (acceptWarnings: boolean) => {
      const { data } = await graph.ask(
        `mutation ($rows: [RollInput!]!, $key: String!, $acceptWarnings: Boolean!) { updateRoll(rows: $rows, idempotencyKey: $key, acceptWarnings: $acceptWarnings, dryRun: true) { ${RECEIPT} } }`,
        { rows, key: randomUUID(), acceptWarnings },
        STAFF,
      );
      return data.updateRoll;
    };
    const told = [
      [0, 'PUPILS_UNLIKELY'],
      [2, 'SCHOOL_CLOSED'],
    ];
    const codes = ({ warnings }: { warnings: { index: number; code: string }[] }) =>
      warnings
        .map(({ index, code }) => [index, code])
        .filter(([index, code]) => index === 0 || code === 'SCHOOL_CLOSED');
    const refused = await send(false);
    expect([refused.written, codes(refused)]).toEqual([1, told]);
    const accepted = await send(true);
    expect([accepted.written, codes(accepted)]).toEqual([3, told]);
  });

  it('leaves the roll of the register as it is: what the trust reports stands beside it', async () => {
    const [urn] = own as [string];
    const read = async (as: string) =>
      (await graph.ask('query ($urn: URN!) { school(urn: $urn) { roll rollReports { pupils } } }', { urn }, as)).data
        .school;
    const { roll } = await read(ANONYMOUS);
    const rows = [{ urn, date: '2026-06-01', pupils: roll + 1 }];
    await graph.ask(
      'mutation ($rows: [RollInput!]!, $key: String!) { updateRoll(rows: $rows, idempotencyKey: $key) { written } }',
      { rows, key: randomUUID() },
      token,
    );
    expect(await read(token)).toEqual({ roll, rollReports: [{ pupils: roll + 1 }] });
    expect(await read(EXPLORER)).toEqual({ roll, rollReports: null });
    await client.query('delete from schools.roll_report where urn = $1', [urn]);
  });

  it('is told of a text that cannot be stored in the row that has it, and the others are written', async () => {
    const rows = [
      { urn: own[0]!, ...one },
      { urn: own[1]!, ...one, measure: 'PT\u0000' },
      { urn: own[1]!, ...one, expectedVersion: '\ud800' },
      { urn: other, ...one },
    ];
    const receipt = receiptOf(await submit(rows));
    expect(receipt).toMatchObject({ received: 4, written: 1, rejected: 3 });
    expect(
      receipt.userErrors.map(({ index, path, code }: { index: number; path: string[]; code: string }) => [
        index,
        path.join('.'),
        code,
      ]),
    ).toEqual([
      [1, 'rows.1.measure', 'INVALID'],
      [2, 'rows.2.expectedVersion', 'INVALID'],
      [3, 'rows.3.urn', 'OUT_OF_SCOPE'],
    ]);
    expect((await submit(rows, { key: 'a\u0000' })).errors![0]).toMatchObject({
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });

  it('loses nothing to another writer: of two that expect the same version one is told of the conflict', async () => {
    const urn = own[0]!;
    receiptOf(await submit([{ urn, ...one, expectedVersion: '0' }]));
    const version = async () =>
      (
        await graph.ask(
          'query ($urn: URN!) { school(urn: $urn) { outcomes(first: 1, measures: ["PTRWM_EXP"]) { nodes { version } } } }',
          { urn },
          token,
        )
      ).data.school.outcomes.nodes[0].version as string;
    const first = await version();
    const both = (
      await Promise.all([50, 51].map((value) => submit([{ urn, ...one, value, expectedVersion: first }])))
    ).map(receiptOf);
    expect(both.map(({ written }) => written).sort()).toEqual([0, 1]);
    expect(both.find(({ written }) => written === 0).userErrors[0]).toMatchObject({
      code: 'VERSION_CONFLICT',
      message: expect.stringContaining(`version ${await version()} by now`),
    });
    // Many at once, each on what it has read: every one of them counts in the end.
    await Promise.all(
      Array.from({ length: 4 }, async () => {
        for (let added = 0; added < 5;) {
          const { data } = await graph.ask(
            'query ($urn: URN!) { school(urn: $urn) { outcomes(first: 1, measures: ["PTRWM_EXP"]) { nodes { pupils version } } } }',
            { urn },
            token,
          );
          const { pupils, version: expectedVersion } = data.school.outcomes.nodes[0];
          added += receiptOf(await submit([{ urn, ...one, pupils: pupils + 1, expectedVersion }])).written;
        }
      }),
    );
    expect((await client.query('select pupils from outcomes.result where subject = $1', [urn])).rows[0].pupils).toBe(
      60,
    );
  });

  it('needs the scope to write, and a trust', async () => {
    const rows = [{ urn: own[0]!, ...one }];
    for (const [as, what] of [
      [ANONYMOUS, 'scope "outcomes:write"'],
      [EXPLORER, 'scope "outcomes:write"'],
      [await trustToken(trust, ['outcomes:read']), 'scope "outcomes:write"'],
    ] as const) {
      const { data, errors } = await submit(rows, { as });
      expect(data.submitOutcomes).toBeNull();
      expect(errors![0]).toMatchObject({
        extensions: { code: 'UNAUTHORIZED_FIELD', requiredScopes: [['outcomes:write']] },
        message: expect.stringContaining(what),
      });
    }
    const { localIssuer } = await import('../../gateway/identity/localIssuer.ts');
    const homeless = await (
      await localIssuer(inject('identityDir'))
    ).issue({ client: 'x', scopes: ['outcomes:write'] });
    expect((await submit(rows, { as: homeless })).errors![0]).toMatchObject({
      extensions: { requiredPolicies: [['acts_for_schools']] },
    });
    expect(receiptOf(await submit(rows, { as: STAFF }))).toMatchObject({ written: 1 });
  });

  it('leaves an entry for each change, for staff and the trust whose school it is', async () => {
    const urn = own[0]!;
    const { id } = receiptOf(await submit([{ urn, ...one }]));
    receiptOf(await submit([{ urn, ...one, value: 44 }]));
    const audit = async (as: string) =>
      (
        await graph.ask(
          'query ($urn: URN!) { outcomeAudit(urn: $urn, first: 2) { nodes { client trust from operation receiptId type subject before after } } }',
          { urn },
          as,
        )
      ).data.outcomeAudit;
    const entries = await audit(token);
    expect(entries.nodes).toEqual([
      {
        client: `trust-${trust}`,
        trust,
        from: '127.0.0.1',
        operation: 'submitOutcomes',
        receiptId: expect.any(String),
        type: 'OUTCOME',
        subject: `SCHOOL:${urn}:2025/26:PTRWM_EXP:ALL:SUBMITTED`,
        before: expect.objectContaining({ value: 61 }),
        after: expect.objectContaining({ value: 44 }),
      },
      expect.objectContaining({ receiptId: id, before: null }),
    ]);
    expect(await audit(STAFF)).toEqual(entries);
    expect(await audit(EXPLORER)).toEqual({ nodes: [] });
    expect(await audit(ANONYMOUS)).toBeNull();
  });

  it('reports pupil numbers, which agree with each other', async () => {
    const [urn] = own as [string];
    const roll = (rows: object[], as = token) =>
      graph.ask(
        `mutation ($rows: [RollInput!]!, $key: String!) { updateRoll(rows: $rows, idempotencyKey: $key, acceptWarnings: true) { ${RECEIPT} } }`,
        { rows, key: randomUUID() },
        as,
      );
    const { data } = await roll([
      { urn, date: '2026-10-01', pupils: 210, boys: 100, girls: 110, fsmEligible: 60 },
      { urn, date: '2026-09-01', pupils: 205 },
      { urn, date: '2026-08-01', pupils: 200, boys: 100, girls: 99 },
      { urn, date: '2026-07-01', pupils: 200, fsmEligible: 201 },
      { urn, date: '2030-01-01', pupils: 1 },
      { urn, date: 'today', pupils: 1 },
      { urn: other, date: '2026-10-01', pupils: 1 },
      { urn, date: '2026-10-01', pupils: 211 },
    ]);
    expect(data.updateRoll).toMatchObject({ written: 2, rejected: 6 });
    expect(
      data.updateRoll.userErrors.map(({ index, path, code }: { index: number; path: string[]; code: string }) => [
        index,
        path.at(-1),
        code,
      ]),
    ).toEqual([
      [2, 'girls', 'NUMBERS_DISAGREE'],
      [3, 'fsmEligible', 'NUMBERS_DISAGREE'],
      [4, 'date', 'OUT_OF_RANGE'],
      [5, 'date', 'INVALID'],
      [6, 'urn', 'OUT_OF_SCOPE'],
      [7, 'date', 'DUPLICATE'],
    ]);
    expect(
      (await roll([{ urn: '999999', date: '2026-10-01', pupils: 1 }], STAFF)).data.updateRoll.userErrors[0].code,
    ).toBe('SCHOOL_UNKNOWN');
    const read = async (as: string) =>
      (
        await graph.ask(
          'query ($urn: URN!) { school(urn: $urn) { rollReports { date pupils boys girls fsmEligible } } }',
          { urn },
          as,
        )
      ).data.school.rollReports;
    expect(await read(token)).toEqual([
      { date: '2026-10-01', pupils: 210, boys: 100, girls: 110, fsmEligible: 60 },
      { date: '2026-09-01', pupils: 205, boys: null, girls: null, fsmEligible: null },
    ]);
    expect([await read(STAFF), await read(EXPLORER), await read(ANONYMOUS)]).toEqual([await read(token), null, null]);
  });

  it('records enrolments, which go forward only', async () => {
    const [, urn] = own as [string, string];
    const cohort = (
      await client.query<{ id: string }>(
        `select id from programmes.cohort where not exists (select 1 from programmes.enrolment e where e.cohort_id = cohort.id and e.urn = $1) order by starts_on desc, id limit 1`,
        [urn],
      )
    ).rows[0]!.id;
    const record = async (row: object) =>
      (
        await graph.ask(
          `mutation ($rows: [EnrolmentInput!]!, $key: String!) { recordEnrolments(rows: $rows, idempotencyKey: $key) { ${RECEIPT} } }`,
          { rows: [{ urn, cohort, enrolledOn: '2026-09-10', ...row }], key: randomUUID() },
          token,
        )
      ).data.recordEnrolments;
    expect(await record({ status: 'APPLIED' })).toMatchObject({ written: 1 });
    expect(await record({ status: 'ENROLLED', staff: 3 })).toMatchObject({ written: 1 });
    expect((await record({ status: 'APPLIED' })).userErrors[0].code).toBe('EARLIER_STATUS');
    expect((await record({ status: 'COMPLETED' })).userErrors[0]).toMatchObject({
      code: 'MISSING',
      path: ['rows', '0', 'completedOn'],
    });
    expect((await record({ cohort: 'NONE' })).userErrors[0].code).toBe('COHORT_UNKNOWN');
    expect(await record({ status: 'COMPLETED', staff: 3, completedOn: '2026-11-01' })).toMatchObject({ written: 1 });
    expect((await record({ status: 'WITHDRAWN' })).userErrors[0].code).toBe('EARLIER_STATUS');
    const { data } = await graph.ask(
      'query ($urn: URN!) { school(urn: $urn) { enrolments(first: 1) { nodes { status staff completedOn cohort { id } } } } }',
      { urn },
      token,
    );
    expect(data.school.enrolments.nodes).toEqual([
      { status: 'COMPLETED', staff: 3, completedOn: '2026-11-01', cohort: { id: cohort } },
    ]);
  });

  it('shares the report of a review that it hosted; staff record reviews', async () => {
    const urn = own[0]!;
    const review = {
      id: 'QAR-2026-9001',
      framework: 'QAR_2019',
      urn,
      startDate: '2026-11-02',
      endDate: '2026-11-04',
      mode: 'ON_SITE',
      phase: 'PRIMARY',
      team: [{ role: 'LEAD_REVIEWER', name: 'Example Reviewer', urn: other }, { name: 'Another Example' }],
      headings: [
        {
          code: 'LEADERSHIP',
          estimate: 'LEADING',
          findings: [{ kind: 'WHAT_WENT_WELL', text: 'Leaders know their school.' }],
        },
      ],
      areasOfExcellence: [
        {
          id: 'AOE-2026-9001',
          title: 'Talk',
          theme: 'Early reading',
          status: 'ACCREDITED',
          accreditedOn: '2026-11-04',
          validUntil: '2029-11-04',
        },
      ],
    };
    const record = (rows: object[], as: string) =>
      graph.ask(
        `mutation ($rows: [ReviewInput!]!, $key: String!) { recordReview(rows: $rows, idempotencyKey: $key) { ${RECEIPT} } }`,
        { rows, key: randomUUID() },
        as,
      );
    expect((await record([review], token)).errors![0]).toMatchObject({
      extensions: { code: 'UNAUTHORIZED_FIELD', requiredPolicies: [['staff']] },
    });
    expect(
      (
        await record(
          [
            review,
            { ...review, id: 'QAR-2026-9002', framework: 'NONE' },
            { ...review, id: 'QAR-2026-9003', headings: [{ code: 'LEADERSHIP', estimate: 'GOOD' }, { code: 'X' }] },
          ],
          STAFF,
        )
      ).data.recordReview,
    ).toMatchObject({
      written: 1,
      rejected: 2,
      userErrors: [
        { index: 1, code: 'FRAMEWORK_UNKNOWN' },
        { index: 2, path: ['rows', '2', 'headings', '0', 'estimate'] },
        { index: 2, path: ['rows', '2', 'headings', '1', 'code'] },
      ],
    });
    expect((await record([review], STAFF)).data.recordReview).toMatchObject({ written: 0, unchanged: 1 });
    const read = async (as: string) =>
      (
        await graph.ask(
          '{ review(id: "QAR-2026-9001") { reportShared team { name } headings { estimate findings { text } } areasOfExcellence { title } } }',
          {},
          as,
        )
      ).data.review;
    const whole = await read(token);
    expect(whole).toMatchObject({
      reportShared: false,
      team: [{ name: 'Example Reviewer' }, { name: 'Another Example' }],
      areasOfExcellence: [{ title: 'Talk' }],
    });
    expect(whole.headings[0]).toEqual({ estimate: 'LEADING', findings: [{ text: 'Leaders know their school.' }] });
    expect(await read(EXPLORER)).toMatchObject({ headings: null, team: [{ name: null }, { name: null }] });
    const share = (as: string, shared: boolean) =>
      graph.ask(
        'mutation ($shared: Boolean!) { shareReport(id: "QAR-2026-9001", shared: $shared) { reportShared } }',
        { shared },
        as,
      );
    const { rows } = await client.query<{ trust_uid: string }>(
      `select trust_uid from schools.trust_membership where urn = $1 and "left" is null`,
      [other],
    );
    expect((await share(await trustToken(rows[0]!.trust_uid), true)).errors![0]).toMatchObject({
      extensions: { code: 'OUT_OF_SCOPE' },
    });
    expect((await share(token, true)).data).toEqual({ shareReport: { reportShared: true } });
    expect((await read(EXPLORER)).headings).toEqual(whole.headings);
    await record([{ ...review, headings: [] }], STAFF);
    expect((await read(EXPLORER)).headings[0]).toEqual({ estimate: null, findings: [] });
    expect((await read(EXPLORER)).reportShared).toBe(true);
    expect((await share(token, false)).data).toEqual({ shareReport: { reportShared: false } });
    expect((await read(EXPLORER)).headings).toBeNull();
  });
});
