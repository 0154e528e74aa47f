import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startChild } from './children.ts';
import { scaled } from './time.ts';

/** A port that nobody listens at just now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}

/** A process of the product, and what it says. */
export class Running {
  readonly child: ChildProcess;
  output = '';

  constructor(script: string, args: readonly string[], env: Record<string, string | undefined>) {
    const path = fileURLToPath(new URL(`../../${script}`, import.meta.url));
    this.child = startChild(process.execPath, [path, ...args], {
      env: { ...process.env, LOG_LEVEL: 'error', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout!, this.child.stderr!])
      stream.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
  }

  get ended(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** Its exit code, once it has ended. */
  async exit(): Promise<number | null> {
    if (!this.ended) await once(this.child, 'exit');
    return this.child.exitCode;
  }

  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    if (!this.ended) this.child.kill(signal);
    return this.exit();
  }
}

/** Whether a process lives. */
export function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Whether a server says that it is ready; false where nobody answers. */
export const isReady = async (url: string): Promise<boolean> =>
  (await fetch(new URL('/health/ready', url)).catch(() => null))?.ok ?? false;

/** Waits until something is so. */
export async function until(isSo: () => Promise<boolean>, seconds: number): Promise<void> {
  const end = Date.now() + scaled(seconds * 1000);
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`It has not come to be within ${seconds} seconds.`);
    await sleep(50);
  }
}
