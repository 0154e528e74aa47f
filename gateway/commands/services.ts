import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { embeddedServer } from '../../subgraphs/kit/embedded.ts';
import { SUBGRAPHS } from '../../subgraphs/kit/sdl.ts';
import { settings } from '../../subgraphs/kit/settings.ts';
import { fillIfEmpty } from '../demo/load.ts';
import { startSubgraphs } from '../graph.ts';
import { untilStopped } from '../../subgraphs/kit/stop.ts';

// The same system as five processes: `npm run services`. A process that ends is started again.
const { port, host, dataDir, databaseUrl } = settings();
const firstPort = Number(process.env['SUBGRAPH_PORT'] ?? 4101);
const portOf = (index: number) => firstPort + index;

const children = new Map<string, ChildProcess>();
let stopping = false;

/** Starts a process of the system and keeps it running. */
function run(name: string, script: string, args: string[], env: Record<string, string>): void {
  const child = spawn(process.execPath, [fileURLToPath(new URL(script, import.meta.url)), ...args], { env: { ...process.env, ...env }, stdio: ['ignore', 'inherit', 'inherit'] });
  children.set(name, child);
  console.log(`${name}: process ${child.pid}`);
  child.once('exit', (code) => {
    if (stopping) return;
    console.error(`${name} ended with code ${code}; it starts again in 5 seconds`);
    setTimeout(() => !stopping && run(name, script, args, env), 5_000);
  });
}

async function answers(url: string): Promise<void> {
  for (let waited = 0; waited < 300; waited++) {
    if ((await fetch(url).catch(() => null))?.ok) return;
    await sleep(100);
  }
  throw new Error(`${url} has not answered within 30 seconds`);
}

try {
  const embedded = databaseUrl ? null : await embeddedServer({ dataDir });
  const url = databaseUrl ?? embedded!.url;
  const stopped = untilStopped([
    async () => {
      stopping = true;
      const running = [...children.values()].filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
      for (const child of running) child.kill('SIGTERM');
      await Promise.all(running.map((child) => once(child, 'exit')));
    },
    async () => embedded?.stop(),
  ]);
  if (embedded) {
    const running = await startSubgraphs({ url, poolSize: 3, cache: false });
    await fillIfEmpty(running, dataDir);
    await Promise.all(running.map((subgraph) => subgraph.close()));
  }
  for (const [index, name] of SUBGRAPHS.entries()) run(name, '../../subgraphs/main.ts', [name, '--port', String(portOf(index)), '--host', '127.0.0.1'], { DATABASE_URL: url });
  await Promise.all(SUBGRAPHS.map((_, index) => answers(`http://127.0.0.1:${portOf(index)}/health/ready`)));
  const urls = Object.fromEntries(SUBGRAPHS.map((name, index) => [`${name.toUpperCase()}_URL`, `http://127.0.0.1:${portOf(index)}/graphql`]));
  run('gateway', './gateway.ts', ['--port', String(port), '--host', host], { ...urls, DATABASE_URL: url });
  await stopped;
} catch (error) {
  stopping = true;
  for (const child of children.values()) child.kill('SIGTERM');
  console.error(`The services could not start: ${(error as Error).message}`);
  process.exit(1);
}
