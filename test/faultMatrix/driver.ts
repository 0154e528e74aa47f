import { isDeepStrictEqual } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';

/** Questions that need one, two or four subgraphs; `$urn` is one of many schools. */
const QUESTIONS = [
  'query Name($urn: URN!) { school(urn: $urn) { name phase } }',
  'query Reviews($urn: URN!) { school(urn: $urn) { name reviews(first: 2) { nodes { id startDate } } } }',
  'query Outcomes($urn: URN!) { school(urn: $urn) { name outcomes(first: 2) { nodes { academicYear value } } } }',
  'query All($urn: URN!) { school(urn: $urn) { name reviews(first: 1) { totalCount } enrolments(first: 2) { nodes { role } } outcomes(first: 1) { nodes { value } } collaborationHistory(first: 3) { totalCount missingSources nodes { date kind } } } }',
];

/** What a client can act on; `DOWNSTREAM_SERVICE_ERROR` says that a subgraph speaks nonsense. */
const TOLD = new Set(['SUBGRAPH_TIMEOUT', 'SUBGRAPH_UNAVAILABLE', 'OVERLOADED', 'DOWNSTREAM_SERVICE_ERROR']);

export interface Tally {
  requests: number;
  /** Answered as they should be. */
  complete: number;
  /** Answered in part, or not at all, with errors that say so. */
  partial: number;
  /** Not answered, or with errors that say nothing. */
  failed: number;
  /** Answered wrongly, and nothing said. */
  wrong: number;
  times: number[];
  /** When the last answer came that was not complete. */
  lastIncomplete: number;
}

interface Question {
  body: string;
  right?: unknown;
}

/** Asks what it knows the answers to, at a steady rate, whatever happens to the system. */
export class Driver {
  private readonly url: string;
  private readonly token: string;
  private readonly questions: Question[];
  private next = 0;

  constructor(url: string, token: string, urns: readonly string[]) {
    this.url = url;
    this.token = token;
    this.questions = urns.flatMap((urn) =>
      QUESTIONS.map((query) => ({ body: JSON.stringify({ query, variables: { urn } }) })),
    );
  }

  /** Learns the answers from a system that is well. */
  async learn(): Promise<void> {
    for (const question of this.questions) {
      const { data, errors } = (await (await this.send(question)).json()) as { data: unknown; errors?: unknown };
      if (errors) throw new Error(`The system is not well: ${JSON.stringify(errors)}`);
      question.right = data;
    }
  }

  private send({ body }: Question): Promise<Response> {
    return fetch(this.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.token}` },
      body,
      signal: AbortSignal.timeout(30_000),
    });
  }

  /** Asks for as long as something goes on, and counts. */
  async during(perSecond: number, goesOn: () => boolean): Promise<Tally> {
    const tally: Tally = { requests: 0, complete: 0, partial: 0, failed: 0, wrong: 0, times: [], lastIncomplete: 0 };
    const underWay = new Set<Promise<void>>();
    while (goesOn()) {
      const one = this.one(tally).finally(() => underWay.delete(one));
      underWay.add(one);
      await sleep(1000 / perSecond);
    }
    await Promise.all(underWay);
    return tally;
  }

  private async one(tally: Tally): Promise<void> {
    const question = this.questions[this.next++ % this.questions.length]!;
    const began = performance.now();
    tally.requests++;
    const kind = await this.send(question).then(
      async (response) => judge(question.right, response.status, await response.text()),
      () => 'failed' as const,
    );
    tally[kind]++;
    tally.times.push(performance.now() - began);
    if (kind !== 'complete') tally.lastIncomplete = performance.now();
  }
}

function judge(right: unknown, status: number, text: string): 'complete' | 'partial' | 'failed' | 'wrong' {
  let answer: { data?: unknown; errors?: { extensions?: { code?: string } }[] };
  try {
    answer = JSON.parse(text) as typeof answer;
  } catch {
    return 'failed';
  }
  const { data, errors } = answer;
  if (!errors?.length) {
    if (status !== 200) return 'failed';
    return isDeepStrictEqual(data, right) || saysMissing(data)
      ? isDeepStrictEqual(data, right)
        ? 'complete'
        : 'partial'
      : 'wrong';
  }
  if (!errors.every(({ extensions }) => TOLD.has(extensions?.code ?? ''))) return 'failed';
  return isPartOf(data, right) ? 'partial' : 'wrong';
}

/** A history that names the subgraphs whose events are not in it. */
const saysMissing = (data: unknown): boolean => {
  const { collaborationHistory } =
    (data as { school?: { collaborationHistory?: { missingSources: string[] } } })?.school ?? {};
  return (collaborationHistory?.missingSources.length ?? 0) > 0;
};

/** Whether an answer says nothing that is not right: what is missing is null, and a history that lacks events says so. */
function isPartOf(given: unknown, right: unknown): boolean {
  if (given === null || given === undefined) return true;
  if (typeof given !== 'object' || typeof right !== 'object' || right === null) return given === right;
  if ('missingSources' in given && (given.missingSources as string[]).length > 0) return true;
  const entries = Object.entries(given);
  return entries.every(([key, value]) => isPartOf(value, (right as Record<string, unknown>)[key]));
}
