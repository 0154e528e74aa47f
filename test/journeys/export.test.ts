import { once } from 'node:events';
import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { Client } from 'pg';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { partnerGateway, readiness } from '../../gateway/federation/partnerGraph.ts';
import { localTransport } from '../../gateway/federation/transport/local.ts';
import { ANONYMOUS, EXPLORER, Graph, STAFF } from '../support/graph.ts';
import { scaled } from '../support/time.ts';
import { serveHere } from '../support/serve.ts';

const SCHOOLS =
  'query ($after: String) { schools(first: 100, after: $after) { nodes { urn name } pageInfo { hasNextPage endCursor } } }';

describe('what is too much for a page', () => {
  let graph: Graph;
  let base: string;
  beforeAll(async () => {
    graph = await Graph.start('demo');
    base = new URL('/', graph.url).href;
  });
  afterAll(() => graph.stop());

  const exported = async (query: string, variables: Record<string, unknown> = {}, token = STAFF, encoding = 'gzip') => {
    const { statusCode, headers, body } = await request(`${base}export`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-encoding': encoding,
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      body: JSON.stringify({ query, variables }),
    });
    const bytes = Buffer.from(await body.arrayBuffer());
    const text = headers['content-encoding'] === 'gzip' ? gunzipSync(bytes).toString() : bytes.toString();
    return {
      statusCode,
      headers,
      text,
      lines:
        statusCode === 200
          ? text
              .trim()
              .split('\n')
              // oxlint-disable-next-line typescript/no-explicit-any
              .map((line) => JSON.parse(line) as Record<string, any>)
          : [],
    };
  };

  it('comes as JSON Lines, each item once, with a last line that says so', async () => {
    const { lines, headers } = await exported(SCHOOLS);
    expect(headers['content-encoding']).toBe('gzip');
    const client = new Client({ connectionString: graph.databaseUrl });
    await client.connect();
    const { rows } = await client.query<{ urn: string }>('select urn from schools.school');
    await client.end();
    expect(lines.at(-1)).toEqual({ end: true, count: rows.length, after: expect.any(String) });
    expect(
      lines
        .slice(0, -1)
        .map(({ urn }) => urn)
        .sort(),
    ).toEqual(rows.map(({ urn }) => urn).sort());
    expect((await exported(SCHOOLS, {}, STAFF, 'identity')).text).toBe((await exported(SCHOOLS)).text);
  });

  it('goes on from a cursor, under a thing as well, with aliases and edges', async () => {
    const query =
      'query ($after: String, $uid: ID!) { of: trust(uid: $uid) { all: schools(first: 2, after: $after) { edges { cursor node { urn } } pageInfo { hasNextPage endCursor } } } }';
    const whole = (await exported(query, { uid: '90001' })).lines;
    expect(whole.length).toBeGreaterThan(3);
    const rest = (await exported(query, { uid: '90001', after: whole[0]!['cursor'] })).lines;
    expect(rest.slice(0, -1)).toEqual(whole.slice(1, -1));
  });

  it('is of what the caller may see', async () => {
    const reviews =
      'query ($after: String) { reviews(first: 100, after: $after) { nodes { id reportShared headings { code } } pageInfo { hasNextPage endCursor } } }';
    const seen = await exported(reviews, {}, EXPLORER);
    expect(seen.lines.length).toBeGreaterThan(4_000);
    for (const { end, reportShared, headings } of seen.lines)
      if (end === undefined) expect(headings !== null).toBe(reportShared);
    const { statusCode, text } = await exported(reviews, {}, ANONYMOUS);
    expect([statusCode, JSON.parse(text).errors[0].extensions]).toEqual([
      403,
      { code: 'UNAUTHORIZED_FIELD', requiredScopes: [['reviews:read']] },
    ]);
  });

  it('is refused with a reason when it is no such query', async () => {
    for (const query of [
      '{ schools { nodes { urn } } }',
      'query ($after: String) { schools(after: $after) { totalCount pageInfo { hasNextPage endCursor } } }',
      'mutation { x }',
      '{',
      'query ($after: String) { schools(first: 1000, after: $after) { nodes { urn } pageInfo { hasNextPage endCursor } } }',
    ]) {
      const { statusCode, text } = await exported(query);
      expect([statusCode >= 400 && statusCode < 500, JSON.parse(text).errors.length], query).toEqual([true, 1]);
    }
  });

  it('says when it breaks off, and where to go on', async () => {
    const failing = localTransport(graph.running);
    let asked = 0;
    const { SubgraphUnavailable } = await import('../../gateway/federation/supergraph.ts');
    const gateway = await partnerGateway((name, each) =>
      ++asked > 3 && asked < 6
        ? Promise.reject(new SubgraphUnavailable('The subgraph "schools" did not answer.'))
        : failing(name, each),
    );
    const app = await serveHere({
      gateway,
      identify: graph.identity.identify,
      ready: () => readiness(graph.running),
    });
    const before = base;
    base = `${app.origin}/`;
    const { lines } = await exported(SCHOOLS);
    expect(lines.at(-1)).toMatchObject({
      end: false,
      count: 300,
      errors: [{ extensions: { serviceName: 'schools' } }],
    });
    asked = 100;
    const rest = (await exported(SCHOOLS, { after: lines.at(-1)!['after'] })).lines;
    base = before;
    expect([...lines.slice(0, -1), ...rest.slice(0, -1)]).toEqual((await exported(SCHOOLS)).lines.slice(0, -1));
    await app.close();
  });

  it('waits for a client that reads slowly, and stops for one that leaves', async () => {
    const { before, response, settled } = await slowly();
    const meanwhile = await settled();
    // It waits: the network is full, and far fewer pages than there are were read.
    expect(meanwhile - before).toBeLessThan(400);
    response.destroy();
    expect((await settled()) - meanwhile).toBeLessThan(10);
  });

  it('ends with the server, which waits for no client that does not read', async () => {
    const { response, settled } = await slowly();
    await settled();
    const began = performance.now();
    await graph.stop();
    expect(performance.now() - began).toBeLessThan(scaled(10_000));
    // What was sent arrives, and then it is cut off.
    response.resume();
    await expect(once(response, 'end')).rejects.toThrow('aborted');
    graph = await Graph.start('demo');
    base = new URL('/', graph.url).href;
  });

  /** Begins an export of some 80 MB, 10 reviews and several statements a page, and reads none of it. */
  const slowly = async () => {
    const part = 'headings { code title findings { text } } team { role school { name } }';
    const query = `query ($after: String) { reviews(first: 10, after: $after) { nodes { ${Array.from({ length: 12 }, (_, i) => `r${i}: framework { name headings { title } }`).join(' ')} ${part} hostSchool { name reviews(first: 20) { nodes { ${part} } } } } pageInfo { hasNextPage endCursor } } }`;
    const sent = http.request(`${base}export`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${STAFF}` },
    });
    sent.end(JSON.stringify({ query }));
    const before = graph.statements;
    const [response] = (await once(sent, 'response')) as [http.IncomingMessage];
    expect(response.statusCode).toBe(200);
    /** The number of statements, once it does not grow any more. */
    const settled = async () => {
      for (let last = -1; ;) {
        if (graph.statements === last) return last;
        last = graph.statements;
        await sleep(400);
      }
    };
    return { before, response, settled };
  };
});
