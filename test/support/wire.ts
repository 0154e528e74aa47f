import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

/** Where a wire leads to: a port, or a socket of this machine. */
export type Far = { host: string; port: number } | { path: string };

/** A wire to a server that can be cut, slowed down or made to speak nonsense: a TCP port of this machine that passes on what comes. */
export class Wire {
  port = 0;
  /** What is passed on is held back for as long, in milliseconds. */
  delay = 0;
  /** Whether answers are replaced with bytes that mean nothing. */
  garbles = false;
  private server!: Server;
  private readonly pairs = new Set<{ near: Socket; far: Socket; cut: boolean }>();
  private refuses = false;

  static async to(far: Far): Promise<Wire> {
    const wire = new Wire();
    wire.server = createServer({ allowHalfOpen: false }, (near) => wire.join(near, far)).listen(0, '127.0.0.1');
    await once(wire.server, 'listening');
    wire.port = (wire.server.address() as { port: number }).port;
    return wire;
  }

  private join(near: Socket, to: Far): void {
    if (this.refuses) return void near.destroy();
    const far = 'path' in to ? connect(to.path) : connect(to.port, to.host);
    const pair = { near, far, cut: false };
    this.pairs.add(pair);
    const pass = (from: Socket, into: Socket, back: boolean) => {
      from.on('data', (bytes: Buffer) => {
        if (pair.cut) return;
        const sent = back && this.garbles ? Buffer.from(bytes.map((byte) => byte ^ 0x5a)) : bytes;
        if (this.delay > 0) setTimeout(() => pair.cut || into.write(sent), this.delay);
        else into.write(sent);
      });
      from
        .on('error', () => {})
        .on('close', () => {
          this.pairs.delete(pair);
          if (!pair.cut) into.destroy();
        });
    };
    pass(near, far, false);
    pass(far, near, true);
  }

  /** What goes over connections that there are is lost from now on, without a word; new ones work. */
  cut(): void {
    for (const pair of this.pairs) pair.cut = true;
  }

  /** Ends all connections, and takes no new ones until `mend`. */
  refuse(): void {
    this.refuses = true;
    this.end();
  }

  /** Ends all connections; new ones are taken. */
  end(): void {
    for (const { near, far } of this.pairs) {
      near.destroy();
      far.destroy();
    }
  }

  mend(): void {
    Object.assign(this, { refuses: false, delay: 0, garbles: false });
  }

  async close(): Promise<void> {
    this.refuse();
    this.server.close();
    await once(this.server, 'close').catch(() => {});
  }
}

/** A connection string's socket, and the same string over a wire to it. */
export async function wired(url: string): Promise<{ wire: Wire; url: string }> {
  const parsed = new URL(url.replace('@/', '@localhost/'));
  const wire = await Wire.to({ path: `${parsed.searchParams.get('host')}/.s.PGSQL.5432` });
  return { wire, url: `postgres://${parsed.username}:${parsed.password}@127.0.0.1:${wire.port}${parsed.pathname}` };
}
