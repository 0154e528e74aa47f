import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import { Kind, print, type DocumentNode, type ExecutionResult } from 'graphql';
import { createClient } from 'graphql-sse';
import { Agent, interceptors, type Dispatcher } from 'undici';
import { NOBODY, type Caller } from '../../../subgraphs/kit/caller.ts';
import { PASSPORT } from '../../../subgraphs/kit/serve/passport.ts';
import type { SubgraphRequest } from '../../../subgraphs/kit/subgraph.ts';
import { SubgraphUnavailable, type RequestContext, type Transport } from '../supergraph.ts';

export interface HttpOptions {
  /** Longest wait for a subgraph's answer, in milliseconds. */
  timeout?: number;
  /**
   * Signs who asks for a subgraph. Left out for subgraphs that are not ours: those are handed the client's own
   * `Authorization`, and may redirect.
   */
  passport?: (subgraph: string, body: string, caller: Caller, left?: number) => string;
}

/** Most connections to a subgraph: as many requests as it is sent at a time. */
export const CONNECTIONS = 32;

/** Errors of a connection that broke, or was not made. */
const BROKEN = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'ENOTFOUND', 'EAI_AGAIN']);
/** Errors of an answer that did not come in time. */
const LATE = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);
/** Pauses before a query is sent again over a new connection, in milliseconds. */
const PAUSES = [20, 100];

/** Subgraphs elsewhere, over HTTP: kept-alive connections, a time limit, another try for queries when a connection breaks. */
export function httpTransport(
  urls: ReadonlyMap<string, string>,
  { timeout = 10_000, passport }: HttpOptions = {},
): Transport & { close(): Promise<void> } {
  const agent = new Agent({
    connections: CONNECTIONS,
    keepAliveTimeout: 30_000,
    headersTimeout: timeout,
    bodyTimeout: timeout,
    connectTimeout: Math.min(timeout, 2_000),
    maxResponseSize: LONGEST_ANSWER,
  });
  // Our own subgraphs do not move.
  const dispatcher: Dispatcher = passport ? agent : agent.compose(interceptors.redirect({ maxRedirections: 3 }));

  const headersFor = (
    name: string,
    body: string,
    { caller = NOBODY, forward = {} }: RequestContext,
    left?: number,
  ): Record<string, string> => {
    const { authorization, ...traced } = forward;
    if (passport) return { ...traced, [PASSPORT]: passport(name, body, caller, left) };
    return authorization === undefined ? traced : { ...traced, authorization };
  };

  /** Each try is signed for itself, when it is sent: a subgraph takes no request twice, and none that is old. */
  const ask = async (
    name: string,
    url: URL,
    body: string,
    request: SubgraphRequest,
    tries: number,
  ): Promise<{ status: number; text: string }> => {
    const { context = {}, deadline } = request;
    const end = new AbortController();
    const undo = deadline?.whenOver(() => end.abort(deadline.over));
    try {
      const headers = {
        ...headersFor(name, body, context, deadline?.left),
        'content-type': 'application/json',
        accept: ACCEPT,
      };
      const response = await dispatcher.request({
        origin: url.origin,
        path: url.pathname + url.search,
        method: 'POST',
        headers,
        body,
        signal: end.signal,
      });
      return { status: response.statusCode, text: await textIn(response) };
    } catch (error) {
      if (deadline?.over) throw deadline.over;
      const pause = PAUSES[tries];
      if (pause === undefined || !BROKEN.has((error as { code?: string }).code ?? '')) throw error;
      await sleep(pause);
      return ask(name, url, body, request, tries + 1);
    } finally {
      undo?.();
    }
  };

  const send = async (name: string, request: SubgraphRequest): Promise<ExecutionResult> => {
    const { document, variables, operationName } = request;
    // What writes is sent once: whether it arrived cannot be known.
    const writes = document.definitions.some(
      (node) => node.kind === Kind.OPERATION_DEFINITION && node.operation === 'mutation',
    );
    const body = JSON.stringify({ query: textOf(document), variables, operationName });
    const { status, text } = await ask(name, new URL(urls.get(name)!), body, request, writes ? PAUSES.length : 0).catch(
      (error: Error & { code?: string }) => {
        if (error === request.deadline?.over) throw error;
        throw new SubgraphUnavailable(
          `The subgraph "${name}" did not answer.`,
          LATE.has(error.code ?? '') ? 'SUBGRAPH_TIMEOUT' : 'SUBGRAPH_UNAVAILABLE',
        );
      },
    );
    const result = parsed(text);
    // What stands between says 502 to 504 of a subgraph that is away.
    if (!result)
      throw new SubgraphUnavailable(
        `The subgraph "${name}" answered with status ${status} and no GraphQL result.`,
        status > 500 ? 'SUBGRAPH_UNAVAILABLE' : 'DOWNSTREAM_SERVICE_ERROR',
      );
    return result;
  };

  const subscribe = async (
    name: string,
    { document, variables, context }: SubgraphRequest,
  ): Promise<AsyncIterable<ExecutionResult>> => {
    const query = textOf(document);
    const url = urls.get(name)!;
    const headers = headersFor(name, JSON.stringify({ query, variables }), context ?? {});
    return events(createClient({ url, headers, retryAttempts: 0 }).iterate({ query, variables }), name);
  };
  return Object.assign(send, { subscribe, close: () => agent.close() });
}

/** An answer's text, also where a server compresses it without being asked to. */
async function textIn({ headers, body }: Dispatcher.ResponseData): Promise<string> {
  const decompress = DECOMPRESS.get(String(headers['content-encoding'] ?? ''));
  if (!decompress) return body.text();
  const bytes = await decompress(await body.bytes(), { maxOutputLength: LONGEST_ANSWER });
  return bytes.toString('utf8');
}

type Decompress = (bytes: Uint8Array, options: { maxOutputLength: number }) => Promise<Buffer>;

const DECOMPRESS: ReadonlyMap<string, Decompress> = new Map<string, Decompress>([
  ['gzip', promisify(gunzip)],
  ['deflate', promisify(inflate)],
  ['br', promisify(brotliDecompress)],
]);

/** Most bytes of one answer. */
const LONGEST_ANSWER = 64 * 1024 * 1024;
const ACCEPT = 'application/graphql-response+json, application/json';

/** Documents as text, made once for each. */
const texts = new WeakMap<DocumentNode, string>();

function textOf(document: DocumentNode): string {
  let text = texts.get(document);
  if (text === undefined) texts.set(document, (text = print(document)));
  return text;
}

async function* events(source: AsyncIterableIterator<ExecutionResult>, name: string): AsyncGenerator<ExecutionResult> {
  try {
    yield* source;
  } catch {
    throw new SubgraphUnavailable(`The subgraph "${name}" ended the subscription.`);
  }
}

function parsed(text: string): ExecutionResult | null {
  try {
    const result = JSON.parse(text.replace(/^\uFEFF/, '')) as ExecutionResult | null;
    return result && typeof result === 'object' && ('data' in result || 'errors' in result) ? result : null;
  } catch {
    return null;
  }
}
