import { once } from 'node:events';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { createServer } from 'node:net';

/** A port that somebody else listens at. */
export class PortTaken extends Error {}

/** Exit code of a process whose port is taken. */
export const PORT_TAKEN = 98;

/** Refuses a port that is taken, before anything else is begun. @throws PortTaken */
export async function checkPort(port: number, host: string, setting: string): Promise<void> {
  if (port === 0) return;
  const server = createServer();
  try {
    server.listen({ port, host, exclusive: true });
    await once(server, 'listening');
  } catch (error) {
    throw portError(error, port, setting);
  }
  server.close();
  await once(server, 'close');
}

/** Says whose a port is that could not be had; any other error as it is. */
export function portError(error: unknown, port: number, setting: string): Error {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EACCES')
    return new Error(`Port ${port} may not be listened at by this user: set ${setting} to one from 1024.`);
  if (code !== 'EADDRINUSE') return error as Error;
  const who = listenerOf(port);
  return new PortTaken(
    `Port ${port} is in use${who ? ` by ${who}` : ''}: stop that, or set ${setting} to another one.`,
  );
}

/** State of a TCP socket that listens, in /proc/net/tcp. */
const LISTENS = '0A';

/** The process that listens at a port, as far as Linux tells this user; null otherwise. */
function listenerOf(port: number): string | null {
  const hex = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const lines = ['/proc/net/tcp', '/proc/net/tcp6']
    .flatMap((file) => read(file).split('\n'))
    .map((line) => line.trim().split(/\s+/));
  const sockets = new Set(
    lines
      .filter(([, local, , state]) => local?.endsWith(hex) && state === LISTENS)
      .map((columns) => `socket:[${columns[9]}]`),
  );
  if (sockets.size === 0) return null;
  for (const pid of list('/proc').filter((name) => /^\d+$/.test(name))) {
    if (!list(`/proc/${pid}/fd`).some((fd) => sockets.has(link(`/proc/${pid}/fd/${fd}`)))) continue;
    const command = read(`/proc/${pid}/cmdline`).split('\0').join(' ').trim();
    return `process ${pid} (${command.slice(0, 200)})`;
  }
  return null;
}

const quietly = <T>(look: () => T, otherwise: T): T => {
  try {
    return look();
  } catch {
    return otherwise;
  }
};
const read = (file: string) => quietly(() => readFileSync(file, 'utf8'), '');
const list = (directory: string) => quietly(() => readdirSync(directory), []);
const link = (file: string) => quietly(() => readlinkSync(file), '');
