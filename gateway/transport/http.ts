import { setTimeout as sleep } from 'node:timers/promises';
import { Kind, print, type ExecutionResult } from 'graphql';
import { Agent } from 'undici';
import { NOBODY, type Caller } from '../../subgraphs/kit/caller.ts';
import { PASSPORT } from '../../subgraphs/kit/passport.ts';
import { SubgraphUnavailable, type Transport } from '../supergraph.ts';

export interface HttpOptions {
  /** Longest wait for a subgraph's answer, in milliseconds. */
  timeout?: number;
  /** Signs who asks for a subgraph; left out for subgraphs that are not ours. */
  passport?: (subgraph: string, body: string, caller: Caller) => string;
}

/** Errors of a connection that broke, or was not made. */
const BROKEN = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'ENOTFOUND', 'EAI_AGAIN']);
/** Pauses before a query is sent again over a new connection, in milliseconds. */
const PAUSES = [20, 100];

/** Subgraphs elsewhere, over HTTP: kept-alive connections, a time limit, another try for queries when a connection breaks. */
export function httpTransport(urls: ReadonlyMap<string, string>, { timeout = 10_000, passport }: HttpOptions = {}): Transport & { close(): Promise<void> } {
  const agent = new Agent({ connections: 32, keepAliveTimeout: 30_000, headersTimeout: timeout, bodyTimeout: timeout, connectTimeout: Math.min(timeout, 2_000) });

  /** Each try is signed for itself: a subgraph takes no request twice. */
  const ask = async (name: string, url: URL, body: string, caller: Caller, tries: number): Promise<{ status: number; text: string }> => {
    try {
      const headers: Record<string, string> = { 'content-type': 'application/json', accept: 'application/json' };
      if (passport) headers[PASSPORT] = passport(name, body, caller);
      const response = await agent.request({ origin: url.origin, path: url.pathname + url.search, method: 'POST', headers, body });
      return { status: response.statusCode, text: await response.body.text() };
    } catch (error) {
      const pause = PAUSES[tries];
      if (pause === undefined || !BROKEN.has((error as { code?: string }).code ?? '')) throw error;
      await sleep(pause);
      return ask(name, url, body, caller, tries + 1);
    }
  };

  const send: Transport = async (name, { document, text: query, variables, operationName, context }) => {
    // What writes is sent once: whether it arrived cannot be known.
    const writes = document.definitions.some((node) => node.kind === Kind.OPERATION_DEFINITION && node.operation === 'mutation');
    const body = JSON.stringify({ query: query ?? print(document), variables, operationName });
    const { status, text } = await ask(name, new URL(urls.get(name)!), body, context?.caller ?? NOBODY, writes ? PAUSES.length : 0).catch(() => {
      throw new SubgraphUnavailable(`The subgraph "${name}" did not answer.`);
    });
    const result = parsed(text);
    if (!result) throw new SubgraphUnavailable(`The subgraph "${name}" answered with status ${status} and no GraphQL result.`);
    return result;
  };
  return Object.assign(send, { close: () => agent.close() });
}

function parsed(text: string): ExecutionResult | null {
  try {
    const result = JSON.parse(text) as ExecutionResult | null;
    return result && typeof result === 'object' && ('data' in result || 'errors' in result) ? result : null;
  } catch {
    return null;
  }
}
