import { createHmac, generateKeyPairSync, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type JWK } from 'jose';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { partnerGateway, readiness } from '../../gateway/federation/partnerGraph.ts';
import { schoolsOfTrusts } from '../../gateway/identity/identify.ts';
import { startIdentity } from '../../gateway/identity/start.ts';
import { localTransport } from '../../gateway/federation/transport/local.ts';
import { settings } from '../../subgraphs/kit/process/settings.ts';
import { ANONYMOUS, ask, Graph, STAFF, trustToken } from '../support/graph.ts';
import { scaled } from '../support/time.ts';
import { serveHere } from '../support/serve.ts';

const NETWORK = '{ network { schools } }';

/** An issuer of tokens as an organisation runs one: it publishes its keys over HTTP. */
class Issuer {
  url = '';
  keys: JWK[] = [];
  down = false;
  private server!: Server;

  async start(): Promise<void> {
    this.server = createServer((_, response) =>
      this.down
        ? response.destroy()
        : response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: this.keys })),
    ).listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    this.url = `http://127.0.0.1:${(this.server.address() as { port: number }).port}`;
  }

  /** Makes a key and publishes it; the function signs claims with it. */
  async key(alg: string, publish = true) {
    const { publicKey, privateKey } = await generateKeyPair(alg);
    const kid = randomUUID();
    if (publish) this.keys.push({ ...(await exportJWK(publicKey)), kid, alg });
    return (claims: Record<string, unknown> = {}, header: Record<string, unknown> = {}) =>
      new SignJWT({
        iss: this.url,
        aud: 'partner-graph',
        sub: 'someone',
        scope: 'reviews:read',
        exp: Math.floor(Date.now() / 1000) + 600,
        ...claims,
      })
        .setProtectedHeader({ alg, kid, ...header })
        .sign(privateKey);
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

describe('a token of an issuer', () => {
  let graph: Graph;
  let url: string;
  const issuer = new Issuer();
  const stops: (() => Promise<unknown>)[] = [];
  let sign: Awaited<ReturnType<Issuer['key']>>;

  beforeAll(async () => {
    graph = await Graph.start('demo');
    await issuer.start();
    sign = await issuer.key('RS256');
    const transport = localTransport(graph.running);
    const given = settings({
      AUTH_ISSUER: issuer.url,
      AUTH_AUDIENCE: 'partner-graph',
      AUTH_JWKS_URL: `${issuer.url}/keys`,
    });
    const identity = await startIdentity(given, { schoolsOf: schoolsOfTrusts(transport) });
    expect(identity.local).toBeNull();
    const app = await serveHere({
      gateway: await partnerGateway(transport),
      identify: identity.identify,
      ready: () => readiness(graph.running),
    });
    url = app.url;
    stops.push(() => app.close());
  });
  afterAll(async () => {
    for (const stop of stops) await stop();
    issuer.stop();
    await graph.stop();
  });

  const refused = async (token: string, reason: RegExp) => {
    const { status, data, errors } = await ask(url, NETWORK, {}, token);
    expect([status, data, errors![0]!.extensions!['code']]).toEqual([401, undefined, 'UNAUTHENTICATED']);
    expect(errors![0]!.message).toMatch(reason);
  };

  it.each(['RS256', 'ES256', 'EdDSA', 'PS256'])('is taken when it is signed with %s', async (alg) => {
    const signed = await issuer.key(alg);
    const token = await signed();
    // A key that was published a moment ago is found, once the pause between two looks is over.
    await expect
      .poll(async () => (await ask(url, NETWORK, {}, token)).data?.network?.schools, { timeout: 10_000, interval: 500 })
      .toBe(550);
  });

  it("is refused when it has expired, is not valid yet, or is another issuer's or audience's", async () => {
    const now = Math.floor(Date.now() / 1000);
    await refused(await sign({ exp: now - 60 }), /expired at/);
    await refused(await sign({ exp: now - 1 }), /expired at/);
    await refused(await sign({ iat: now + 20 }), /issued \d+ seconds from now/);
    await refused(await sign({ iat: 'yesterday' }), /claim "iat"|can be checked/);
    expect((await ask(url, NETWORK, {}, await sign({ iat: now }))).data.network).toBeTruthy();
    await refused(await sign({ nbf: now + 600 }), /claim "nbf"/);
    await refused(await sign({ iss: 'https://elsewhere.example' }), /claim "iss"/);
    await refused(await sign({ aud: 'another-api' }), /claim "aud"/);
    await refused(await sign({ exp: undefined }), /claim "exp"/);
    await refused(await sign({ sub: undefined }), /whose it is/);
    await refused(await sign({ trust: '1 or 1=1' }), /claim "trust"/);
  });

  it('ends while it is remembered as checked', async () => {
    const token = await sign({ exp: Math.floor(Date.now() / 1000) + 2 });
    expect((await ask(url, NETWORK, {}, token)).data.network).toBeTruthy();
    await expect.poll(async () => (await ask(url, NETWORK, {}, token)).status, { timeout: scaled(5_000) }).toBe(401);
  });

  it('may be of a clock that is off by what is allowed for, and by no more', async () => {
    const env = { AUTH_ISSUER: issuer.url, AUTH_AUDIENCE: 'partner-graph', AUTH_JWKS_URL: `${issuer.url}/keys` };
    const tolerant = await startIdentity(settings({ ...env, AUTH_CLOCK_TOLERANCE: '30' }), {});
    const now = Math.floor(Date.now() / 1000);
    const check = async (claims: Record<string, unknown>) => {
      const authorization = `Bearer ${await sign(claims)}`;
      return tolerant.identify({ authorization }, '').then(
        () => 'taken',
        (error: Error) => error.message,
      );
    };
    expect([await check({ exp: now - 10 }), await check({ iat: now + 10 })]).toEqual(['taken', 'taken']);
    expect(await check({ exp: now - 40 })).toMatch(/expired at/);
    expect(await check({ iat: now + 60 })).toMatch(/from now/);
    expect(() => settings({ ...env, AUTH_CLOCK_TOLERANCE: '3600' })).toThrow(/0 to 300 seconds/);
  });

  it('is refused when it is not signed, signed with a public key as a secret, by an unknown key, or altered', async () => {
    const claims = { iss: issuer.url, aud: 'partner-graph', sub: 'someone', scope: 'network:admin' };
    await refused(new UnsecuredJWT(claims).setExpirationTime('1h').encode(), /algorithm|cannot be|can be checked/);
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const unsigned = `${part({ alg: 'HS256', kid: issuer.keys[0]!.kid })}.${part({ ...claims, exp: Math.floor(Date.now() / 1000) + 600 })}`;
    await refused(
      `${unsigned}.${createHmac('sha256', publicKey.export({ type: 'spki', format: 'pem' }))
        .update(unsigned)
        .digest('base64url')}`,
      /algorithm/,
    );
    const stranger = await issuer.key('RS256', false);
    await refused(await stranger(), /does not publish/);
    await refused(await stranger({}, { kid: issuer.keys[0]!.kid }), /can be checked/);
    const [header, , signature] = (await sign()).split('.');
    await refused(`${header}.${part({ ...claims, exp: 9_999_999_999 })}.${signature}`, /can be checked/);
    await refused('nonsense', /can be checked/);
  });

  it('of the local issuer is not taken here, and neither is an API key without a database', async () => {
    await refused(STAFF, /claim "iss"|does not publish/);
    await refused('cp_0123456789_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', /no database/);
  });

  it('that cannot be checked is not refused for good', async () => {
    const other = new Issuer();
    await other.start();
    other.down = true;
    const identity = await startIdentity(settings({ AUTH_ISSUER: other.url, AUTH_AUDIENCE: 'partner-graph' }), {});
    const signed = await other.key('ES256');
    await expect(identity.identify({ authorization: `Bearer ${await signed()}` }, '')).rejects.toMatchObject({
      status: 503,
    });
    other.stop();
  });
});

describe('who asks', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await Graph.start('demo');
  });
  afterAll(() => graph.stop());

  const withHeaders = async (headers: Record<string, string>) => {
    const response = await fetch(graph.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query: NETWORK }),
    });
    return {
      status: response.status,
      challenge: response.headers.get('www-authenticate'),
      ...((await response.json()) as {
        data?: { network: { schools: number } | null };
        errors?: { message: string; extensions: Record<string, unknown> }[];
      }),
    };
  };

  it('is told in a header that is what it should be', async () => {
    expect(await withHeaders({ authorization: `bearer ${STAFF}` })).toMatchObject({
      status: 200,
      data: { network: { schools: 550 } },
    });
    expect(await withHeaders({ authorization: 'Basic abc' })).toMatchObject({
      status: 401,
      challenge: expect.stringContaining('invalid_token'),
      errors: [{ message: expect.stringContaining('bearer token') }],
    });
    expect(await withHeaders({ authorization: `Bearer ${STAFF}`, 'x-api-key': 'cp_x' })).toMatchObject({
      status: 401,
      errors: [{ message: expect.stringContaining('one of them') }],
    });
    expect(await withHeaders({ 'x-api-key': STAFF })).toMatchObject({ status: 401 });
  });

  it('may hold an API key instead, until that is revoked or expires', async () => {
    const { ApiKeys } = await import('../../gateway/identity/apiKeys.ts');
    const keys = await ApiKeys.open(graph.databaseUrl);
    const { id, key } = await keys.create({
      client: 'a vendor of MIS',
      trust: '90001',
      scopes: ['reviews:read'],
      days: 1,
    });
    expect(await withHeaders({ authorization: `Bearer ${key}` })).toMatchObject({
      data: { network: { schools: 550 } },
    });
    expect(await withHeaders({ 'x-api-key': key })).toMatchObject({ data: { network: { schools: 550 } } });
    await expect.poll(async () => (await keys.list())[0]!.lastUsedAt).not.toBeNull();
    // Nothing in the database is the key.
    expect(JSON.stringify(await keys.list())).not.toContain(key.slice('cp_'.length + id.length + 1));
    expect(await withHeaders({ 'x-api-key': `${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}` })).toMatchObject({
      status: 401,
      errors: [{ message: expect.stringContaining('not known') }],
    });
    expect(await keys.revoke(id)).toBe(true);
    expect(await keys.revoke(id)).toBe(false);
    await expect.poll(async () => (await withHeaders({ 'x-api-key': key })).status).toBe(401);
    const short = await keys.create({ client: 'short', scopes: ['reviews:read'], days: 0.3 / 86_400 });
    await expect
      .poll(async () => (await withHeaders({ 'x-api-key': short.key })).errors?.[0]!.message, {
        timeout: scaled(5_000),
      })
      .toContain('expired at');
    await keys.close();
  });

  it('is nobody without a token: the register and what is published are open, the rest names what it needs', async () => {
    const { data, errors, status } = await graph.ask(
      `{
      school(urn: "900374") { name trust { name } member memberships { joined } hub { name } reviews { totalCount } enrolments { totalCount } collaborationHistory { totalCount }
        outcomes(first: 3, measures: ["PTRWM_EXP"]) { nodes { academicYear status value } } }
      network { schools } programmes { totalCount } areasOfExcellence { nodes { title } }
    }`,
      {},
      ANONYMOUS,
    );
    expect(status).toBe(200);
    expect(data.school).toMatchObject({
      name: 'Nether Orrinmere Primary Academy',
      trust: { name: expect.any(String) },
      member: null,
      memberships: null,
      hub: null,
      reviews: null,
      enrolments: null,
      collaborationHistory: null,
    });
    expect(data.school.outcomes.nodes[0]).toMatchObject({ academicYear: '2024/25', status: 'FINAL' });
    expect([data.network, data.programmes, data.areasOfExcellence]).toEqual([null, null, null]);
    expect(
      errors!.map(({ path, extensions }) => [path!.join('.'), extensions!['code'], extensions!['requiredScopes']]),
    ).toEqual([
      ['school.member', 'UNAUTHORIZED_FIELD', undefined],
      ['school.memberships', 'UNAUTHORIZED_FIELD', undefined],
      ['school.hub', 'UNAUTHORIZED_FIELD', undefined],
      ['school.reviews', 'UNAUTHORIZED_FIELD', [['reviews:read']]],
      ['school.enrolments', 'UNAUTHORIZED_FIELD', [['programmes:read']]],
      ['school.collaborationHistory', 'UNAUTHORIZED_FIELD', [['reviews:read', 'programmes:read']]],
      ['network', 'UNAUTHORIZED_FIELD', undefined],
      ['programmes', 'UNAUTHORIZED_FIELD', [['programmes:read']]],
      ['areasOfExcellence', 'UNAUTHORIZED_FIELD', [['reviews:read']]],
    ]);
    expect(errors![3]!.message).toContain('needs the scope "reviews:read"');
  });

  it('cannot get round a field by an alias, a fragment, an interface, a filter or the feed', async () => {
    const { data, errors } = await graph.ask(
      `
      query { a: school(urn: "900374") { ...S } changes(first: 500, types: [REVIEW, MEMBERSHIP, ENROLMENT, SCHOOL]) { nodes { type node { __typename ... on Review { id } ... on School { urn } } } } }
      fragment S on School { r: reviews { n: totalCount } ... on School { hub { name } } }`,
      {},
      ANONYMOUS,
    );
    expect(data.a).toEqual({ r: null, hub: null });
    expect(new Set(data.changes.nodes.map(({ type }: { type: string }) => type))).toEqual(new Set(['SCHOOL']));
    expect(data.changes.nodes[0].node).toMatchObject({ __typename: 'School', urn: expect.any(String) });
    expect(errors!.map(({ path }) => path!.join('.'))).toEqual(['a.r', 'a.hub']);
    for (const type of ['REVIEW', 'MEMBERSHIP', 'ENROLMENT'])
      expect(
        (await graph.ask(`{ changes(first: 5, types: [${type}]) { nodes { id } } }`, {}, ANONYMOUS)).data.changes.nodes,
        type,
      ).toEqual([]);
    for (const query of [
      '{ schools(filter: { member: true }) { totalCount } }',
      '{ schools(filter: { hub: ["HUB-01"] }) { totalCount } }',
      '{ trusts(member: false) { totalCount } }',
      '{ trust(uid: "90001") { schools(filter: { member: false }) { totalCount } } }',
    ]) {
      expect((await graph.ask(query, {}, ANONYMOUS)).errors![0], query).toMatchObject({
        extensions: { code: 'UNAUTHORIZED_FIELD' },
      });
    }
  });

  it('is given what is left of an operation, what asks about the schema included', async () => {
    const { data } = await graph.ask('{ network { schools } __schema { queryType { name } } }', {}, ANONYMOUS);
    expect(data).toEqual({ network: null, __schema: { queryType: { name: 'Query' } } });
  });

  it('with some scopes gets the fields of those', async () => {
    const token = await trustToken('90001', ['programmes:read']);
    const { data, errors } = await graph.ask(
      '{ school(urn: "900374") { hub { name } enrolments { totalCount } reviews { totalCount } } }',
      {},
      token,
    );
    expect(data.school).toMatchObject({
      hub: { name: expect.any(String) },
      enrolments: { totalCount: expect.any(Number) },
      reviews: null,
    });
    expect(errors).toHaveLength(1);
  });

  it('from another site cannot ask through a browser on this machine', async () => {
    const { port } = new URL(graph.url);
    const { request } = await import('undici');
    const { statusCode } = await request(graph.url, {
      method: 'POST',
      headers: { host: `rebound.example:${port}`, 'content-type': 'application/json' },
      body: JSON.stringify({ query: NETWORK }),
    });
    expect(statusCode).toBe(421);
  });

  it('cannot be told by the local issuer beyond this machine', async () => {
    await expect(startIdentity({ host: '0.0.0.0', dataDir: inject('identityDir') }, {})).rejects.toThrow(
      /set AUTH_ISSUER/,
    );
  });
});
