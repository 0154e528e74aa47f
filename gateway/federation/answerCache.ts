import type { DocumentNode, ExecutionResult } from 'graphql';
import { dayNumber, type RowCache, type Tag } from '../../subgraphs/kit/read/cache.ts';
import type { RequestScope } from '../../subgraphs/kit/subgraph.ts';
import type { EngineRequest } from '../engine/engine.ts';
import { partsOf } from '../engine/canonical.ts';

/** A question, and who asks it. */
export type Question = EngineRequest & { context: RequestScope };

/** More keys than this of one column stand for the whole table. */
const MOST_TAGS = 200;

/**
 * Gives the answer that was given before, to the same question of somebody who may see the same, for as long as no row
 * that it was made of has changed. For subgraphs of this process, which say what they have read.
 */
export function answering(
  cache: RowCache,
): (question: Question, answer: () => Promise<ExecutionResult>) => Promise<ExecutionResult> {
  const numbers = new WeakMap<DocumentNode, string>();
  let documents = 0;
  /** What stands for an operation; null for one that writes. */
  const nameOf = (document: DocumentNode, operationName = ''): string | null => {
    let number = numbers.get(document);
    if (number === undefined) numbers.set(document, (number = String(++documents)));
    return partsOf(document, operationName).operation.operation === 'query' ? `${number} ${operationName}` : null;
  };

  return async ({ document, operationName, variables, context }, answer) => {
    const since = cache.begin();
    const name = since === null ? null : nameOf(document, operationName);
    if (since === null || name === null) return answer();
    const key = `${name} ${dayNumber()} ${context.caller?.rights ?? ''} ${JSON.stringify(declaredOf(document, operationName, variables))}`;
    const kept = cache.get(key);
    if (kept) return kept.value as ExecutionResult;

    const traces: NonNullable<RequestScope['traces']> = (context.traces = []);
    const result = await answer();
    if (!result.errors?.length && traces.every(([, { known }]) => known)) {
      cache.put(key, result, tagsOf(traces), since);
    }
    return result;
  };
}

/** The values of the variables that an operation declares: what else a client sends has no part in the answer. */
function declaredOf(
  document: DocumentNode,
  operationName = '',
  variables: Readonly<Record<string, unknown>> = {},
): unknown[] {
  const { variableDefinitions = [] } = partsOf(document, operationName).operation;
  // What was left out is told from null, which is a value.
  return variableDefinitions.map(({ variable: { name } }) =>
    Object.hasOwn(variables, name.value) ? [variables[name.value]] : 0,
  );
}

/** What all traces have read from, in tables named `schema.table`. */
function tagsOf(traces: NonNullable<RequestScope['traces']>): Tag[] {
  const perColumn = new Map<string, Set<Tag>>();
  for (const [subgraph, { tags }] of traces) {
    for (const tag of tags.flat()) {
      const end = tag.indexOf('=');
      const column = `${subgraph}.${end < 0 ? tag : tag.slice(0, end)}`;
      const found = perColumn.get(column);
      if (found) found.add(tag);
      else perColumn.set(column, new Set([tag]));
    }
  }
  return [...perColumn].flatMap(([column, tags]) =>
    tags.size > MOST_TAGS
      ? `${column.slice(0, column.lastIndexOf('.'))}.*`
      : Array.from(tags, (tag) => `${column.slice(0, column.indexOf('.'))}.${tag}`),
  );
}
