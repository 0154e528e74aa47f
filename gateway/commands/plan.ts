import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { GraphQLError, parse, validate } from 'graphql';
import { withScalars } from '../../subgraphs/kit/serve/scalars.ts';
import type { PlanDescription } from '../engine/plan.ts';
import { SUPERGRAPH } from '../federation/partnerGraph.ts';
import { federationGateway } from '../federation/supergraph.ts';

// Prints how an operation would be answered, which subgraphs are asked for what, and in which order:
// `npm run plan -- QUERY`; a file's name does as well. Nothing is asked.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    supergraph: { type: 'string' },
    variables: { type: 'string' },
    operation: { type: 'string' },
    defer: { type: 'boolean' },
    json: { type: 'boolean' },
  },
});

function printed({ levels, fetches }: PlanDescription): string {
  const count = (number: number, thing: string, things: string) => `${number} ${number === 1 ? thing : things}`;
  const lines = [`${count(fetches.length, 'request', 'requests')}, ${levels} one after the other`];
  for (const { id, subgraph, level, after, at, deferral, context, operation } of fetches) {
    const details = [
      `level ${level}`,
      ...(after.length > 0 ? [`after ${after.join(', ')}`] : []),
      ...(at ? [`for ${at.join(' and ')}`] : []),
      ...(context ? [`with ${context.join(', ')}`] : []),
      ...(deferral ? [`for deferred fragment ${deferral}`] : []),
    ];
    lines.push('', `${id}. ${subgraph} (${details.join('; ')})`, ...operation.split('\n').map((line) => `   ${line}`));
  }
  return lines.join('\n');
}

const [given] = positionals;
try {
  if (given === undefined)
    throw new Error(
      "Give an operation, or the name of a file that holds one: npm run plan -- '{ network { schools } }'",
    );
  const query = /[{]/.test(given) ? given : readFileSync(given, 'utf8');
  const supergraph = values.supergraph ? readFileSync(values.supergraph, 'utf8') : SUPERGRAPH;
  const refine = values.supergraph ? undefined : withScalars;
  const nobody = () => Promise.reject(new Error('Nothing is asked.'));
  const { engine, apiSchema } = await federationGateway(supergraph, nobody, { refine });
  const document = parse(query);
  const errors = validate(apiSchema, document);
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  const variables = values.variables ? (JSON.parse(values.variables) as Record<string, unknown>) : {};
  const plan = engine.describe({ document, variables, operationName: values.operation, incremental: values.defer });
  console.log(values.json ? JSON.stringify(plan, null, 2) : printed(plan));
} catch (error) {
  console.error(error instanceof GraphQLError ? String(error) : (error as Error).message);
  process.exitCode = 1;
}
