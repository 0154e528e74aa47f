import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import {
  compositionHasErrors,
  composeServices,
  transformSupergraphToPublicSchema,
} from '@theguild/federation-composition';
import { buildASTSchema, parse, type GraphQLSchema } from 'graphql';
import { SUBGRAPHS, sdlOf } from '../subgraphs/kit/serve/sdl.ts';

const FILE = fileURLToPath(new URL('supergraph.graphql', import.meta.url));

/** Composes the four subgraphs. @throws with every reason why they do not fit together */
export function compose(): string {
  const result = composeServices(
    SUBGRAPHS.map((name, index) => ({
      name,
      url: `http://localhost:${4101 + index}/graphql`,
      typeDefs: parse(sdlOf(name)),
    })),
  );
  if (compositionHasErrors(result))
    throw new Error(`The subgraphs do not compose:\n${result.errors.map(({ message }) => `  ${message}`).join('\n')}`);
  return `# Composed from the subgraphs beside it by \`npm run compose\`.\n${result.supergraphSdl}\n`;
}

/** What clients see of a supergraph. */
export const publicSchema = (supergraph: string): GraphQLSchema =>
  buildASTSchema(transformSupergraphToPublicSchema(parse(supergraph)), { assumeValidSDL: true });

/** The changes from one supergraph to another that break clients or may surprise them. */
export async function clientChanges(
  before: string,
  after: string,
): Promise<{ breaking: string[]; dangerous: string[] }> {
  const changes = await diff(publicSchema(before), publicSchema(after));
  const of = (level: CriticalityLevel) =>
    changes.filter(({ criticality }) => criticality.level === level).map(({ message }) => message);
  return { breaking: of(CriticalityLevel.Breaking), dangerous: of(CriticalityLevel.Dangerous) };
}

/** The supergraph as it was committed last; null where there is none, or no history. */
function committed(): string | null {
  try {
    return execFileSync('git', ['show', 'HEAD:schema/supergraph.graphql'], {
      cwd: fileURLToPath(new URL('..', import.meta.url)),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 1 << 26,
    });
  } catch {
    return null;
  }
}

if (import.meta.main) {
  const supergraph = compose();
  if (!process.argv.includes('--check')) {
    writeFileSync(FILE, supergraph);
    console.log(`schema/supergraph.graphql written: ${supergraph.length.toLocaleString('en-GB')} characters`);
  } else {
    const before = committed();
    const { breaking, dangerous } = before ? await clientChanges(before, supergraph) : { breaking: [], dangerous: [] };
    for (const change of dangerous) console.warn(`dangerous: ${change}`);
    for (const change of breaking) console.error(`breaking: ${change}`);
    const stale = readFileSync(FILE, 'utf8') !== supergraph;
    if (stale) console.error('schema/supergraph.graphql does not fit the subgraphs: run `npm run compose`.');
    if (breaking.length)
      console.error(
        'Clients of the committed schema would break: keep what they use and mark it @deprecated, or pass --allow-breaking.',
      );
    if (stale || (breaking.length && !process.argv.includes('--allow-breaking'))) process.exitCode = 1;
    else console.log('schema/supergraph.graphql is up to date');
  }
}
