import { Running, freePort, isReady, until } from '../support/processes.ts';
import { Wire } from '../support/wire.ts';
import { SUBGRAPHS, type SubgraphName } from '../../subgraphs/kit/serve/sdl.ts';

/** What a fault may happen to. */
export const TARGETS = [...SUBGRAPHS, 'gateway', 'PostgreSQL'] as const;
export type Target = (typeof TARGETS)[number];

/** What may happen: it is told to end, killed, or stopped by the system for a while; or what is said on the way to it is late, nonsense, or lost. */
export const FAULTS = ['stopped', 'killed', 'frozen', 'slow', 'garbage', 'cut'] as const;
export type Fault = (typeof FAULTS)[number];

/** How late `slow` is, in milliseconds. */
const DELAY = 300;

export interface SystemOptions {
  /** Where PostgreSQL is, with the demo network in it. */
  databaseUrl: string;
  /** Wire to it that subgraphs are to use, and the same connection string over it. */
  database: { wire: Wire; url: string };
  dataDir: string;
  /** Does a fault of processes to PostgreSQL, and undoes it. */
  postgres(fault: 'stopped' | 'killed' | 'frozen'): Promise<() => Promise<void>>;
}

/** Four subgraphs and a gateway as processes, with a wire before each that faults can happen to. */
export class System {
  /** Where the gateway is, over its wire. */
  url = '';
  private readonly options: SystemOptions;
  private readonly processes = new Map<string, Running>();
  private readonly ports = new Map<string, number>();
  private readonly wires = new Map<string, Wire>();

  private constructor(options: SystemOptions) {
    this.options = options;
  }

  static async start(options: SystemOptions): Promise<System> {
    const system = new System(options);
    for (const name of [...SUBGRAPHS, 'gateway']) {
      const port = await freePort();
      system.ports.set(name, port);
      system.wires.set(name, await Wire.to({ host: '127.0.0.1', port }));
    }
    for (const name of [...SUBGRAPHS, 'gateway']) system.run(name);
    system.url = `http://localhost:${system.wires.get('gateway')!.port}/graphql`;
    await until(() => isReady(system.url), 90);
    return system;
  }

  private run(name: string): void {
    const { dataDir, database } = this.options;
    const port = String(this.ports.get(name));
    const env = {
      DATA_DIR: dataDir,
      DATABASE_URL: database.url,
      RATE_LIMIT: 'off',
      LOG_LEVEL: 'silent',
      REQUEST_TIMEOUT: String(TIMEOUT / 1000),
    };
    const urls = Object.fromEntries(
      SUBGRAPHS.map((each) => [`${each.toUpperCase()}_URL`, `http://127.0.0.1:${this.wires.get(each)!.port}/graphql`]),
    );
    const isGateway = name === 'gateway';
    this.processes.set(
      name,
      isGateway
        ? new Running('gateway/commands/gateway.ts', ['--port', port], { ...env, ...urls })
        : new Running('subgraphs/main.ts', [name, '--port', port], env),
    );
  }

  /** Has a fault happen; what is returned ends it. */
  async have(target: Target, fault: Fault): Promise<() => Promise<void>> {
    const wire = target === 'PostgreSQL' ? this.options.database.wire : this.wires.get(target)!;
    if (fault === 'slow') wire.delay = DELAY;
    if (fault === 'garbage') wire.garbles = true;
    if (fault === 'cut') {
      // Again and again, so that new connections die, too.
      wire.cut();
      const cutting = setInterval(() => wire.cut(), 700);
      return async () => clearInterval(cutting);
    }
    if (fault === 'slow' || fault === 'garbage') {
      return async () => {
        wire.mend();
        // What was garbled on the way is not said again.
        if (fault === 'garbage') wire.end();
      };
    }
    if (target === 'PostgreSQL') return this.options.postgres(fault);
    const running = this.processes.get(target)!;
    if (fault === 'frozen') {
      running.child.kill('SIGSTOP');
      return async () => void running.child.kill('SIGCONT');
    }
    await running.end(fault === 'killed' ? 'SIGKILL' : 'SIGTERM');
    return async () => {
      this.run(target);
      await until(() => isReady(`http://127.0.0.1:${this.ports.get(target)}/`), 60);
    };
  }

  async stop(): Promise<void> {
    await Promise.all(Array.from(this.processes.values(), (running) => running.end('SIGKILL')));
    await Promise.all(Array.from(this.wires.values(), (wire) => wire.close()));
  }
}

/** Longest time of a request, in milliseconds. */
export const TIMEOUT = 3_000;

export const isSubgraph = (target: Target): target is SubgraphName => (SUBGRAPHS as readonly string[]).includes(target);
