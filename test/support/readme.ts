import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const text = readFileSync(fileURLToPath(new URL('../../README.md', import.meta.url)), 'utf8');

/** The GraphQL operations that README shows. */
export const queriesOf = (): string[] => [...text.matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, query]) => query!);

/** The answer that README prints after its first query that holds a text. */
export function answerAfter(part: string): unknown {
  const query = queriesOf().find((each) => each.includes(part))!;
  return JSON.parse(/```json\n([\s\S]*?)```/.exec(text.slice(text.indexOf(query)))![1]!);
}

/** The program that README shows in a language. */
export const codeOf = (language: 'ts' | 'python'): string =>
  new RegExp('```' + language + '\\n([\\s\\S]*?)```').exec(text)![1]!;

/** The first spreadsheet that README has somebody send: its text, where it goes, whose token it needs, and the answer. */
export function firstSpreadsheet(): { csv: string; path: string; trust: string; answer: Record<string, unknown> } {
  const section = text.slice(text.indexOf('cat > results.csv'));
  const [, csv] = /<<'END'\n([\s\S]*?)END\n/.exec(section)!;
  const [, path] = /curl -s "http:\/\/localhost:4000(\S+)"/.exec(section)!;
  const [, trust] = /--trust (\d+)/.exec(section)!;
  const [, answer] = /```json\n([\s\S]*?)```/.exec(section)!;
  return { csv: csv!, path: path!, trust: trust!, answer: JSON.parse(answer!) as Record<string, unknown> };
}
