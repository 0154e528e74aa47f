import {
  bulkhead,
  BulkheadRejectedError,
  circuitBreaker,
  CircuitState,
  ConsecutiveBreaker,
  handleWhen,
  isBrokenCircuitError,
} from 'cockatiel';
import { Kind, type DocumentNode, type ExecutionResult } from 'graphql';
import { before, Deadline, NobodyWaits, TimeIsUp } from '../../../subgraphs/kit/read/deadline.ts';
import type { SubgraphRequest } from '../../../subgraphs/kit/subgraph.ts';
import { SubgraphUnavailable, type RequestContext, type Transport } from '../supergraph.ts';

/** How much a subgraph may cost those who ask it. */
export interface Bounds {
  /** Longest time of a request that has no deadline of its own, in milliseconds. */
  timeout: number;
  /** Most requests that one subgraph is sent at a time. */
  atOnce?: number;
  /** Most that wait until they are sent; more are refused at once. */
  waiting?: number;
}

/** How a request ended: `gone` with the client. */
export type Outcome = 'ok' | 'timeout' | 'unavailable' | 'gone';

/** What a subgraph is asked just now. */
export interface GateUse {
  underWay: number;
  waiting: number;
  breaker: 'closed' | 'open' | 'trying';
}

/** A transport within bounds, and what is seen of it. */
export interface BoundedTransport extends Transport {
  use(): ReadonlyMap<string, GateUse>;
  /** Is told how long each request took, in seconds, and how it ended. */
  observe?: (subgraph: string, seconds: number, outcome: Outcome) => void;
}

/** How many requests fail one after the other before a subgraph is left alone. */
const FAILURES = 10;
/** How long it is left alone before it is tried, and how long a trial takes at most, in milliseconds. */
const REST = 500;
const TRIAL = 1_000;
/** How much of the time that is left one subgraph may take: what it does not answer can still be done without. */
const SHARE = 0.75;

/** What a subgraph answers that cannot do its work just now. */
const FAULTS = new Set<unknown>(['SUBGRAPH_TIMEOUT', 'SUBGRAPH_UNAVAILABLE']);
const isFault = (result: unknown): boolean =>
  (result as ExecutionResult).errors?.some(({ extensions }) => FAULTS.has(extensions?.['code'])) ?? false;

const writes = ({ definitions }: DocumentNode) =>
  definitions.some((node) => node.kind === Kind.OPERATION_DEFINITION && node.operation === 'mutation');

/** A request had so little time that nothing is said of the subgraph by its not being answered. */
class TooLittleTime extends SubgraphUnavailable {}

/** The way to one subgraph. */
class Gate {
  private readonly name: string;
  private readonly places;
  private readonly breaker;
  private readonly bounds: Required<Bounds>;

  constructor(name: string, bounds: Required<Bounds>) {
    this.name = name;
    this.bounds = bounds;
    this.places = bulkhead(bounds.atOnce, bounds.waiting);
    const fails = handleWhen(
      (error) => error instanceof SubgraphUnavailable && error.isFault && !(error instanceof TooLittleTime),
    );
    this.breaker = circuitBreaker(fails.orWhenResult(isFault), {
      halfOpenAfter: REST,
      breaker: new ConsecutiveBreaker(FAILURES),
    });
  }

  get use(): GateUse {
    const { state } = this.breaker;
    return {
      underWay: this.bounds.atOnce - this.places.executionSlots,
      waiting: this.bounds.waiting - this.places.queueSlots,
      breaker: state === CircuitState.Closed ? 'closed' : state === CircuitState.HalfOpen ? 'trying' : 'open',
    };
  }

  /** @throws SubgraphUnavailable; NobodyWaits */
  async ask(request: SubgraphRequest, transport: Transport): Promise<ExecutionResult> {
    // One request finds out whether it is back: the others do not wait for that.
    if (this.breaker.state === CircuitState.HalfOpen) throw this.leftAlone();
    const outer = (request.context as RequestContext | undefined)?.deadline;
    const left = outer?.left ?? this.bounds.timeout;
    const isWrite = writes(request.document);
    const deadline = new Deadline(isWrite || !outer ? left : left * SHARE, outer);
    try {
      const sent = this.places.execute(() =>
        this.breaker.execute(() => this.send({ ...request, deadline }, isWrite, transport)),
      );
      return await before(deadline, sent);
    } catch (error) {
      if (isBrokenCircuitError(error)) throw this.leftAlone();
      if (error instanceof BulkheadRejectedError)
        throw new SubgraphUnavailable(`Too many requests wait for the subgraph "${this.name}".`);
      throw error instanceof TimeIsUp ? this.late() : error;
    } finally {
      deadline.done();
    }
  }

  private async send(
    request: SubgraphRequest & { deadline: Deadline },
    isWrite: boolean,
    transport: Transport,
  ): Promise<ExecutionResult> {
    const { deadline } = request;
    // What writes is not cut off by a trial.
    const trial = this.breaker.state === CircuitState.HalfOpen && !isWrite ? new Deadline(TRIAL, deadline) : null;
    const own = trial ?? deadline;
    const given = deadline.left;
    try {
      return await before(own, transport(this.name, trial ? { ...request, deadline: trial } : request));
    } catch (error) {
      if (!(error instanceof TimeIsUp)) throw error;
      throw trial || given >= this.bounds.timeout / 2
        ? this.late()
        : new TooLittleTime(this.late().message, 'SUBGRAPH_TIMEOUT');
    } finally {
      trial?.done();
    }
  }

  private late = () => new SubgraphUnavailable(`The subgraph "${this.name}" did not answer.`, 'SUBGRAPH_TIMEOUT');
  private leftAlone = () =>
    new SubgraphUnavailable(`The subgraph "${this.name}" does not answer: it is tried again in a moment.`);
}

/**
 * Asks subgraphs within bounds: each request until its deadline, only so many at a time and waiting, and none of a
 * subgraph that has just failed again and again, but for one now and then that finds out whether it is back. So a
 * subgraph that does not answer costs its own part of answers, for no longer than a request may take.
 */
export function boundedTransport<T extends Transport>(
  transport: T,
  { timeout, atOnce = 256, waiting = 256 }: Bounds,
): T & BoundedTransport {
  const gates = new Map<string, Gate>();
  const gateOf = (name: string): Gate => {
    let gate = gates.get(name);
    if (!gate) gates.set(name, (gate = new Gate(name, { timeout, atOnce, waiting })));
    return gate;
  };
  const bounded = async (name: string, request: SubgraphRequest): Promise<ExecutionResult> => {
    const began = performance.now();
    const tell = (outcome: Outcome) => all.observe?.(name, (performance.now() - began) / 1000, outcome);
    try {
      const result = await gateOf(name).ask(request, transport);
      tell('ok');
      return result;
    } catch (error) {
      tell(outcomeOf(error));
      throw error;
    }
  };
  const all: T & BoundedTransport = Object.assign(bounded, transport, {
    use: () => new Map(Array.from(gates, ([name, { use }]) => [name, use])),
  });
  return all;
}

function outcomeOf(error: unknown): Outcome {
  if (error instanceof NobodyWaits) return 'gone';
  return error instanceof SubgraphUnavailable && error.code === 'SUBGRAPH_TIMEOUT' ? 'timeout' : 'unavailable';
}
