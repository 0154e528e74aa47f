import { AsyncLocalStorage } from 'node:async_hooks';
import type { ServerResponse } from 'node:http';

/** The time that a request has is over. */
export class TimeIsUp extends Error {}

/** Whoever asked has gone, and waits for nothing any more. */
export class NobodyWaits extends Error {}

/** For whom something is done, and until when: over at some moment, and told then. */
export interface Patience {
  /** Why it is over; null while somebody waits. */
  readonly over: Error | null;
  /** Calls back when it is over; what is returned takes that back. */
  whenOver(tell: () => void): () => void;
}

/** Until when one client's request must be answered, and whether the client is still there. */
export class Deadline implements Patience {
  over: Error | null = null;
  private readonly ends: number;
  private readonly timer: NodeJS.Timeout;
  private readonly told = new Set<() => void>();

  private readonly leave: (() => void) | undefined;

  /**
   * @param time in milliseconds, from now
   * @param outer what it is a part of: it is over when that is
   */
  constructor(time: number, outer?: Deadline) {
    this.ends = performance.now() + time;
    this.timer = setTimeout(() => this.giveUp(new TimeIsUp('The time of the request is over.')), time);
    this.timer.unref();
    this.leave = outer?.whenOver(() => this.giveUp(outer.over!));
  }

  /** Milliseconds that are left, at least one. */
  get left(): number {
    return Math.max(1, Math.round(this.ends - performance.now()));
  }

  whenOver(tell: () => void): () => void {
    if (this.over) {
      tell();
      return () => {};
    }
    this.told.add(tell);
    return () => void this.told.delete(tell);
  }

  /** Ends what is done for the request. */
  giveUp(reason: Error): void {
    if (this.over) return;
    this.over = reason;
    clearTimeout(this.timer);
    this.leave?.();
    for (const tell of this.told) tell();
    this.told.clear();
  }

  /** The request is answered: nothing is left to be given up. */
  done(): void {
    clearTimeout(this.timer);
    this.leave?.();
    this.told.clear();
  }
}

/** Ends what is done for a request once it is answered, or once the client has gone without waiting for that. */
export function endWith(deadline: Deadline, response: ServerResponse): void {
  response.once('close', () =>
    response.writableFinished ? deadline.done() : deadline.giveUp(new NobodyWaits('The client has gone.')),
  );
}

/** Whoever waits for what is being done; nobody in particular where it is done for no request. */
export const waiting = new AsyncLocalStorage<Patience | undefined>();

/** What is done for several at once: over when none of them waits any more. */
export function allOf(those: readonly (Patience | undefined)[]): Patience | undefined {
  const known = new Set(those);
  if (known.has(undefined)) return undefined;
  const patiences = [...known] as Patience[];
  if (patiences.length === 1) return patiences[0];
  return {
    get over() {
      return patiences.every(({ over }) => over) ? patiences.at(-1)!.over : null;
    },
    whenOver(tell) {
      const ifAll = () => void (this.over && tell());
      const undos = patiences.map((each) => each.whenOver(ifAll));
      return () => undos.forEach((undo) => undo());
    },
  };
}

/** A promise, or why nobody waits for it any more, whichever is first. */
export function before<T>(patience: Patience, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const undo = patience.whenOver(() => reject(patience.over!));
    promise.then(
      (value) => {
        undo();
        resolve(value);
      },
      (error: unknown) => {
        undo();
        reject(error as Error);
      },
    );
  });
}

/** Does something that must not take long: what it reads is cancelled when it does. @throws TimeIsUp */
export async function limited<T>(time: number, work: () => Promise<T>): Promise<T> {
  const deadline = new Deadline(time);
  try {
    return await before(deadline, waiting.run(deadline, work));
  } finally {
    deadline.done();
  }
}
