import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const fileOf = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const read = (path: string): string => readFileSync(fileOf(path), 'utf8');

/** The documents that show clients how to ask. */
export const DOCUMENTS = ['README.md', 'schema/guide.md', 'subgraphs/README.md'] as const;
export type PrintedIn = (typeof DOCUMENTS)[number];

/** The GraphQL operations that a document shows, or all of them. */
export const queriesOf = (...documents: readonly PrintedIn[]): string[] =>
  (documents.length ? documents : DOCUMENTS).flatMap((document) =>
    [...read(document).matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, query]) => query!),
  );

/** The answer that a document prints right after a query of its own; null if it prints none. */
export function answerAfter(document: PrintedIn, query: string): unknown {
  const text = read(document);
  const behind = text.slice(text.indexOf(query) + query.length);
  // Between the two there may be a sentence, but no other block.
  const answer = /^```\n(?:(?!```)[\s\S])*?```json\n([\s\S]*?)```/.exec(behind)?.[1];
  return answer ? JSON.parse(answer) : null;
}

/** The first spreadsheet that the guide has somebody send: its text, where it goes, whose token it needs, and the answer. */
export function firstSpreadsheet(): { csv: string; path: string; trust: string; answer: Record<string, unknown> } {
  const text = read('schema/guide.md');
  const section = text.slice(text.indexOf('cat > results.csv'));
  const [, csv] = /<<'END'\n([\s\S]*?)END\n/.exec(section)!;
  const [, path] = /curl -s "http:\/\/localhost:4000(\S+)"/.exec(section)!;
  const [, trust] = /--trust (\d+)/.exec(section)!;
  const [, answer] = /```json\n([\s\S]*?)```/.exec(section)!;
  return { csv: csv!, path: path!, trust: trust!, answer: JSON.parse(answer!) as Record<string, unknown> };
}

/** The requests that a document has somebody send with curl and a body of JSON: where to, as which trust, and the body. */
export const postsOf = (document: PrintedIn): { path: string; trust: string; body: string }[] =>
  [
    ...read(document).matchAll(
      /curl \S+ (?:--compressed )?http:\/\/localhost:4000(\S+)[\s\S]*?--trust (\d+)[\s\S]*?-d '([^']+)'/g,
    ),
  ].map(([, path, trust, body]) => ({ path: path!, trust: trust!, body: body! }));

/** The paths of this repository that a document links to, from the root. */
export const linksOf = (document: string): string[] =>
  [...read(document).matchAll(/\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g)].map(([, path]) =>
    fileURLToPath(new URL(path!, `file://${fileOf(document)}`)),
  );

/** What README draws as a timeline. */
export const timeline = (): string => /```mermaid\ntimeline\n([\s\S]*?)```/.exec(read('README.md'))![1]!;

/** The operations in files that clients may start from, with whose token they are for (`# As staff.`, or `# As trust 90001.`). */
export const exampleOperations = (): { name: string; as: string; query: string }[] =>
  readdirSync(fileOf('gateway/examples/operations')).map((name) => {
    const query = read(`gateway/examples/operations/${name}`);
    return { name, as: /^# As (.+)\.$/m.exec(query)![1]!, query };
  });

/** Where the sync clients are. */
export const syncClient = (language: 'ts' | 'python'): string =>
  fileOf(`gateway/examples/${language === 'ts' ? 'sync.ts' : 'sync.py'}`);
