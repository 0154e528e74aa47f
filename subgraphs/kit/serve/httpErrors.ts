import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** What is answered where no GraphQL operation is executed: the shape of an answer with errors. */
export const failure = (code: string, message: string, more: Record<string, unknown> = {}) => ({
  errors: [{ message, extensions: { code, ...more } }],
});

/** A request that is refused before any operation is executed: clients read why. */
export class RequestRefused extends Error {
  readonly status: number;
  readonly code: string;
  /** What the error says beside, in its extensions. */
  readonly more: Readonly<Record<string, unknown>>;

  constructor(status: number, message: string, code = 'BAD_USER_INPUT', more: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.more = more;
  }
}

/** Codes and reasons of the mistakes that are found before a request reaches its route. */
const MISTAKES: Readonly<Record<number, [code: string, message: string]>> = {
  400: ['BAD_REQUEST', 'The request is not one that can be read: send JSON, as `content-type: application/json`.'],
  408: ['REQUEST_TIMEOUT', 'The request did not come to its end in time: send it again.'],
  413: ['PAYLOAD_TOO_LARGE', 'The body is larger than what is taken at once: send less of it.'],
  414: ['URI_TOO_LONG', 'The address is too long: send a POST, with the operation in its body.'],
  415: [
    'UNSUPPORTED_MEDIA_TYPE',
    'The body is of a media type that is not taken here: send `content-type: application/json`.',
  ],
  431: ['HEADERS_TOO_LARGE', 'The headers are larger than what is taken: send fewer or shorter ones.'],
};
const INTERNAL = failure('INTERNAL_SERVER_ERROR', 'Something went wrong here; try again in a moment.');

/**
 * Answers what Fastify itself refuses in the same shape as everything else: a body that cannot be read, an address that
 * is none, a method that its route does not know. To be called before routes are added.
 */
export function registerHttpErrors(app: FastifyInstance): void {
  const methods = new Map<string, Set<string>>();
  app.addHook('onRoute', ({ url, method }) => {
    const known = methods.get(url) ?? new Set();
    for (const name of [method].flat()) known.add(name);
    methods.set(url, known);
  });

  app.setErrorHandler((error: FastifyError | RequestRefused, _, reply) => {
    if (error instanceof RequestRefused) {
      return reply.code(error.status).send(failure(error.code, error.message, error.more));
    }
    const status = error.statusCode ?? 500;
    if (status >= 500) {
      app.log.error(error);
      return reply.code(status).send(INTERNAL);
    }
    return refuseRequest(error, reply);
  });

  app.setNotFoundHandler((request, reply) => {
    const path = pathOf(request);
    const known = methods.get(path);
    if (!known)
      return reply
        .code(404)
        .send(failure('NOT_FOUND', `There is nothing at ${path.slice(0, 100)}: GraphQL is at /graphql.`));
    const allowed = [...known].sort().join(', ');
    return reply
      .code(405)
      .header('allow', allowed)
      .send(failure('METHOD_NOT_ALLOWED', `${path} does not take ${request.method}: it takes ${allowed}.`));
  });
}

/** Answers an address that cannot be decoded: Fastify asks for this before there is a route or a hook. */
export const frameworkErrors = (error: FastifyError, _: FastifyRequest, reply: FastifyReply): void =>
  void refuseRequest(error, reply);

/** Answers what is not HTTP, or has headers that are too large: Node finds that before there is a request. */
export function clientErrorHandler(error: NodeJS.ErrnoException, socket: Socket): void {
  if (socket.writable && error.code !== 'ECONNRESET') {
    const status = STATUS_BY_PARSER_ERROR[error.code ?? ''] ?? 400;
    const [code, message] = MISTAKES[status]!;
    const body = JSON.stringify(failure(code, message));
    const head = [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      'content-type: application/json; charset=utf-8',
      `content-length: ${Buffer.byteLength(body)}`,
      'connection: close',
    ];
    socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  }
  socket.destroy();
}

const STATUS_BY_PARSER_ERROR: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

function refuseRequest(error: FastifyError, reply: FastifyReply): FastifyReply {
  const status = error.statusCode ?? 400;
  const [code, advice] = MISTAKES[status] ?? MISTAKES[400]!;
  // A parser of JSON says where it stopped.
  const where = error instanceof SyntaxError ? ` ${error.message}` : '';
  return reply.code(status).send(failure(code, `${advice}${where}`));
}

/** The address of a request without what is asked of it, as routes are named. */
function pathOf({ url }: FastifyRequest): string {
  const [path = ''] = url.split('?');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
