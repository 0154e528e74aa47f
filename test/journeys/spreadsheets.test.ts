import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXPLORER, Graph, trustToken } from '../support/graph.ts';

describe('rows as CSV', () => {
  let graph: Graph;
  let token: string;
  let urns: string[];
  beforeAll(async () => {
    graph = await Graph.start('demo');
    const { data } = await graph.ask('{ trust(uid: "90001") { schools(first: 5) { nodes { urn } } } }');
    urns = data.trust.schools.nodes.map(({ urn }: { urn: string }) => urn);
    token = await trustToken('90001');
    await graph.subgraph('outcomes').database.orm.em.fork().execute(`delete from result where subject in ('${urns.join("','")}')`);
  });
  afterAll(() => graph.stop());

  const send = async (text: string | Buffer, parameters: Record<string, string> = {}, as = token) => {
    const url = new URL('/submissions', graph.url);
    for (const [name, value] of Object.entries({ operation: 'submitOutcomes', idempotencyKey: randomUUID(), ...parameters })) url.searchParams.set(name, value);
    const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'text/csv', ...(as ? { authorization: `Bearer ${as}` } : {}) }, body: text as string });
    return { ...((await response.json()) as object), status: response.status } as Record<string, any>; // oxlint-disable-line typescript/no-explicit-any
  };

  it('are checked and written as those of the mutation, with the line of each error', async () => {
    const text = ['URN,Academic year,Measure,Pupil group,Value,Pupils,Status', `${urns[0]},2025-2026,PTRWM_EXP,All,61%,40,provisional`, `${urns[0]},2025/26,PTRWM_EXP,disadvantaged,many,12,`, `${urns[0]},2025/26,PTRWM_EXP,others,101,28,`, `${urns[0]},2025/26,,boys,50,20,`, `${urns[0]},2025/26,PTRWM_EXP,pupils,50,20,`, ''].join('\r\n');
    const key = randomUUID();
    const receipt = await send(text, { idempotencyKey: key });
    expect(receipt).toMatchObject({ status: 200, received: 5, written: 1, rejected: 4, replayed: false });
    expect(receipt['userErrors'].map(({ line, path, code, value }: Record<string, unknown>) => [line, (path as string[])[2], code, value])).toEqual([[3, 'value', 'INVALID', 'many'], [4, 'value', 'OUT_OF_RANGE', '101'], [5, 'measure', 'MISSING', null], [6, 'pupilGroup', 'INVALID', 'pupils']]);
    expect(await send(text, { idempotencyKey: key })).toMatchObject({ id: receipt['id'], replayed: true, written: 1, rejected: 4 });
    expect(await send(text, { onError: 'REJECT_ALL' })).toMatchObject({ written: 0, rejected: 5, dryRun: false });
    expect(await send(Buffer.from(`URN;Date\n`, 'latin1'), { operation: 'updateRoll' })).toMatchObject({ status: 400 });
    expect(await send(`urn,date,pupils,boys,girls\n${urns[0]},2026-10-01,"1,210",600,610\n`, { operation: 'updateRoll' })).toMatchObject({ status: 200, written: 1 });
  });

  it('are refused as a whole when they are not what they should be', async () => {
    expect(await send('')).toMatchObject({ status: 400 });
    expect(await send('URN,Colour\n1,2\n')).toMatchObject({ status: 400, errors: [{ message: expect.stringContaining('"Colour"') }] });
    expect(await send(`URN,Academic year,Value\n${urns[0]},2025/26,1\n`)).toMatchObject({ status: 400, errors: [{ message: expect.stringContaining('"measure" is missing') }] });
    expect(await send(`URN,Academic year,Measure,Value\n${urns[0]},2025/26,PTRWM_EXP,60\n${urns[1]},2025/26,PTRW`)).toMatchObject({ status: 400, errors: [{ message: expect.stringContaining('cut off'), extensions: { line: 3 } }] });
    expect(await send(`URN,Academic year,Measure,Value\n"${urns[0]},2025/26`)).toMatchObject({ status: 400, errors: [{ message: expect.stringContaining('not CSV') }] });
    expect(await send('URN,Date\n', { operation: 'dropEverything' })).toMatchObject({ status: 400 });
    expect(await send(`URN,Academic year,Measure,Value\n${urns[0]},2025/26,PTRWM_EXP,60\n`, {}, EXPLORER)).toMatchObject({ status: 403, errors: [{ extensions: { code: 'UNAUTHORIZED_FIELD' } }] });
  });
});
