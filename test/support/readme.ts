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
export const codeOf = (language: 'ts' | 'python'): string => new RegExp('```' + language + '\\n([\\s\\S]*?)```').exec(text)![1]!;
