import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { localIssuer, SCOPES_OF } from '../../gateway/identity/localIssuer.ts';
import { startChild } from './children.ts';

const main = fileURLToPath(new URL('../../gateway/main.ts', import.meta.url));

/** The whole product as a process, `npm start` as a rule, on a data directory. */
export class Started {
  child: ChildProcess;
  output = '';
  url = '';
  /** The tokens that it printed, by the first word of whose they are. */
  tokens: Record<string, string> = {};

  printed: string[] = [];
  private readonly dataDir: string;

  constructor(dataDir: string, env: Record<string, string> = {}, command: string[] = [process.execPath, main]) {
    this.dataDir = dataDir;
    this.child = startChild(command[0]!, command.slice(1), {
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
      env: { ...process.env, DATABASE_URL: '', DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'error', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout!, this.child.stderr!])
      stream.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
  }

  /** Waits until it has said something. */
  async says(text: RegExp): Promise<void> {
    while (!text.test(this.output)) {
      if (this.child.exitCode !== null || this.child.signalCode !== null) throw new Error(this.output);
      await Promise.race([once(this.child.stdout!, 'data'), once(this.child, 'exit')]);
    }
  }

  /** Waits until it serves; the number of milliseconds that took. */
  async up(): Promise<number> {
    const began = Date.now();
    await this.says(/^ {2}explorer.*\n {4}Authorization: Bearer \S+\n/m);
    this.url = /http:\/\/localhost:\d+\/graphql/.exec(this.output)![0];
    // The staff's is not printed where nobody reads it.
    const issuer = await localIssuer(this.dataDir);
    this.tokens = Object.fromEntries(
      [...this.output.matchAll(/^ {2}(\w+).*\n {4}Authorization: Bearer (\S+)\n/gm)].map(([, who, token]) => [
        who!,
        token!,
      ]),
    );
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
export function serverOf(dataDir: string): number | null {
  try {
    const pid = Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
    process.kill(pid, 0);
    return pid;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? -1 : null;
  }
}

/** How many schools the network of a server has, as staff see it. */
export async function schoolsOfNetwork({ url, tokens }: Started): Promise<number> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${tokens['staff']}` },
    body: '{"query": "{ network { schools } }"}',
  });
  return ((await response.json()) as { data: { network: { schools: number } } }).data.network.schools;
}
