import { stringify } from 'csv-stringify/sync';
import { date } from './columns.ts';
import type { ImportKind } from './kind.ts';

/** An example file of a kind, and below it, in lines that an import passes over, the words that may stand in it. */
export function templateOf({ template, columns, records, legend = [] }: ImportKind): string | undefined {
  if (!template) return undefined;
  const header = template.split('\n', 1)[0]!.split(',');
  const names = columns.map(({ from, read }) => ({ name: typeof from === 'string' ? from : from[0]!, read }));
  const comments = [
    'Lines like this one are passed over.',
    ...Object.entries(records ?? {}).map(([record, needs]) => `${record} rows have ${needs.columns.join(', ')}`),
    ...names.flatMap(({ name, read }) =>
      read.words && header.includes(name) ? [`${name}: ${read.words.join(', ')}`] : [],
    ),
    `Dates (${names.flatMap(({ name, read }) => (read === date && header.includes(name) ? [name] : [])).join(', ')}): 14/03/2019 or 2019-03-14`,
    ...legend,
  ];
  return template + stringify(comments.map((comment) => [`# ${comment}`]));
}
