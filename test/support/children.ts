import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { join } from 'node:path';

/** A directory with a file for each child process that lives: named in the environment, so that all workers share it. */
const REGISTER = 'TEST_CHILDREN_DIR';

const children = new Set<ChildProcess>();

/** Kills a process and everything that it has started, if there is any of it. */
function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}

/**
 * Starts a program as the leader of a process group of its own.
 * What is left of the group is killed when the file of tests is done, when the worker ends, and when all tests are done,
 * so that no child process outlives its test, however that ends.
 */
export function startChild(program: string, args: readonly string[], options: SpawnOptions = {}): ChildProcess {
  const child = spawn(program, args, { ...options, detached: true });
  children.add(child);
  const register = process.env[REGISTER];
  const entry = register && child.pid !== undefined ? join(register, String(child.pid)) : null;
  if (entry) writeFileSync(entry, '');
  child.once('exit', () => {
    children.delete(child);
    if (entry) rmSync(entry, { force: true });
  });
  return child;
}

/** Kills every child process of this worker that is left, and waits until it is gone. */
export async function endChildren(): Promise<void> {
  const left = [...children].filter(({ pid }) => pid !== undefined);
  const gone = left.map((child) => once(child, 'exit'));
  for (const { pid } of left) killGroup(pid!);
  await Promise.all(gone);
}

process.once('exit', () => {
  for (const { pid } of children) if (pid !== undefined) killGroup(pid);
});
// A process that is told to end has no `exit` otherwise.
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)
  process.once(signal, () => process.exit(code));

/** Waits until its standard input closes, and kills the process groups that a directory names. */
const WATCH = 'read -r _; for file in "$1"/*; do kill -KILL -- "-${file##*/}" 2>/dev/null; done';

/**
 * Has workers note their child processes in a directory.
 * However this process ends, a watcher then kills those that are left: those of workers that were themselves killed.
 */
export function registerChildren(directory: string): void {
  mkdirSync(directory, { recursive: true });
  process.env[REGISTER] = directory;
  const watcher = spawn('/bin/sh', ['-c', WATCH, 'sh', directory], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watcher.unref();
  (watcher.stdin as Socket).unref();
}

/** Kills the child processes of workers that were themselves killed. */
export function endRegisteredChildren(directory: string): void {
  for (const pid of readdirSync(directory)) killGroup(Number(pid));
}
