import { readFileSync } from 'node:fs';

interface Row {
  size: string;
  operation: string;
  stack: string;
  'requests/s': number;
  'p50 ms': number;
  'p99 ms': number;
  'CPU ms': number;
  'CPU ms in front': number;
  'new document, CPU ms': number | null;
  statements: number;
  KB: number;
  'peak MB': number;
  'ours is': number;
}

export interface Results {
  machine: string;
  node: string;
  rounds: number;
  seconds: number;
  atOnce: number;
  results: Row[];
}

const number = (value: number) => (value >= 10 ? Math.round(value).toLocaleString('en-GB') : value.toFixed(1));
const times = (value: number | undefined) => (value === undefined ? '–' : `${value.toFixed(value < 10 ? 2 : 1)}×`);

/** What a document that is new costs, and by how much it costs more with the usual stack. */
function newDocument(
  { 'new document, CPU ms': own }: Pick<Row, 'new document, CPU ms'>,
  usual: Row | undefined,
): string {
  if (!own) return '–';
  const other = usual?.['new document, CPU ms'];
  return other ? `${number(own)}, ${times(other / own)}` : number(own);
}

/** The results as README shows them. */
export function markdown({ results }: Results): string {
  const of = (size: string, operation: string, stack: string) =>
    results.find((row) => row.size === size && row.operation === operation && row.stack === stack);
  const lines = [
    '| | ours: requests/s | p50, p99 ms | CPU ms | new document: CPU ms, *usual* | SQL | KB | *usual* | *postgraphile* | *limit* | over HTTP, *usual* | CPU in front, *hive* | warm, *postgraphile* |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
  ];
  for (const { size, operation, ...ours } of results.filter(({ stack }) => stack === 'ours')) {
    const ratio = (stack: string) => of(size, operation, stack)?.['ours is'];
    const [http, hive, warm, postgraphile, usualHttp] = [
      'ours, HTTP',
      'hive',
      'ours, warm',
      'postgraphile',
      'usual, HTTP',
    ].map((stack) => of(size, operation, stack));
    lines.push(
      `| ${[
        `**${operation}**, ${size}`,
        number(ours['requests/s']),
        `${number(ours['p50 ms'])}, ${number(ours['p99 ms'])}`,
        number(ours['CPU ms']),
        newDocument(ours, of(size, operation, 'usual')),
        number(ours.statements),
        number(ours.KB),
        times(ratio('usual')),
        times(ratio('postgraphile')),
        times(ratio('limit')),
        times(http && usualHttp && http['requests/s'] / usualHttp['requests/s']),
        times(http && hive && http['CPU ms in front'] / hive['CPU ms in front']),
        times(warm && postgraphile && warm['requests/s'] / postgraphile['requests/s']),
      ].join(' | ')} |`,
    );
  }
  return lines.join('\n');
}

if (import.meta.main) console.log(markdown(JSON.parse(readFileSync(process.argv[2]!, 'utf8')) as Results));
