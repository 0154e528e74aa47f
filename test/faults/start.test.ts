import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { embeddedServer } from '../../subgraphs/kit/embedded.ts';
import { partnerGateway, readiness, startSubgraphs } from '../../gateway/graph.ts';
import { serve } from '../../gateway/server.ts';
import { localIssuer, SCOPES_OF } from '../../gateway/identity/localIssuer.ts';
import { localTransport } from '../../gateway/transport/local.ts';
import { ANONYMOUS, ask } from '../support/graph.ts';
import { Running } from '../support/processes.ts';

const main = fileURLToPath(new URL('../../gateway/main.ts', import.meta.url));
const directories: string[] = [];
const directory = () => {
  const path = mkdtempSync(join(tmpdir(), 'partner-graph-start-'));
  directories.push(path);
  return path;
};
afterAll(() => {
  for (const path of directories) rmSync(path, { recursive: true, force: true });
});

class Started {
  child: ChildProcess;
  output = '';
  url = '';
  /** The tokens that it printed, by the first word of whose they are. */
  tokens: Record<string, string> = {};

  printed: string[] = [];
  private readonly dataDir: string;

  constructor(dataDir: string, env: Record<string, string> = {}, command: string[] = [process.execPath, main]) {
    this.dataDir = dataDir;
    this.child = spawn(command[0]!, command.slice(1), {
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
      env: { ...process.env, DATABASE_URL: '', DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'error', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout!, this.child.stderr!])
      stream.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
  }

  /** Waits until it serves; the number of milliseconds that took. */
  async up(): Promise<number> {
    const began = Date.now();
    while (!this.url) {
      this.url = /http:\/\/localhost:\d+\/graphql/.exec(this.output)?.[0] ?? '';
      if (this.child.exitCode !== null) throw new Error(this.output);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    // The staff's is not printed where nobody reads it.
    const issuer = await localIssuer(this.dataDir);
    while (!this.tokens['explorer']) {
      this.tokens = Object.fromEntries(
        [...this.output.matchAll(/^ {2}(\w+).*\n {4}Authorization: Bearer (\S+)\n/gm)].map(([, who, token]) => [
          who!,
          token!,
        ]),
      );
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    this.printed = Object.keys(this.tokens);
    this.tokens['staff'] = await issuer.issue({ client: 'staff', scopes: SCOPES_OF.staff });
    return Date.now() - began;
  }

  async end(signal: NodeJS.Signals): Promise<number | null> {
    const gone = once(this.child, 'exit') as Promise<[number | null]>;
    this.child.kill(signal);
    return (await gone)[0];
  }
}

/** The process of the PostgreSQL server of a data directory, if it lives. */
function serverOf(dataDir: string): number | null {
  try {
    const pid = Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
    process.kill(pid, 0);
    return pid;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? -1 : null;
  }
}

const count = async ({ url, tokens }: Started) =>
  (await ask(url, '{ network { schools } }', {}, tokens['staff'])).data.network.schools;

describe('npm start', () => {
  const dataDir = directory();

  it('loads the demo network into an empty database, serves it, and stops with its database', async () => {
    const first = new Started(dataDir);
    await first.up();
    expect(await count(first)).toBe(550);
    expect(first.output).toMatch(/The fictional demo network is loaded: [\d,]+ rows/);
    expect(first.printed).toEqual(['trust', 'explorer']);
    expect(first.output).toContain('npm run token -- --staff');
    expect(serverOf(dataDir)).not.toBeNull();
    expect(await first.end('SIGTERM')).toBe(0);
    expect(serverOf(dataDir)).toBeNull();
  }, 60_000);

  it('has tokens printed for trusts that are there, by who has its data directory', async () => {
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
  }, 60_000);

  it('keeps the data, and survives being killed', async () => {
    const second = new Started(dataDir);
    await second.up();
    expect(second.output).not.toContain('Loading');
    await second.end('SIGKILL');
    const third = new Started(dataDir);
    await third.up();
    expect(await count(third)).toBe(550);
    // Somebody else cannot use the same directory meanwhile, and is told so.
    const fourth = new Started(dataDir);
    const [code] = (await once(fourth.child, 'exit')) as [number];
    expect(code).toBe(1);
    expect(fourth.output).toContain(`is in use by process ${third.child.pid}`);
    expect(await count(third)).toBe(550);
    expect(await third.end('SIGINT')).toBe(0);
  }, 60_000);

  it('ends with npm, which whoever runs it as a service signals', async () => {
    const started = new Started(dataDir, {}, ['npm', 'start']);
    await started.up();
    await started.end('SIGTERM');
    await expect.poll(() => serverOf(dataDir), { timeout: 10_000 }).toBeNull();
    await expect(ask(started.url, '{ __typename }', {}, ANONYMOUS)).rejects.toThrow();
  }, 60_000);

  it('starts its database again when that is killed, within two seconds', async () => {
    const started = new Started(dataDir);
    await started.up();
    const killed = serverOf(dataDir)!;
    const school = (urn: number) => ask(started.url, `{ school(urn: ${urn}) { name } }`, {}, ANONYMOUS);
    let urn = 900_001;
    expect((await school(urn)).data.school.name).toBeTruthy();
    process.kill(killed, 'SIGKILL');
    const began = Date.now();
    await expect.poll(() => serverOf(dataDir) ?? killed, { timeout: 10_000, interval: 10 }).not.toBe(killed);
    await expect.poll(async () => (await school((urn += 1))).errors, { timeout: 10_000, interval: 20 }).toBeUndefined();
    expect(Date.now() - began).toBeLessThan(4_000);
    expect(await started.end('SIGTERM')).toBe(0);
    expect(serverOf(dataDir)).toBeNull();
  }, 60_000);

  it('goes by nothing that the environment says of other PostgreSQL servers', async () => {
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
    expect(await count(started)).toBe(550);
    expect(await started.end('SIGTERM')).toBe(0);
  }, 60_000);

  it('finishes a loading of the demo network that was interrupted', async () => {
    const interrupted = directory();
    const killed = new Started(interrupted);
    while (!killed.output.includes('Loading')) await new Promise((resolve) => setTimeout(resolve, 20));
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    await killed.end('SIGKILL');
    const again = new Started(interrupted);
    const beside = new Started(dataDir);
    await Promise.all([again.up(), beside.up()]);
    expect(await count(again)).toBe(550);
    const [one, other] = await Promise.all(
      [again, beside].map(({ url, tokens }) =>
        ask(url, '{ school(urn: "900016") { collaborationHistory { totalCount } } }', {}, tokens['explorer']),
      ),
    );
    expect(one!.data.school.collaborationHistory.totalCount).toBeGreaterThan(10);
    expect(one!.data).toEqual(other!.data);
    await Promise.all([again.end('SIGTERM'), beside.end('SIGTERM')]);
  }, 90_000);
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
    const app = await serve({
      gateway: await partnerGateway(localTransport(running)),
      port: 0,
      host: '127.0.0.1',
      ready: () => readiness(running),
      logLevel: 'silent',
    });
    const base = `http://127.0.0.1:${(app.server.address() as { port: number }).port}`;
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
