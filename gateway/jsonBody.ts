import type { FastifyError, FastifyInstance } from 'fastify';
import { isTextDeeperThan, MAX_JSON_DEPTH, TOO_DEEP } from './inputLimits.ts';

/** How much deeper a body is than the variables in it. */
const ENVELOPE = 2;

/** JSON that is not parsed, since it is nested too deep. */
export class JsonTooDeep extends Error implements FastifyError {
  readonly code = 'BAD_USER_INPUT';
  readonly statusCode = 400;
  override readonly name = 'JsonTooDeep';
}

/** Parses bodies of JSON, unless they are nested so deep that whatever walks through them would take its time. */
export function registerJsonBody(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (isTextDeeperThan(body as string, MAX_JSON_DEPTH + ENVELOPE)) return done(new JsonTooDeep(TOO_DEEP));
    parse(request, body as string, done);
  });
}
