import type { FuzzRequest } from './requests.ts';
import type { OutOfScope } from './sight.ts';
import type { Vitals } from './server.ts';

/** Longest time that an answer may take, in milliseconds. */
export const SLOW = 2_000;
/** Longest time that the event loop may be held, in milliseconds. */
export const HELD = 200;
/** How much the least heap of the last quarter may lie above that of the second, in bytes. */
const GROWTH = 48 * 1024 * 1024;

interface Answered {
  status: number;
  text: string;
  data: unknown;
  milliseconds: number;
  /** Whether nothing else was under way. */
  isAlone: boolean;
}

/** Something that must not be. */
export interface Failure {
  request: number;
  kind: string;
  caller: string;
  what: 'status 500' | 'internal error' | 'slow' | 'no answer' | 'tells what is inside' | 'not an answer of GraphQL';
  detail: string;
}

/** Texts that only the inside of the server has. */
const INSIDE =
  /\bat \w+ \(|node_modules|\/(?:gateway|subgraphs)\/[\w/]+\.ts|\bselect .+ from \w+\.|violates \w+ constraint|Cannot read propert|is not a function/;

/** The sums of a run. */
export class Tally {
  readonly failures: Failure[] = [];
  readonly outOfScope: OutOfScope[] = [];
  /** How many things were looked at that are not for everyone. */
  looked = 0;
  /** Lines that the server has logged as errors. */
  logged: readonly string[] = [];
  longest = 0;
  /** Longest time that the event loop was held while everything was asked, in milliseconds, others' load included. */
  held = 0;
  /** Requests that hold the event loop for too long when they are asked alone. */
  readonly holding: { request: number; kind: string; held: number }[] = [];
  requests = 0;
  private readonly began = performance.now();
  private readonly seed: number;
  private readonly statuses = new Map<number, number>();
  private readonly codes = new Map<string, number>();
  private readonly kinds = new Map<string, number>();
  private readonly vitals: Vitals[] = [];
  /** Milliseconds for a unit of cost, of what was asked alone. */
  private readonly perUnit: number[] = [];
  private unansweredInARow = 0;

  constructor(seed: number) {
    this.seed = seed;
  }

  /** Whether the server still answers. */
  get isAnswered(): boolean {
    return this.unansweredInARow < 50;
  }

  answered(number: number, request: FuzzRequest, { status, text, data, milliseconds, isAlone }: Answered): void {
    this.count(request, status, milliseconds);
    this.unansweredInARow = 0;
    const fail = (what: Failure['what'], detail: string) => this.fail(number, request, what, detail);
    // A server that is not ready, or is asked too much, says so.
    if (status >= 500 && status !== 503) fail('status 500', text);
    const { errors, extensions } = (data ?? {}) as {
      errors?: { message: string; extensions?: { code?: string } }[];
      extensions?: { cost?: { spent: number } };
    };
    for (const { extensions: more, message } of Array.isArray(errors) ? errors : []) {
      const code = more?.code ?? 'without a code';
      this.codes.set(code, (this.codes.get(code) ?? 0) + 1);
      if (code === 'INTERNAL_SERVER_ERROR') fail('internal error', message);
      if (INSIDE.test(message)) fail('tells what is inside', message);
    }
    if (status >= 400 && request.method !== 'HEAD' && !Array.isArray(errors))
      fail('not an answer of GraphQL', `${status} ${text}`);
    const spent = extensions?.cost?.spent;
    if (isAlone && request.isWhole && status === 200 && spent) this.perUnit.push(milliseconds / spent);
  }

  unanswered(number: number, request: FuzzRequest, error: Error, milliseconds: number): void {
    this.count(request, 0, milliseconds);
    this.unansweredInARow++;
    this.fail(number, request, 'no answer', error.message);
  }

  private count({ kind }: FuzzRequest, status: number, milliseconds: number): void {
    this.requests++;
    this.longest = Math.max(this.longest, milliseconds);
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
    this.kinds.set(kind, (this.kinds.get(kind) ?? 0) + 1);
  }

  private fail(request: number, { kind, caller }: FuzzRequest, what: Failure['what'], detail: string): void {
    this.failures.push({ request, kind, caller: caller.name, what, detail: detail.slice(0, 300) });
  }

  saw(vitals: Vitals): void {
    this.vitals.push(vitals);
    this.held = Math.max(this.held, vitals.held);
  }

  /** Takes note of what a request takes that is asked alone, as often as it was. */
  alone(number: number, request: FuzzRequest, times: readonly { milliseconds: number; held: number }[]): void {
    const milliseconds = Math.min(...times.map((each) => each.milliseconds));
    const held = Math.min(...times.map((each) => each.held));
    if (milliseconds > SLOW) this.fail(number, request, 'slow', `${milliseconds.toFixed(0)} ms`);
    if (held > HELD) this.holding.push({ request: number, kind: request.kind, held: Math.round(held) });
  }

  /** How much the least heap in use of the last quarter lies above that of the second, in bytes. */
  get growth(): number {
    const quarter = Math.floor(this.vitals.length / 4);
    if (quarter < 4) return 0;
    const least = (from: number) => Math.min(...this.vitals.slice(from, from + quarter).map(({ heap }) => heap));
    return least(this.vitals.length - quarter) - least(quarter);
  }

  get isGrowing(): boolean {
    return this.growth > GROWTH;
  }

  /** Milliseconds for a unit of cost: at the first and at the last percentile, and how many times one is the other. */
  get costFit(): { least: number; most: number; factor: number; count: number } | null {
    const sorted = this.perUnit.toSorted((a, b) => a - b);
    if (sorted.length < 100) return null;
    const [least, most] = [sorted[Math.floor(sorted.length * 0.01)]!, sorted[Math.floor(sorted.length * 0.99)]!];
    return { least, most, factor: most / least, count: sorted.length };
  }

  of(what: Failure['what']): number {
    return this.failures.filter((failure) => failure.what === what).length;
  }

  get isClean(): boolean {
    return (
      this.failures.length + this.outOfScope.length + this.holding.length + this.logged.length === 0 && !this.isGrowing
    );
  }

  table(): string {
    const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(0)} MB`;
    const sorted = <Key>(counts: Map<Key, number>) => [...counts].toSorted(([, one], [, other]) => other - one);
    const resident = this.vitals.map((each) => each.resident);
    const fit = this.costFit;
    const rows: (readonly [string, string | number])[] = [
      ['seed', this.seed],
      ['requests', this.requests],
      ...sorted(this.kinds).map(([kind, count]) => [`  ${kind}`, count] as const),
      ['answers by status', ''],
      ...sorted(this.statuses).map(([status, count]) => [`  ${status || 'none'}`, count] as const),
      ['errors by code', ''],
      ...sorted(this.codes)
        .slice(0, 25)
        .map(([code, count]) => [`  ${code}`, count] as const),
      ['status 500', this.of('status 500')],
      ['internal errors', this.of('internal error')],
      ['without an answer', this.of('no answer')],
      ['errors without their shape', this.of('not an answer of GraphQL')],
      ['errors that tell what is inside', this.of('tells what is inside')],
      ['logged as errors', this.logged.length],
      ['answers over 2 s', this.of('slow')],
      ['  longest, with all that was under way', `${this.longest.toFixed(0)} ms`],
      ['rows that are not for everyone', this.looked],
      ['  seen out of scope', this.outOfScope.length],
      ['event loop held over 200 ms', this.holding.length],
      ['  longest, with all that was under way', `${this.held.toFixed(0)} ms`],
      ['heap, growth from second to last quarter', `${megabytes(this.growth)}${this.isGrowing ? ', too much' : ''}`],
      ['  resident, most', megabytes(Math.max(0, ...resident))],
      [
        'microseconds for a unit of cost',
        fit
          ? `${(fit.least * 1000).toFixed(1)} to ${(fit.most * 1000).toFixed(1)}, factor ${fit.factor.toFixed(0)}, of ${fit.count}`
          : 'too few',
      ],
      ['seconds', Math.round((performance.now() - this.began) / 1000)],
    ];
    return rows
      .map(([name, value]) => `${name.padEnd(44)} ${typeof value === 'number' ? value.toLocaleString('en-GB') : value}`)
      .join('\n');
  }
}
