import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { embeddedServer } from '../../subgraphs/kit/process/embedded.ts';
import { checkPort, PORT_TAKEN } from '../../subgraphs/kit/process/port.ts';
import { SUBGRAPHS } from '../../subgraphs/kit/serve/sdl.ts';
import { portIn, settings } from '../../subgraphs/kit/process/settings.ts';
import { fillIfEmpty } from '../demo/load.ts';
import { startSubgraphs } from '../federation/partnerGraph.ts';
import { untilStopped } from '../../subgraphs/kit/process/stop.ts';

// The same system as five processes: `npm run services`. A process that ends is started again, and all of them end with
// this one, however it ends.

/** How long a process must have run to be started again at once when it ends, in milliseconds. */
const STEADY = 60_000;
/** Longest pause before a process is started again, in milliseconds. */
const LONGEST_PAUSE = 15_000;

const children = new Map<string, ChildProcess>();
let stopping = false;

/**
 * Starts a process of the system and keeps it running: at once when it ends for the first time, and then after longer
 * and longer pauses.
 */
function run(name: string, script: string, args: string[], env: Record<string, string>, ends = 0): void {
  const began = performance.now();
  // Over the channel it notices when this process ends.
  const child = spawn(process.execPath, [fileURLToPath(new URL(script, import.meta.url)), ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  children.set(name, child);
  console.log(`${name}: process ${child.pid}`);
  child.once('exit', async (code, signal) => {
    if (stopping) return;
    if (code === PORT_TAKEN) return end(`${name} could not have its port.`);
    const times = performance.now() - began > STEADY ? 0 : ends;
    const pause = times === 0 ? 0 : Math.min(500 * 2 ** times, LONGEST_PAUSE);
    console.error(
      `${name} ended (${signal ?? `code ${code}`}); it starts again ${pause === 0 ? 'at once' : `in ${pause / 1000} seconds`}`,
    );
    await sleep(pause);
    if (!stopping) run(name, script, args, env, times + 1);
  });
}

function end(why: string): never {
  stopping = true;
  for (const child of children.values()) child.kill('SIGTERM');
  console.error(`The services could not start: ${why}`);
  process.exit(1);
}

async function answers(url: string): Promise<void> {
  for (let waited = 0; waited < 300; waited++) {
    if ((await fetch(url).catch(() => null))?.ok) return;
    await sleep(100);
  }
  throw new Error(`${url} has not answered within 30 seconds`);
}

try {
  const { port, host, dataDir, databaseUrl } = settings();
  const firstPort = portIn(process.env, 'SUBGRAPH_PORT', 4101);
  const portOf = (index: number) => firstPort + index;
  await checkPort(port, host, 'PORT');
  for (const index of SUBGRAPHS.keys()) await checkPort(portOf(index), '127.0.0.1', 'SUBGRAPH_PORT');

  const embedded = databaseUrl ? null : await embeddedServer({ dataDir });
  const url = databaseUrl ?? embedded!.url;
  const stopped = untilStopped([
    async () => {
      stopping = true;
      const running = [...children.values()].filter(
        ({ exitCode, signalCode }) => exitCode === null && signalCode === null,
      );
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
  for (const [index, name] of SUBGRAPHS.entries())
    run(name, '../../subgraphs/main.ts', [name, '--port', String(portOf(index)), '--host', '127.0.0.1'], {
      DATABASE_URL: url,
    });
  await Promise.all(SUBGRAPHS.map((_, index) => answers(`http://127.0.0.1:${portOf(index)}/health/ready`)));
  const urls = Object.fromEntries(
    SUBGRAPHS.map((name, index) => [`${name.toUpperCase()}_URL`, `http://127.0.0.1:${portOf(index)}/graphql`]),
  );
  run('gateway', './gateway.ts', ['--port', String(port), '--host', host], { ...urls, DATABASE_URL: url });
  await stopped;
} catch (error) {
  end((error as Error).message);
}
