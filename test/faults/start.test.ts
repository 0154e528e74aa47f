import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { embeddedServer } from '../../subgraphs/kit/process/embedded.ts';
import { partnerGateway, readiness, startSubgraphs } from '../../gateway/federation/partnerGraph.ts';
import { localTransport } from '../../gateway/federation/transport/local.ts';
import { ANONYMOUS, ask } from '../support/graph.ts';
import { Running } from '../support/processes.ts';
import { schoolsOfNetwork, serverOf, Started } from '../support/started.ts';
import { scaled } from '../support/time.ts';
import { serveHere } from '../support/serve.ts';

const directories: string[] = [];
const directory = () => {
  const path = mkdtempSync(join(realpathSync(tmpdir()), 'partner-graph-start-'));
  directories.push(path);
  return path;
};
afterAll(() => {
  for (const path of directories) {
    // Where PostgreSQL cannot enter the directory, its files are elsewhere, and this is a link to them.
    const postgres = join(path, 'postgres');
    const elsewhere = existsSync(postgres) ? realpathSync(postgres) : path;
    if (!elsewhere.startsWith(path)) rmSync(dirname(elsewhere), { recursive: true, force: true });
    rmSync(path, { recursive: true, force: true });
  }
});

/** How far the loading of the demo network has come: whether any review is in the database of a data directory. */
async function hasReviews(dataDir: string): Promise<boolean> {
  const { url } = JSON.parse(readFileSync(join(dataDir, 'owner.json'), 'utf8')) as { url: string };
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ any: boolean }>('select exists (select from reviews.review) as any');
  await client.end();
  return rows[0]!.any;
}

describe('npm start', () => {
  const first = inject('firstStart');
  const dataDir = first.copy || directory();

  it('loads the demo network into an empty database, serves it, and stops with its database', () => {
    expect(first.schools).toBe(550);
    expect(first.output).toMatch(/The fictional demo network is loaded: [\d,]+ rows/);
    expect(first.printed).toEqual(['trust', 'explorer']);
    expect(first.output).toContain('npm run token -- --staff');
    expect(first.serverLived).toBe(true);
    expect(first.exitCode).toBe(0);
    expect(first.serverLivesStill).toBe(false);
  });

  it(
    'has tokens printed for trusts that are there, by who has its data directory',
    async () => {
      const started = new Started(dataDir);
      await started.up();
      const token = async (args: string[], env: Record<string, string>) => {
        const running = new Running('gateway/commands/token.ts', args, env);
        return [await running.exit(), running.output.trim()];
      };
      expect(await token(['--trust', '90001'], { DATA_DIR: dataDir })).toEqual([
        0,
        expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
      ]);
      expect(await token(['--trust', '123456'], { DATA_DIR: dataDir })).toEqual([
        2,
        expect.stringContaining('There is no trust 123456'),
      ]);
      const port = new URL(started.url).port;
      expect(await token(['--staff'], { DATA_DIR: directory(), PORT: port })).toEqual([
        2,
        expect.stringContaining('it runs with another DATA_DIR'),
      ]);
      await started.end('SIGTERM');
    },
    scaled(60_000),
  );

  it(
    'keeps the data, and survives being killed',
    async () => {
      const second = new Started(dataDir);
      await second.up();
      expect(second.output).not.toContain('Loading');
      await second.end('SIGKILL');
      const third = new Started(dataDir);
      await third.up();
      expect(await schoolsOfNetwork(third)).toBe(550);
      // Somebody else cannot use the same directory meanwhile, and is told so.
      const fourth = new Started(dataDir);
      const [code] = (await once(fourth.child, 'exit')) as [number];
      expect(code).toBe(1);
      expect(fourth.output).toContain(`is in use by process ${third.child.pid}`);
      expect(await schoolsOfNetwork(third)).toBe(550);
      expect(await third.end('SIGINT')).toBe(0);
    },
    scaled(60_000),
  );

  it(
    'ends with npm, which whoever runs it as a service signals',
    async () => {
      const started = new Started(dataDir, {}, ['npm', 'start']);
      await started.up();
      await started.end('SIGTERM');
      await expect.poll(() => serverOf(dataDir), { timeout: scaled(10_000) }).toBeNull();
      await expect(ask(started.url, '{ __typename }', {}, ANONYMOUS)).rejects.toThrow();
    },
    scaled(60_000),
  );

  it(
    'starts its database again when that is killed, within two seconds',
    async () => {
      const started = new Started(dataDir);
      await started.up();
      const killed = serverOf(dataDir)!;
      const school = (urn: number) => ask(started.url, `{ school(urn: ${urn}) { name } }`, {}, ANONYMOUS);
      let urn = 900_001;
      expect((await school(urn)).data.school.name).toBeTruthy();
      process.kill(killed, 'SIGKILL');
      const began = Date.now();
      await expect.poll(() => serverOf(dataDir) ?? killed, { timeout: 10_000, interval: 10 }).not.toBe(killed);
      await expect
        .poll(async () => (await school((urn += 1))).errors, { timeout: 10_000, interval: 20 })
        .toBeUndefined();
      expect(Date.now() - began).toBeLessThan(scaled(4_000));
      expect(await started.end('SIGTERM')).toBe(0);
      expect(serverOf(dataDir)).toBeNull();
    },
    scaled(60_000),
  );

  it(
    'goes by nothing that the environment says of other PostgreSQL servers',
    async () => {
      const elsewhere = {
        PGPORT: '5433',
        PGSSLMODE: 'require',
        PGHOST: 'db.example',
        PGUSER: 'nobody',
        PGDATABASE: 'x',
        PGPASSWORD: 'y',
        PGOPTIONS: '-c search_path=x',
      };
      const started = new Started(dataDir, elsewhere);
      await started.up();
      expect(await schoolsOfNetwork(started)).toBe(550);
      expect(await started.end('SIGTERM')).toBe(0);
    },
    scaled(60_000),
  );

  it(
    'finishes a loading of the demo network that was interrupted',
    async () => {
      const interrupted = directory();
      const killed = new Started(interrupted);
      await killed.says(/Loading/);
      await expect.poll(() => hasReviews(interrupted), { timeout: scaled(30_000) }).toBe(true);
      expect(killed.output).not.toContain('is loaded');
      await killed.end('SIGKILL');
      const again = new Started(interrupted);
      const beside = new Started(dataDir);
      await Promise.all([again.up(), beside.up()]);
      expect(await schoolsOfNetwork(again)).toBe(550);
      const [one, other] = await Promise.all(
        [again, beside].map(({ url, tokens }) =>
          ask(url, '{ school(urn: "900016") { collaborationHistory { totalCount } } }', {}, tokens['explorer']),
        ),
      );
      expect(one!.data.school.collaborationHistory.totalCount).toBeGreaterThan(10);
      expect(one!.data).toEqual(other!.data);
      await Promise.all([again.end('SIGTERM'), beside.end('SIGTERM')]);
    },
    scaled(90_000),
  );
});

describe('PostgreSQL restarted under a running gateway', () => {
  const dataDir = directory();
  let server: Awaited<ReturnType<typeof embeddedServer>>;
  beforeAll(async () => {
    server = await embeddedServer({ dataDir });
  });

  it('costs the requests of that moment an error, and no more', async () => {
    const logged: unknown[] = [];
    const running = await startSubgraphs({ url: server.url, log: (error) => logged.push(error) });
    const app = await serveHere({
      gateway: await partnerGateway(localTransport(running)),
      ready: () => readiness(running),
    });
    const base = app.origin;
    const question = () => ask(`${base}/graphql`, '{ trusts(first: 1) { totalCount } }', {}, ANONYMOUS);
    expect((await question()).data.trusts.totalCount).toBe(0);
    await server.stop();
    const meanwhile = await question();
    expect(meanwhile.errors![0]!.message).toBe('The schools data could not be read just now; try again in a moment.');
    expect(meanwhile.status).toBe(503);
    expect(meanwhile.errors![0]!.extensions).toMatchObject({
      code: 'SUBGRAPH_UNAVAILABLE',
      serviceName: 'schools',
      retryAfter: 1,
    });
    expect(meanwhile.text).not.toMatch(/ENOENT|ECONN|socket|postgres/);
    expect((await fetch(`${base}/health/ready`)).status).toBe(503);
    expect((await fetch(`${base}/health/live`)).status).toBe(200);
    server = await embeddedServer({ dataDir });
    expect((await question()).data.trusts.totalCount).toBe(0);
    expect((await fetch(`${base}/health/ready`)).status).toBe(200);
    await app.close();
    await Promise.all(running.map((subgraph) => subgraph.close()));
    await server.stop();
  });
});
