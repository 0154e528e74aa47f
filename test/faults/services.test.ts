import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { HISTORY_QUERY } from '../../gateway/server.ts';
import { SUBGRAPHS, type SubgraphName } from '../../subgraphs/kit/serve/sdl.ts';
import { startChild } from '../support/children.ts';
import { ask, Graph } from '../support/graph.ts';
import { freePort, isReady, until } from '../support/processes.ts';
import { scaled } from '../support/time.ts';

const path = (file: string) => fileURLToPath(new URL(`../../${file}`, import.meta.url));

describe('five processes: four subgraphs and a gateway', () => {
  let graph: Graph;
  let gateway: string;
  const ports = {} as Record<SubgraphName, number>;
  const processes = new Map<string, ChildProcess>();

  const run = (name: string, script: string, args: string[], env: Record<string, string>) => {
    processes.set(
      name,
      startChild(process.execPath, [path(script), ...args], {
        env: { ...process.env, LOG_LEVEL: 'silent', DATA_DIR: inject('identityDir'), ...env },
        stdio: 'ignore',
      }),
    );
  };
  const runSubgraph = (name: SubgraphName) =>
    run(name, 'subgraphs/main.ts', [name, '--port', String(ports[name])], { DATABASE_URL: graph.databaseUrl });
  const end = async (name: string, signal: NodeJS.Signals = 'SIGTERM') => {
    const child = processes.get(name);
    processes.delete(name);
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  };
  /** Ends a process, looks, and starts it again whatever was seen. */
  const without = async (name: SubgraphName, look: () => Promise<void>) => {
    await end(name);
    try {
      await look();
    } finally {
      runSubgraph(name);
      await until(() => isReady(gateway), 20);
    }
  };
  const history = async () => (await ask(gateway, HISTORY_QUERY)).data.school.collaborationHistory;

  beforeAll(async () => {
    graph = await Graph.start('demo');
    for (const name of SUBGRAPHS) ports[name] = await freePort();
    for (const name of SUBGRAPHS) runSubgraph(name);
    await Promise.all(SUBGRAPHS.map((name) => until(() => isReady(`http://127.0.0.1:${ports[name]}`), 20)));
    const port = await freePort();
    gateway = `http://127.0.0.1:${port}/graphql`;
    run(
      'gateway',
      'gateway/commands/gateway.ts',
      ['--port', String(port), '--timeout', '2000'],
      Object.fromEntries(
        SUBGRAPHS.map((name) => [`${name.toUpperCase()}_URL`, `http://127.0.0.1:${ports[name]}/graphql`]),
      ),
    );
    await until(() => isReady(gateway), 20);
  });
  afterAll(async () => {
    await Promise.all([...processes.keys()].map((name) => end(name)));
    await graph.stop();
  });

  it('give the same answers as one process, byte for byte', async () => {
    const queries = [
      HISTORY_QUERY,
      '{ schools(filter: { search: "academy" }, first: 20) { totalCount nodes { urn name trust { name } reviews(first: 2) { nodes { id team { name school { name } } } } outcomes(first: 4) { nodes { value noValue measure { name } } } } pageInfo { endCursor } } }',
      '{ network { schools byPhase { phase pupils } outcomes(measures: ["PTRWM_EXP"]) { academicYear value } } programmes { nodes { name cohorts(first: 1) { nodes { enrolments(first: 3) { nodes { school { name } } } } } } } }',
      '{ school(urn: "900001") { collaborators { nodes { school { name } ways { way times } } } areasOfExcellence(valid: true) { nodes { title valid } } } unknown: school(urn: "999999") { name } }',
      '{ reviews(after: "nonsense") { nodes { id } } }',
    ];
    for (const query of queries) {
      const [one, other] = await Promise.all([ask(gateway, query), graph.ask(query)]);
      expect(JSON.stringify([one.data, one.errors])).toBe(JSON.stringify([other.data, other.errors]));
    }
  });

  it('a stopped subgraph costs only its own fields and is named, and is back by itself', async () => {
    const whole = await history();
    await without('reviews', async () => {
      const { data, errors } = await ask(
        gateway,
        HISTORY_QUERY.replace('outcomes(', 'reviews { totalCount } enrolments { totalCount } outcomes('),
      );
      expect(data.school.name).toBeTruthy();
      expect(data.school.reviews).toBeNull();
      expect(data.school.enrolments.totalCount).toBeGreaterThan(0);
      expect(data.school.outcomes.nodes).toHaveLength(3);
      expect(data.school.collaborationHistory.missingSources).toEqual(['reviews']);
      expect(data.school.collaborationHistory.nodes.map(({ kind }: { kind: string }) => kind)).toEqual(
        expect.arrayContaining(['ENROLMENT', 'VISIT']),
      );
      expect(
        errors!.some(
          ({ extensions }) =>
            extensions?.['serviceName'] === 'reviews' &&
            extensions['code'] === 'SUBGRAPH_UNAVAILABLE' &&
            extensions['retryAfter'] === 1,
        ),
      ).toBe(true);
      expect((await fetch(new URL('/health/ready', gateway))).status).toBe(503);
    });
    expect(await history()).toEqual(whole);
  });

  it('a subgraph killed in the middle of a request does not take the answer with it', async () => {
    // Somebody holds the findings, so that the request is under way for as long as it takes to kill the subgraph.
    const holder = new Client({ connectionString: graph.databaseUrl });
    await holder.connect();
    await holder.query('begin; lock table reviews.finding in access exclusive mode');
    const slow = ask(
      gateway,
      '{ schools(first: 100) { nodes { name reviews(first: 20) { nodes { id headings { findings { text } } } } } } }',
    );
    const waiting = async () =>
      (
        await holder.query(
          `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        )
      ).rowCount! > 0;
    await until(waiting, 20);
    await end('reviews', 'SIGKILL');
    await holder.query('rollback');
    await holder.end();
    const { data } = await slow;
    expect(data.schools.nodes).toHaveLength(100);
    expect((await history()).missingSources).toEqual(['reviews']);
    runSubgraph('reviews');
    await until(async () => (await history()).missingSources.length === 0, 20);
  });

  it('a subgraph that hangs is given up after the time limit', () =>
    without('outcomes', async () => {
      const silent = createServer(() => {}).listen(ports.outcomes, '127.0.0.1');
      await once(silent, 'listening');
      const started = Date.now();
      const { data, errors } = await ask(gateway, '{ school(urn: "900016") { name outcomes { totalCount } } }');
      silent.closeAllConnections();
      silent.close();
      expect(data.school).toEqual({ name: expect.any(String), outcomes: null });
      expect(errors![0]!.message).toBe('The subgraph "outcomes" did not answer.');
      expect(Date.now() - started).toBeLessThan(scaled(10_000));
    }));

  it('the schools subgraph being away leaves what does not need the register', () =>
    without('schools', async () => {
      const { data } = await ask(
        gateway,
        '{ reviews(first: 2) { nodes { id hostSchool { name } team { name } } } school(urn: "900016") { name } }',
      );
      expect(data.school).toBeNull();
      expect(data.reviews.nodes[0]).toMatchObject({ id: expect.any(String), hostSchool: null });
    }));
});
