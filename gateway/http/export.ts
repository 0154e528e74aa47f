import type { ServerResponse } from 'node:http';
import { pipeline, Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { createGzip } from 'node:zlib';
import type { ApolloServer } from '@apollo/server';
import type { FastifyInstance } from 'fastify';
import {
  GraphQLError,
  Kind,
  parse,
  type DocumentNode,
  type FieldNode,
  type GraphQLFormattedError,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { ask, failure, refuse, type Answer } from './ask.ts';
import { partsOf } from '../engine/canonical.ts';
import { MAX_TOKENS } from '../limits/limits.ts';
import type { RequestContext } from '../federation/supergraph.ts';

/** What a client asks to have exported: an operation with one connection in it, whose `after` is the variable `$after`. */
interface ExportRequest {
  query: string;
  variables?: Record<string, unknown>;
  operationName?: string;
}

/** Where the connection of an operation is in its answer, and under which names. */
interface ConnectionAt {
  path: string[];
  items: string;
  pageInfo: string;
}

/** How long a client may read nothing before its export is ended, in milliseconds. */
const STALLED = 5 * 60_000;
/** How long exports that are under way have to say that they end, in milliseconds, when the server stops. */
const ENDING = 1_000;

/**
 * `POST /export`: all of a connection as JSON Lines, page after page, with the caller's scope. A line for each item; then
 * one with `"end": true`, the number of items and the cursor behind them, or with `"end": false`, what went wrong and the
 * cursor to go on from. A file that lacks such a line was cut off. Memory holds a page or two, however slowly the client
 * reads; who has used up what they may cost in a minute waits for the next.
 */
export function registerExport(app: FastifyInstance, apollo: ApolloServer<RequestContext>): void {
  const underWay = new Set<ServerResponse>();
  let ending = false;
  app.addHook('preClose', async () => {
    ending = true;
    if (underWay.size) await sleep(ENDING);
    for (const response of underWay) response.destroy();
  });

  app.post('/export', async (request, reply) => {
    const asked = request.body as ExportRequest | null;
    const place = placeIn(asked);
    if (typeof place === 'string') return reply.code(400).send(failure('BAD_USER_INPUT', place));
    const { query, operationName, variables = {} } = asked!;
    const read = (after: unknown) =>
      ask(apollo, request.caller!, { query, operationName, variables: { ...variables, after } });

    // What is wrong with the operation is told before anything is sent.
    const first = await read(variables['after'] ?? null);
    if (!first.data || first.errors?.length) return refuse(reply, first);

    const linesOf = async function* ({ path, items: itemsKey, pageInfo }: ConnectionAt): AsyncGenerator<string> {
      let count = 0;
      let after = variables['after'] ?? null;
      const brokenOff = (errors: readonly GraphQLFormattedError[]) => line({ end: false, errors, count, after });
      try {
        for (let page = first; ;) {
          const connection = at(page.data, path);
          if (!connection || page.errors?.length)
            return yield brokenOff(page.errors ?? reason('There is nothing at the place of the connection.'));
          const items = connection[itemsKey] as unknown[];
          count += items.length;
          yield items.map(line).join('');
          const { hasNextPage, endCursor } = connection[pageInfo] as { hasNextPage: boolean; endCursor: string | null };
          after = endCursor ?? after;
          if (!hasNextPage) return yield line({ end: true, count, after });
          if (ending) return yield brokenOff(reason('This server stops just now: go on from `after`.'));
          while (true) {
            page = await read(after);
            const pause = pauseIn(page);
            if (pause === undefined || ending) break;
            await sleep(pause * 1000);
          }
        }
      } catch (error) {
        app.log.error(error);
        yield brokenOff(reason('Something went wrong here: go on from `after` in a moment.'));
      }
    };

    const lines = Readable.from(linesOf(place), { highWaterMark: 1 });
    underWay.add(reply.raw.once('close', () => underWay.delete(reply.raw)));
    reply.raw.setTimeout(STALLED, () => reply.raw.destroy());
    reply.headers({
      'content-type': 'application/jsonl; charset=utf-8',
      'cache-control': 'no-store',
      vary: 'accept-encoding',
    });
    if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return reply.send(lines);
    return reply.header('content-encoding', 'gzip').send(pipeline(lines, createGzip(), () => {}));
  });
}

const line = (value: unknown) => `${JSON.stringify(value)}\n`;
const reason = (message: string) => failure('EXPORT_BROKEN_OFF', message).errors;

/** How many seconds to wait before a page is asked for again; undefined if nothing is to be waited for. */
const pauseIn = ({ errors }: Answer) =>
  errors?.find(({ extensions }) => extensions?.['code'] === 'RATE_LIMITED')?.extensions!['retryAfter'] as
    | number
    | undefined;

const at = (data: Answer['data'], path: readonly string[]) =>
  path.reduce<Answer['data']>((value, key) => value?.[key] as Answer['data'], data);

/** Where the connection is; a sentence that says what is missing if there is none. */
function placeIn(asked: ExportRequest | null): ConnectionAt | string {
  if (typeof asked?.query !== 'string') return 'Send JSON with `query`, and `variables` if it has some.';
  let document: DocumentNode;
  try {
    document = parse(asked.query, { maxTokens: MAX_TOKENS });
  } catch (error) {
    return (error as GraphQLError).message;
  }
  const operation = partsOf(document, asked.operationName).operation as OperationDefinitionNode | undefined;
  if (operation?.operation !== 'query') return 'Only a query can be exported.';
  return (
    find(operation.selectionSet, []) ??
    'The query has no connection to walk through: give one field the argument `after: $after`, and select `nodes` or `edges` and `pageInfo { hasNextPage endCursor }` of it.'
  );
}

const keyOf = ({ alias, name }: FieldNode) => alias?.value ?? name.value;
const fieldsOf = ({ selections }: SelectionSetNode) => selections.filter((node) => node.kind === Kind.FIELD);

function find(selectionSet: SelectionSetNode, path: readonly string[]): ConnectionAt | null {
  for (const field of fieldsOf(selectionSet)) {
    if (!field.selectionSet) continue;
    const here = [...path, keyOf(field)];
    if (
      field.arguments?.some(
        ({ name, value }) => name.value === 'after' && value.kind === Kind.VARIABLE && value.name.value === 'after',
      )
    ) {
      const inside = fieldsOf(field.selectionSet);
      const items =
        inside.find(({ name }) => name.value === 'nodes') ?? inside.find(({ name }) => name.value === 'edges');
      const pageInfo = inside.find(
        ({ name, selectionSet: about }) =>
          name.value === 'pageInfo' &&
          about &&
          ['hasNextPage', 'endCursor'].every((each) =>
            fieldsOf(about).some((info) => info.name.value === each && !info.alias),
          ),
      );
      return items && pageInfo ? { path: here, items: keyOf(items), pageInfo: keyOf(pageInfo) } : null;
    }
    const below = find(field.selectionSet, here);
    if (below) return below;
  }
  return null;
}
