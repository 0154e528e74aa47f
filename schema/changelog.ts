import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CriticalityLevel, diff, type Change } from '@graphql-inspector/core';
import {
  buildSchema,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isEnumType,
  printSchema,
  type GraphQLSchema,
} from 'graphql';
import { compose, publicSchema } from './compose.ts';

const file = (name: string) => fileURLToPath(new URL(name, import.meta.url));
/** What clients could see in the version before this one. */
const RELEASED = file('released.graphql');
const CHANGELOG = file('CHANGELOG.md');
const TITLE =
  '# Changes of the schema\n\nWritten by `npm run changelog` from the difference between versions, as clients see them.\n';

/** A schema without what it says in words: only what clients can ask is compared. */
const wordless = (schema: GraphQLSchema) => printSchema(schema).replace(/^\s*"""[\s\S]*?"""\n/gm, '');

/** What changed from one schema to another, for those who use it. */
export async function entry(
  version: string,
  date: string,
  before: GraphQLSchema,
  after: GraphQLSchema,
): Promise<string> {
  const all = (await diff(before, after)).filter(({ type }) => !/DESCRIPTION|DIRECTIVE/.test(type));
  const isAdded = ({ type }: Change) => type.endsWith('ADDED');
  // What is inside of something new is not told beside it.
  const added = new Set(all.filter(({ type }) => /^(TYPE|FIELD)_ADDED$/.test(type)).map(({ path }) => path));
  const isNews = ({ type, path = '' }: Change) =>
    type === 'TYPE_ADDED' ||
    !path
      .split('.')
      .some(
        (_, end, parts) =>
          added.has(parts.slice(0, end + 1).join('.')) && !(type === 'FIELD_ADDED' && end === parts.length - 1),
      );
  const changes = all.filter(isNews);
  const groups: [string, Change[]][] = [
    ['Breaks clients', changes.filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)],
    ['Deprecated', changes.filter(({ type }) => /DEPRECATION_(ADDED|REASON_(ADDED|CHANGED))$/.test(type))],
    [
      'Added',
      changes.filter(
        (change) =>
          isAdded(change) && change.criticality.level !== CriticalityLevel.Breaking && !/DEPRECATION/.test(change.type),
      ),
    ],
    [
      'Changed',
      changes.filter(
        (change) =>
          !isAdded(change) &&
          change.criticality.level !== CriticalityLevel.Breaking &&
          !/DEPRECATION/.test(change.type),
      ),
    ],
  ];
  const sections = groups
    .filter(([, of]) => of.length)
    .map(([title, of]) => `### ${title}\n\n${of.map(sentence).sort().join('\n')}\n`);
  return `## ${version}, ${date}\n\n${sections.join('\n') || 'Nothing that clients would notice.\n'}`;
}

/** What a change is, with the reason for a deprecation. */
function sentence({ message, meta }: Change): string {
  const { deprecationReason: reason } = meta as { deprecationReason?: string };
  return `- ${message}${reason && !message.includes(reason) ? `: ${reason}` : ''}`;
}

/** Deprecations that do not say by when they are gone: their reason must hold a date, `2027-08-31`. */
export function undated(schema: GraphQLSchema): string[] {
  const found: string[] = [];
  const look = (name: string, reason: string | null | undefined) => {
    if (reason != null && !/\b20\d\d-\d\d-\d\d\b/.test(reason)) found.push(name);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (isEnumType(type))
      for (const value of type.getValues()) look(`${type.name}.${value.name}`, value.deprecationReason);
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      look(`${type.name}.${field.name}`, field.deprecationReason);
      if ('args' in field)
        for (const arg of field.args) look(`${type.name}.${field.name}(${arg.name}:)`, arg.deprecationReason);
    }
  }
  return found;
}

if (import.meta.main) {
  const { version } = JSON.parse(readFileSync(file('../package.json'), 'utf8')) as { version: string };
  const current = publicSchema(compose());
  const text = readFileSync(CHANGELOG, 'utf8');
  const entries = text
    .slice(TITLE.length)
    .trim()
    .split(/\n(?=## )/)
    .map((each) => `${each.trim()}\n`);
  const of = new RegExp(`^## ${version.replaceAll('.', '\\.')}, (\\S+)`).exec(entries[0] ?? '');
  if (process.argv.includes('--check')) {
    const written = await entry(version, of?.[1] ?? '', buildSchema(readFileSync(RELEASED, 'utf8')), current);
    const wrong = undated(current);
    if (wrong.length) console.error(`Deprecated without saying by when they are gone: ${wrong.join(', ')}.`);
    if (entries[0]?.trim() !== written.trim())
      console.error('schema/CHANGELOG.md does not tell what changed since the last version: run `npm run changelog`.');
    if (wrong.length || entries[0]?.trim() !== written.trim()) process.exitCode = 1;
  } else if (process.argv.includes('--release')) {
    writeFileSync(RELEASED, `${wordless(current)}\n`);
    console.log('schema/released.graphql is the schema of now: give package.json the next version.');
  } else {
    const written = await entry(
      version,
      of?.[1] ?? new Date().toISOString().slice(0, 10),
      buildSchema(readFileSync(RELEASED, 'utf8')),
      current,
    );
    writeFileSync(
      CHANGELOG,
      [TITLE, written, ...(of ? entries.slice(1) : entries)].filter((each) => each.trim()).join('\n'),
    );
    console.log(`schema/CHANGELOG.md tells what changed in ${version}.`);
  }
}
