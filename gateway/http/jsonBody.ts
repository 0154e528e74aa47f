import type { FastifyInstance, FastifyRequest } from 'fastify';
import { RequestRefused } from '../../subgraphs/kit/serve/httpErrors.ts';

/** How deeply lists and objects of a request may be nested. Nothing in the schema needs more than ten. */
const MOST_NESTED = 50;
/** Most lists, objects and items of a request: a submission of 10,000 rows has a fifth of it. */
const MOST_ITEMS = 1_000_000;
/** Most characters of a request of somebody who has not said who they are: a document and its variables. */
const MOST_ANONYMOUS = 1024 * 1024;

type Parse = (request: FastifyRequest, text: string, done: (error: Error | null, value?: unknown) => void) => void;

/**
 * Reads JSON of clients. How deep and how large it is, is found by looking at its characters once, before it is parsed,
 * since parsing, and all that walks through the result afterwards, takes long for lists of lists of lists. Who asks is
 * known by then.
 */
export function registerJsonBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error') as Parse;
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    const text = body as string;
    const refused = refusalOf(text, request.caller?.client != null);
    if (refused) return done(refused);
    parse(request, text, (error, value) => {
      if (error) done(new RequestRefused(400, `The body is not JSON: ${error.message}`, 'BAD_REQUEST'));
      else done(null, value);
    });
  });
  app.addHook('preValidation', async ({ query }) => {
    const refused = refusalInQuery(query);
    if (refused) throw refused;
  });
}

function refusalOf(text: string, isKnown: boolean): RequestRefused | null {
  if (!isKnown && text.length > MOST_ANONYMOUS) {
    const message = 'Without a token or an API key, a request has at most 1 MB: say who you are, or send less.';
    return new RequestRefused(413, message);
  }
  const problem = structureProblem(text);
  return problem === null ? null : new RequestRefused(400, problem);
}

/** Parameters of a GET request are JSON, too. */
function refusalInQuery(query: unknown): RequestRefused | null {
  const { variables, extensions } = query as Record<string, unknown>;
  for (const text of [variables, extensions]) {
    const problem = typeof text === 'string' ? structureProblem(text) : null;
    if (problem !== null) return new RequestRefused(400, problem);
  }
  return null;
}

const QUOTE = 34;
const COMMA = 44;
const OPEN_LIST = 91;
const BACKSLASH = 92;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

/** What is too much about a text of JSON; null if it can be parsed without holding up others. */
export function structureProblem(text: string): string | null {
  let depth = 0;
  let items = 0;
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case QUOTE:
        at = endOfText(text, at);
        break;
      case OPEN_LIST:
      case OPEN_OBJECT:
        depth++;
        items++;
        if (depth > MOST_NESTED) return `The request nests lists and objects more than ${MOST_NESTED} deep.`;
        break;
      case CLOSE_LIST:
      case CLOSE_OBJECT:
        depth--;
        break;
      case COMMA:
        items++;
        break;
    }
    if (items > MOST_ITEMS) return 'The request holds more than a million items: send it in parts.';
  }
  return null;
}

/** Where the text that begins with the quote at a place ends. */
function endOfText(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (text.charCodeAt(end - 1 - backslashes) === BACKSLASH) backslashes++;
    if (backslashes % 2 === 0) return end;
  }
  return text.length;
}
