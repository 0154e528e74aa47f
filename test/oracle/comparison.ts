import {
  execute,
  getOperationAST,
  print,
  validate,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLError,
} from 'graphql';
import { federationGateway } from '../../gateway/federation/supergraph.ts';
import { asJson, differences, type Answer, type Difference } from './answers.ts';
import { featuresOf, featuresOfOperation } from './features.ts';
import type { Operation } from './operations.ts';
import { reference } from './reference.ts';
import type { TestSupergraph } from './supergraphs.ts';

/** What came of one operation. */
export interface Outcome {
  differences: Difference[];
  answer: Answer;
  right: Answer;
  features: ReadonlySet<string>;
  /** Why documents for subgraphs, or the gateway itself, failed. */
  notes: string[];
}

/** How long the gateway may take for one answer, in milliseconds. */
const PATIENCE = 10_000;

/** The gateway and the reference over one supergraph, to be asked the same. */
export async function comparing({ schemas, supergraph, context }: TestSupergraph) {
  const right = reference(supergraph, {
    subgraphs: Array.from(schemas, ([name, schema]) => ({ name, schema })),
    contexts: () => context,
  });
  const valid = new WeakMap<DocumentNode, readonly GraphQLError[]>();
  let features = new Set<string>();
  let notes: string[] = [];
  let invalid = false;

  const gateway = await federationGateway(supergraph, async (name, { document, variables, operationName }) => {
    const schema = schemas.get(name)!;
    let errors = valid.get(document);
    if (!errors) valid.set(document, (errors = validate(schema, document)));
    if (errors.length) {
      invalid = true;
      notes.push(`${name} was asked ${print(document)}: ${errors.map(({ message }) => message).join(' ')}`);
    }
    for (const feature of featuresOf(schema, document, variables)) features.add(feature);
    // As over HTTP, nothing is shared with the subgraph.
    const given = variables && (JSON.parse(JSON.stringify(variables)) as Record<string, unknown>);
    return asJson(
      await execute({ schema, document, variableValues: given, operationName, contextValue: context }),
    ) as ExecutionResult;
  });
  const { executor } = await gateway.load({} as never);

  const ask = async ({ document, variables, operationName }: Operation): Promise<Answer> => {
    const operation = getOperationAST(document, operationName)!;
    const asked = { document, operation, operationName: operationName ?? null, request: { variables }, context: {} };
    return asJson((await executor!(asked as never)) as ExecutionResult);
  };

  return {
    schema: right.schema,
    async compare(operation: Operation): Promise<Outcome> {
      features = featuresOfOperation(operation.text);
      notes = [];
      invalid = false;
      context.log.length = 0;
      const expected = asJson(await right.execute(operation));
      const failed = expected.errors?.find(({ message }) => message.startsWith('No subgraph can be asked'));
      if (failed) throw new Error(`${failed.message} (reference, at ${failed.path?.join('.')})`);
      context.log.length = 0;
      let answer: Answer = {};
      const found: Difference[] = [];
      try {
        const late = Promise.withResolvers<'late'>();
        const timer = setTimeout(() => late.resolve('late'), PATIENCE);
        const first = await Promise.race([ask(operation), late.promise]).finally(() => clearTimeout(timer));
        if (first === 'late') found.push('hangs');
        else {
          answer = first;
          found.push(...differences(answer, expected));
        }
      } catch (error) {
        found.push('thrown');
        notes.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
      }
      if (invalid) found.push('request not valid');
      return { differences: found, answer, right: expected, features, notes };
    },
  };
}
