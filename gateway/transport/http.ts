import { print, type ExecutionResult } from 'graphql';
import { Agent, interceptors, type Dispatcher } from 'undici';
import { SubgraphUnavailable, type Transport } from '../supergraph.ts';

export interface HttpOptions {
  /** Longest wait for a subgraph's answer, in milliseconds. */
  timeout?: number;
}

/** Errors of a connection before anything was sent: asking again does no harm. */
const RETRIED = ['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'ENOTFOUND', 'EAI_AGAIN'];

/** Subgraphs elsewhere, over HTTP: kept-alive connections, a time limit, another try when a connection breaks. */
export function httpTransport(urls: ReadonlyMap<string, string>, { timeout = 10_000 }: HttpOptions = {}): Transport & { close(): Promise<void> } {
  const agent: Dispatcher = new Agent({ connections: 32, keepAliveTimeout: 30_000, headersTimeout: timeout, bodyTimeout: timeout, connectTimeout: Math.min(timeout, 2_000) }).compose(
    interceptors.retry({ maxRetries: 2, minTimeout: 20, maxTimeout: 100, methods: ['POST'], statusCodes: [], errorCodes: RETRIED }),
  );
  const send: Transport = async (name, { document, text: query, variables, operationName }) => {
    const url = new URL(urls.get(name)!);
    let status: number;
    let text: string;
    try {
      const { statusCode, body } = await agent.request({
        origin: url.origin,
        path: url.pathname + url.search,
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ query: query ?? print(document), variables, operationName }),
      });
      status = statusCode;
      text = await body.text();
    } catch {
      throw new SubgraphUnavailable(`The subgraph "${name}" did not answer.`);
    }
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
