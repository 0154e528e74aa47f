import { randomUUID } from 'node:crypto';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { deflateRawSync } from 'node:zlib';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SPREADSHEET_TYPE } from '../../subgraphs/kit/import/spreadsheet.ts';
import { ANONYMOUS, EXPLORER, Graph, STAFF, trustToken } from '../support/graph.ts';
import { scaled } from '../support/time.ts';

/** In milliseconds: a turn takes about ten, and the machine of a test may do much else; 8 MB at once took more than a minute. */
const LONGEST_TURN = 1_000;

describe('rows as CSV', () => {
  let graph: Graph;
  let token: string;
  let urns: string[];
  beforeAll(async () => {
    graph = await Graph.start('demo');
    const { data } = await graph.ask('{ trust(uid: "90001") { schools(first: 5) { nodes { urn } } } }');
    urns = data.trust.schools.nodes.map(({ urn }: { urn: string }) => urn);
    token = await trustToken('90001');
    await graph
      .subgraph('outcomes')
      .database.orm.em.fork()
      .execute(`delete from result where subject in ('${urns.join("','")}')`);
  });
  afterAll(() => graph.stop());

  const send = async (
    text: string | Buffer,
    parameters: Record<string, string> = {},
    as = token,
    type = 'text/csv',
  ) => {
    const url = new URL('/submissions', graph.url);
    for (const [name, value] of Object.entries({
      operation: 'submitOutcomes',
      idempotencyKey: randomUUID(),
      ...parameters,
    }))
      url.searchParams.set(name, value);
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': type, ...(as ? { authorization: `Bearer ${as}` } : {}) },
      body: text as string,
    });
    // oxlint-disable-next-line typescript/no-explicit-any
    return { ...((await response.json()) as object), status: response.status } as Record<string, any>;
  };

  it('are checked and written as those of the mutation, with the line of each error', async () => {
    const text = [
      'URN,Academic year,Measure,Pupil group,Value,Pupils,Status',
      `${urns[0]},2025-2026,PTRWM_EXP,All,61%,40,provisional`,
      `${urns[0]},2025/26,PTRWM_EXP,disadvantaged,many,12,`,
      `${urns[0]},2025/26,PTRWM_EXP,others,101,28,`,
      `${urns[0]},2025/26,,boys,50,20,`,
      `${urns[0]},2025/26,PTRWM_EXP,pupils,50,20,`,
      '',
    ].join('\r\n');
    const key = randomUUID();
    const receipt = await send(text, { idempotencyKey: key });
    expect(receipt).toMatchObject({ status: 200, received: 5, written: 1, rejected: 4, replayed: false });
    expect(
      receipt['userErrors'].map(({ line, path, code, value }: Record<string, unknown>) => [
        line,
        (path as string[])[2],
        code,
        value,
      ]),
    ).toEqual([
      [3, 'value', 'INVALID', 'many'],
      [4, 'value', 'OUT_OF_RANGE', '101'],
      [5, 'measure', 'MISSING', null],
      [6, 'pupilGroup', 'INVALID', 'pupils'],
    ]);
    expect(await send(text, { idempotencyKey: key })).toMatchObject({
      id: receipt['id'],
      replayed: true,
      written: 1,
      rejected: 4,
    });
    expect(await send(text, { onError: 'REJECT_ALL' })).toMatchObject({ written: 0, rejected: 5, dryRun: false });
    expect(await send(Buffer.from(`URN;Date\n`, 'latin1'), { operation: 'updateRoll' })).toMatchObject({ status: 400 });
    expect(
      await send(`urn,date,pupils,boys,girls\n${urns[0]},2026-10-01,"1,210",600,610\n`, {
        operation: 'updateRoll',
        acceptWarnings: 'true',
      }),
    ).toMatchObject({ status: 200, written: 1 });
  });

  it('are refused as a whole when they are not what they should be', async () => {
    expect(await send('')).toMatchObject({ status: 400 });
    expect(await send('URN,Colour\n1,2\n')).toMatchObject({
      status: 400,
      errors: [{ message: expect.stringContaining('"Colour"') }],
    });
    expect(await send(`URN,Academic year,Value\n${urns[0]},2025/26,1\n`)).toMatchObject({
      status: 400,
      errors: [{ message: expect.stringContaining('"measure" is missing') }],
    });
    expect(
      await send(`URN,Academic year,Measure,Value\n${urns[0]},2025/26,PTRWM_EXP,60\n${urns[1]},2025/26,PTRW`),
    ).toMatchObject({
      status: 400,
      errors: [{ message: expect.stringContaining('cut off'), extensions: { line: 3 } }],
    });
    expect(await send(`URN,Academic year,Measure,Value\n"${urns[0]},2025/26`)).toMatchObject({
      status: 400,
      errors: [{ message: expect.stringContaining('not CSV') }],
    });
    expect(await send('URN,Date\n', { operation: 'dropEverything' })).toMatchObject({ status: 400 });
    expect(
      await send(`URN,Academic year,Measure,Value\n${urns[0]},2025/26,PTRWM_EXP,60\n`, {}, EXPLORER),
    ).toMatchObject({ status: 403, errors: [{ extensions: { code: 'UNAUTHORIZED_FIELD' } }] });
  });

  /** How long the event loop was held at most while something was done, in milliseconds. */
  const longestTurn = async (work: () => Promise<unknown>) => {
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    await work();
    delay.disable();
    return delay.max / 1e6;
  };
  const HEADER = 'URN,Academic year,Measure,Value,Pupils';
  const line = (value: string, { urn = urns[0]!, measure = 'PTRWM_EXP', year = '2025/26', pupils = '40' } = {}) =>
    [urn, year, measure, value.includes(',') ? `"${value}"` : value, pupils].join();
  const written = async (measure: string, urn = urns[0]!) => {
    const { data } = await graph.ask(
      'query ($urn: URN!, $measure: ID!) { school(urn: $urn) { outcomes(first: 1, measures: [$measure]) { nodes { value noValue pupils academicYear } } } }',
      { urn, measure },
      token,
    );
    return data.school.outcomes.nodes[0] ?? null;
  };
  // oxlint-disable-next-line typescript/no-explicit-any
  const errorsOf = ({ userErrors }: Record<string, any>) =>
    userErrors.map(({ line: at, path, code }: Record<string, unknown>) => [at, (path as string[])[2], code]);

  it('ask who sends them, and whether they may, before anything is read', async () => {
    const large = Buffer.alloc(8_000_000, 'a\n');
    for (const as of [ANONYMOUS, EXPLORER]) {
      const started = performance.now();
      const held = await longestTurn(async () =>
        expect(await send(large, {}, as)).toMatchObject({
          status: 403,
          errors: [{ extensions: { code: 'UNAUTHORIZED_FIELD' } }],
        }),
      );
      expect(held).toBeLessThan(LONGEST_TURN);
      expect(performance.now() - started).toBeLessThan(scaled(3_000));
    }
    expect(await send(large, {}, 'nonsense')).toMatchObject({ status: 401 });
  });

  it('are read as a stream, which ends at the first row too many, at a line too long, and at a cell too long', async () => {
    const held = await longestTurn(async () => {
      expect(await send(Buffer.alloc(8_000_000, 'a\n'))).toMatchObject({
        status: 400,
        errors: [
          { message: expect.stringContaining('more than 10,000 rows'), extensions: { line: expect.any(Number) } },
        ],
      });
      expect(await send(Buffer.alloc(8_000_000, '\n'))).toMatchObject({
        status: 400,
        errors: [{ message: expect.stringContaining('no rows') }],
      });
      expect(await send(`${HEADER}\n"${'a\n'.repeat(2_000_000)}`)).toMatchObject({
        status: 400,
        errors: [{ message: expect.stringContaining('never closed') }],
      });
      expect(await send(`${HEADER}\n${',,\n'.repeat(2_000_000)}`)).toMatchObject({
        status: 400,
        errors: [{ message: expect.stringContaining('nothing in them') }],
      });
      expect(await send(`${HEADER}\n${line('6'.repeat(3_000))}\n`)).toMatchObject({
        status: 400,
        errors: [{ message: expect.stringContaining('3,000 characters'), extensions: { line: 2 } }],
      });
      expect(await send(`${HEADER}\n${',\n'.repeat(300)}${','.repeat(500)}x\n`)).toMatchObject({
        status: 400,
        errors: [{ message: expect.stringContaining('501 cells') }],
      });
    });
    expect(held).toBeLessThan(LONGEST_TURN);
    expect(await send(Buffer.alloc(9_000_000, 'a\n'))).toMatchObject({ status: 413 });
  });

  it('take numbers by one grammar, and say what to write instead', async () => {
    const values = ['7,5', '4,8', '1,23', '12,34,567', '1e2', '0x10', 'Infinity', '--5', '1 000', '61.', '.5', '+5'];
    const receipt = await send([HEADER, ...values.map((value) => line(value))].join('\n') + '\n');
    expect(errorsOf(receipt)).toEqual(values.map((_, index) => [index + 2, 'value', 'INVALID']));
    expect(receipt['userErrors'][0].message).toBe('"7,5" has a decimal comma: write 7.5.');
    expect(await written('PTRWM_EXP')).toMatchObject({ value: 61 });
    const roll = async (number: string) =>
      send(`urn,date,pupils\n${urns[1]},2026-09-02,${number}\n`, {
        operation: 'updateRoll',
        dryRun: 'true',
        acceptWarnings: 'true',
      });
    for (const right of ['"1,210"', '210', '210.0'])
      expect(await roll(right)).toMatchObject({ written: 1, userErrors: [] });
    for (const wrong of ['"12,10"', '210.5', '"0,210"', '99999999999', '50%'])
      expect(errorsOf(await roll(wrong))).toEqual([[2, 'pupils', 'INVALID']]);
  });

  it('divide by semicolons or tabs, where a comma in a number is not taken for thousands', async () => {
    for (const [delimiter, type] of [
      [';', 'application/vnd.ms-excel'],
      ['\t', 'text/tab-separated-values'],
    ] as const) {
      const text =
        ['URN', 'Academic year', 'Measure', 'Value'].join(delimiter) +
        `\r\n${[urns[1], '2025-26', 'PTMAT_EXP', '57'].join(delimiter)}\r\n`;
      expect(await send(text, { dryRun: 'true' }, token, type)).toMatchObject({ status: 200, written: 1 });
    }
    const receipt = await send(`urn;date;pupils\n${urns[1]};2026-09-02;1,210\n`, { operation: 'updateRoll' });
    expect(receipt['userErrors'][0]).toMatchObject({
      line: 2,
      code: 'INVALID',
      message: expect.stringContaining('may be 1210 or 1.210'),
    });
  });

  it('must name each column once, and none that is not meant', async () => {
    expect(await send(`URN,Academic year,Measure,Value,Value\n${urns[0]},2025/26,PTRWM_EXP,60,70\n`)).toMatchObject({
      status: 400,
      errors: [
        {
          message: 'The columns "Value" and "Value" are the same: leave out the one that is not meant.',
          extensions: { line: 1 },
        },
      ],
    });
    expect(
      await send(`URN,Academic year,academicYear,Measure,Value\n${urns[0]},2025/26,2024/25,PTRWM_EXP,60\n`),
    ).toMatchObject({ status: 400 });
    expect(await send(`URN,Academic year,Measure,Value 2\n${urns[0]},2025/26,PTRWM_EXP,60\n`)).toMatchObject({
      status: 400,
      errors: [{ message: expect.stringContaining('"Value 2"') }],
    });
    const more = `School,${HEADER},__proto__\nOne,${line('60')},x\n`;
    expect(await send(more)).toMatchObject({
      status: 400,
      errors: [{ message: expect.stringContaining('ignoreUnknownColumns=true') }],
    });
    expect(await send(more, { ignoreUnknownColumns: 'true', dryRun: 'true' })).toMatchObject({
      status: 200,
      received: 1,
      rejected: 0,
    });
    expect(errorsOf(await send(`${HEADER},\n${line('60')},what is this\n`))).toEqual([[2, '', 'INVALID']]);
  });

  it('take the markers of the Department, old and new, for the reason that there is no value', async () => {
    const markers = {
      SUPP: 'SUPPRESSED',
      NE: 'NO_ENTRIES',
      LOWCOV: 'LOW_COVERAGE',
      NA: 'NOT_APPLICABLE',
      c: 'SUPPRESSED',
      '[z]': 'NOT_APPLICABLE',
      x: 'OTHER',
      low: 'OTHER',
    };
    for (const [marker, noValue] of Object.entries(markers)) {
      expect(await send(`${HEADER}\n${line(marker, { urn: urns[2]!, pupils: marker })}\n`)).toMatchObject({
        status: 200,
        rejected: 0,
      });
      expect(await written('PTRWM_EXP', urns[2])).toMatchObject({ value: null, noValue, pupils: null });
    }
    expect(errorsOf(await send(`${HEADER},No value\n${line('SUPP')},NO_ENTRIES\n${line('n/k')},\n`))).toEqual([
      [2, 'noValue', 'INVALID'],
      [3, 'value', 'INVALID'],
    ]);
  });

  it('leave out rows without any text and repeated headers, and count lines all the same', async () => {
    const receipt = await send([HEADER, ',,,,', line('60'), '', HEADER, ' ,,', line('many')].join('\r\n') + '\r\n', {
      dryRun: 'true',
    });
    expect(receipt).toMatchObject({ received: 2, rejected: 1 });
    expect(errorsOf(receipt)).toEqual([[7, 'value', 'INVALID']]);
  });

  it('are in UTF-8, UTF-16 or Windows-1252', async () => {
    const text = `${HEADER}\n${line('é 60')}\n`;
    const swapped = Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
    for (const body of [
      Buffer.from(text),
      Buffer.from(`\ufeff${text}`),
      Buffer.from(text, 'latin1'),
      Buffer.from(`\ufeff${text}`, 'utf16le'),
      swapped,
    ]) {
      expect((await send(body))['userErrors']).toEqual([expect.objectContaining({ line: 2, value: 'é 60' })]);
    }
    expect(await send(Buffer.from('PK\u0003\u0004 and more', 'latin1'))).toMatchObject({
      status: 415,
      errors: [{ message: expect.stringContaining('save it as "CSV UTF-8"') }],
    });
  });

  it('name schools by UKPRN or LAESTAB where they have no URN', async () => {
    const { data } = await graph.ask(
      'query ($urns: [URN!]!) { schools(filter: { urns: $urns }, first: 5) { nodes { urn ukprn laestab } } }',
      { urns },
    );
    const school = data.schools.nodes.find(
      ({ ukprn, laestab }: { ukprn: string | null; laestab: string | null }) => ukprn && laestab,
    );
    for (const name of ['UKPRN', 'LAESTAB'] as const) {
      const body = `${HEADER.replace('URN', name)}\n${line('63', { urn: school[name.toLowerCase()], measure: 'PTSCITA_EXP' })}\n${line('63', { urn: '1', measure: 'PTSCITA_EXP' })}\n`;
      expect(errorsOf(await send(body))).toEqual([[3, 'urn', 'INVALID']]);
      expect(await written('PTSCITA_EXP', school.urn)).toMatchObject({ value: 63 });
      expect(await send(body, {}, STAFF)).toMatchObject({
        status: 400,
        errors: [{ message: expect.stringContaining('name them by URN') }],
      });
    }
  });

  it('have years and days as people in schools write them', async () => {
    for (const year of ['2024-25', '2024/2025', '202425'])
      expect(await send(`${HEADER}\n${line('60', { year })}\n`, { dryRun: 'true' })).toMatchObject({ rejected: 0 });
    const roll = (day: string) =>
      send(`urn,date,pupils\n${urns[3]},${day},210\n`, { operation: 'updateRoll', acceptWarnings: 'true' });
    expect(await roll('1/10/2026')).toMatchObject({ written: 1 });
    expect(await roll('2026-10-01')).toMatchObject({ unchanged: 1 });
    for (const day of ['10/13/2026', '31/02/2026', '01/10/26'])
      expect(errorsOf(await roll(day))).toEqual([[2, 'date', 'INVALID']]);
  });

  it('are not written by a slip in the address', async () => {
    const body = `${HEADER}\n${line('60', { measure: 'PTREAD_EXP' })}\n`;
    for (const slip of [{ dryRun: 'yes' }, { dryrun: 'true' }, { onError: 'REJECT' }, { idempotencyKey: '' }])
      expect(await send(body, slip as unknown as Record<string, string>)).toMatchObject({ status: 400 });
    expect(await written('PTREAD_EXP')).toBeNull();
  });

  it('are warned of, with their lines, and written when that is accepted', async () => {
    const body = `${HEADER}\n${line('many', { measure: 'PTGPS_HIGH' })}\n${line('0.71', { measure: 'PTGPS_EXP' })}\n`;
    const refused = await send(body);
    expect(refused).toMatchObject({
      written: 0,
      rejected: 2,
      warnings: [{ line: 3, index: 1, path: ['rows', '1', 'value'], code: 'FRACTION' }],
    });
    expect(await written('PTGPS_EXP')).toBeNull();
    expect(await send(body, { acceptWarnings: 'true' })).toMatchObject({
      written: 1,
      rejected: 1,
      warnings: [{ line: 3 }],
    });
    expect(await written('PTGPS_EXP')).toMatchObject({ value: 0.71 });
  });

  it('come as JSON, too: a row of another type fails itself and no other', async () => {
    const row = { urn: urns[4], academicYear: '2025/26', measure: 'PTRWM_EXP', value: 61 };
    const rows = [
      row,
      { ...row, value: 'many' },
      { ...row, pupilGroup: 'NOBODY' },
      7,
      { ...row, measure: 'PTMAT_EXP', __proto__: null },
      { ...row, colour: 'red' },
      { ...row, measure: 'PT\u0000' },
      { ...row, measure: 'PT\ud800' },
    ];
    const receipt = await send(JSON.stringify(rows), {}, token, 'application/json');
    expect(receipt).toMatchObject({ status: 200, received: 8, written: 2, rejected: 6 });
    expect(receipt['userErrors'].map(({ index, code }: Record<string, unknown>) => [index, code])).toEqual([
      [1, 'INVALID'],
      [2, 'INVALID'],
      [3, 'INVALID'],
      [5, 'INVALID'],
      [6, 'INVALID'],
      [7, 'INVALID'],
    ]);
    expect(await send('[[[', {}, token, 'application/json')).toMatchObject({ status: 400 });
    expect(await send('['.repeat(500_000), {}, token, 'application/json')).toMatchObject({
      status: 400,
      errors: [{ message: expect.stringContaining('50 deep') }],
    });
    expect(await send('{}', {}, token, 'application/pdf')).toMatchObject({ status: 415 });
  });

  it('come as a spreadsheet: as people see its cells, with the number of each row', async () => {
    const percent = { numFmt: '0%' };
    const measure = 'PTGPS_HIGH';
    const sheet = await writeXlsx({
      sheets: [
        {
          name: 'Results',
          rows: [
            HEADER.split(','),
            [Number(urns[1]), '2024/25', measure, 0.57, 40],
            [],
            [urns[1]!, '2024/25', 'PTRWM_HIGH', 'SUPP', ''],
            [urns[1]!, '2024/25', 'PTMAT_EXP', 'many', 40],
            [urns[1]!, '2024/25', 'PTREAD_EXP', 61.5, 40],
          ],
          cells: new Map([['1,3', { value: 0.57, style: percent }]]),
        },
        { name: 'Notes', rows: [['nothing of this is read']] },
      ],
    });
    const receipt = await send(Buffer.from(sheet), { acceptWarnings: 'true' }, token, SPREADSHEET_TYPE);
    expect(receipt).toMatchObject({ status: 200, received: 4, written: 3, rejected: 1 });
    expect(errorsOf(receipt)).toEqual([[5, 'value', 'INVALID']]);
    const query =
      'query ($urn: URN!) { school(urn: $urn) { outcomes(measures: ["PTGPS_HIGH", "PTREAD_EXP", "PTRWM_HIGH"], from: "2024/25", to: "2024/25", first: 20) { nodes { measure { code } value noValue } } } }';
    const { data } = await graph.ask(query, { urn: urns[1] }, token);
    expect(data.school.outcomes.nodes).toEqual(
      expect.arrayContaining([
        { measure: { code: measure }, value: 57, noValue: null },
        { measure: { code: 'PTREAD_EXP' }, value: 61.5, noValue: null },
        { measure: { code: 'PTRWM_HIGH' }, value: null, noValue: 'SUPPRESSED' },
      ]),
    );
    const rolls = await writeXlsx({
      sheets: [
        {
          name: 'Roll',
          rows: [
            ['urn', 'date', 'pupils'],
            [urns[4]!, new Date(Date.UTC(2026, 9, 1)), 210],
          ],
        },
      ],
    });
    expect(
      await send(Buffer.from(rolls), { operation: 'updateRoll', acceptWarnings: 'true' }, token, SPREADSHEET_TYPE),
    ).toMatchObject({ written: 1 });
  });

  it('never take an error of the spreadsheet for a value, and say the cell', async () => {
    for (const error of ['#REF!', '#N/A', '#VALUE!']) {
      const sheet = await writeXlsx({
        sheets: [
          {
            name: 'Roll',
            rows: [
              ['urn', 'date', 'pupils'],
              [urns[4]!, new Date(Date.UTC(2026, 9, 1)), error],
              [error, new Date(Date.UTC(2026, 9, 1)), 210],
            ],
          },
        ],
      });
      const answer = await send(
        Buffer.from(sheet),
        { operation: 'updateRoll', dryRun: 'true' },
        token,
        SPREADSHEET_TYPE,
      );
      expect(JSON.stringify(answer)).toContain('in cell C2 is an error of the spreadsheet');
      expect(JSON.stringify(answer)).toContain('in cell A3 is an error of the spreadsheet');
      const text = await send(`urn,academicYear,measure,value,pupils\n${urns[0]!},2025/26,PTRWM_EXP,${error},40\n`, {
        dryRun: 'true',
      });
      expect(JSON.stringify(text)).toContain('in cell D2 is an error of the spreadsheet');
    }
  });

  it('are refused in a spreadsheet that is damaged, too long or larger than it says, and hold up nobody', async () => {
    const refused = async (body: Uint8Array) => {
      const { status, errors } = await send(Buffer.from(body), {}, token, SPREADSHEET_TYPE);
      return [status, errors[0].message as string];
    };
    expect(await refused(Buffer.from('PK\u0003\u0004 and more', 'latin1'))).toEqual([
      400,
      expect.stringContaining('save it as .xlsx again'),
    ]);
    const rows = Array.from({ length: 10_001 }, () => [urns[0]!, '2025/26', 'PTRWM_EXP', 57, 40]);
    const long = await writeXlsx({ sheets: [{ name: 'a', rows: [HEADER.split(','), ...rows] }] });
    expect(await refused(long)).toEqual([400, expect.stringContaining('more than 10,000 rows')]);
    expect(await refused(archiveOf(200 * 1024 * 1024))).toEqual([
      400,
      expect.stringContaining('too large once it is unpacked'),
    ]);
    // One that says that it is small.
    expect(await refused(archiveOf(200 * 1024 * 1024, 1_000))).toEqual([400, expect.stringContaining('damaged')]);
    const small = Buffer.from(
      await writeXlsx({ sheets: [{ name: 'a', rows: [HEADER.split(','), ...rows.slice(0, 5_000)] }] }),
    );
    expect(await longestTurn(() => send(small, { dryRun: 'true' }, token, SPREADSHEET_TYPE))).toBeLessThan(
      LONGEST_TURN,
    );
  });
});

/** An archive with one part of so many zeros, which says that it has as many or others. */
function archiveOf(bytes: number, said = bytes): Buffer {
  const packed = deflateRawSync(Buffer.alloc(bytes));
  const name = Buffer.from('xl/workbook.xml');
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(8, 4);
  common.writeUInt32LE(packed.length, 14);
  common.writeUInt32LE(said, 18);
  common.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), common, name, packed]);
  const central = Buffer.concat([
    Buffer.from('PK\u0001\u0002', 'latin1'),
    Buffer.from([20, 0]),
    common,
    Buffer.alloc(14),
    name,
  ]);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 0, 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}
