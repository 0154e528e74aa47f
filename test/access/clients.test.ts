import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiKeys } from '../../gateway/identity/apiKeys.ts';
import { ask, Graph, STAFF } from '../support/graph.ts';

const ROLL = `mutation ($rows: [RollInput!]!, $key: String!) {
  updateRoll(rows: $rows, idempotencyKey: $key, acceptWarnings: true) { written unchanged rejected replayed }
}`;

describe('two clients of one name', () => {
  let graph: Graph;
  let client: Client;
  let keys: ApiKeys;
  /** Trusts with one of their schools each. */
  let trusts: { uid: string; urn: string }[];
  beforeAll(async () => {
    graph = await Graph.start('demo');
    client = new Client({ connectionString: graph.databaseUrl });
    await client.connect();
    keys = await ApiKeys.open(graph.databaseUrl);
    const { rows } = await client.query(`
      select m.trust_uid as uid, min(m.urn) as urn from schools.trust_membership m join schools.school s using (urn)
      where m."left" is null and s.closed is null group by 1 order by 1 limit 2`);
    trusts = rows;
  });
  afterAll(async () => {
    await keys.close();
    await client.end();
    await graph.stop();
  });

  /** A key of a vendor who serves several trusts. */
  const vendorKey = async (trust: string) => {
    const made = await keys.create({ client: 'MIS vendor', trust, scopes: ['register:read', 'roll:write'], days: 1 });
    return { ...made, send: (urn: string, pupils: number) => submit(made.key, urn, pupils) };
  };
  const submit = async (key: string, urn: string, pupils: number) => {
    const rows = [{ urn, date: '2026-10-01', pupils }];
    const { data, errors } = await graph.ask(ROLL, { rows, key: 'autumn-1' }, key);
    expect(errors).toBeUndefined();
    return data.updateRoll;
  };

  it('have receipts of their own, whatever idempotency key each has chosen', async () => {
    const [first, second] = trusts as [(typeof trusts)[0], (typeof trusts)[0]];
    const one = await vendorKey(first.uid);
    const other = await vendorKey(second.uid);
    const third = await vendorKey(second.uid);
    expect(await one.send(first.urn, 201)).toEqual({ written: 1, unchanged: 0, rejected: 0, replayed: false });
    expect(await other.send(second.urn, 202)).toEqual({ written: 1, unchanged: 0, rejected: 0, replayed: false });
    // Of one trust with two keys: each is a client of its own.
    expect(await third.send(second.urn, 203)).toEqual({ written: 1, unchanged: 0, rejected: 0, replayed: false });
    expect(await one.send(first.urn, 201)).toEqual({ written: 1, unchanged: 0, rejected: 0, replayed: true });
    const stored = await client.query(`select urn, pupils from schools.roll_report order by pupils`);
    expect(stored.rows).toEqual([
      { urn: first.urn, pupils: 201 },
      { urn: second.urn, pupils: 203 },
    ]);
    const audit = await client.query(`select issued_by, client, trust from schools.audit order by id`);
    expect(audit.rows).toEqual([
      { issued_by: `key:${one.id}`, client: 'MIS vendor', trust: first.uid },
      { issued_by: `key:${other.id}`, client: 'MIS vendor', trust: second.uid },
      { issued_by: `key:${third.id}`, client: 'MIS vendor', trust: second.uid },
    ]);
  });

  it('have what they may cost each for itself', async () => {
    const app = await graph.serveAgain({ rateLimit: { scale: 0.001 } });
    const { url } = app;
    const remaining = async (key: string) => {
      const answer = await ask(url, '{ schools(first: 10) { nodes { urn } } }', {}, key);
      return (answer as unknown as { extensions: { cost: { remaining: number } } }).extensions.cost.remaining;
    };
    const [one, other] = [await vendorKey(trusts[0]!.uid), await vendorKey(trusts[1]!.uid)];
    // Whoever asks first pays for reading the document, which the others then need not.
    await remaining(STAFF);
    const first = await remaining(one.key);
    expect(await remaining(one.key)).toBeLessThan(first);
    expect(await remaining(other.key)).toBe(first);
    await app.close();
  });
});
