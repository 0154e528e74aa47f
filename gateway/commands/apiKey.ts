import { parseArgs } from 'node:util';
import { SCOPES } from '../../subgraphs/kit/caller.ts';
import { settings } from '../../subgraphs/kit/process/settings.ts';
import { withDatabase } from '../database.ts';
import { ApiKeys } from '../identity/apiKeys.ts';
import { scopesOf } from './token.ts';

const USAGE = `Usage:
  npm run api-key -- create --client NAME [--trust UID] --scope SCOPE… [--days 365]
  npm run api-key -- list
  npm run api-key -- revoke ID

Scopes: ${SCOPES.join(', ')}`;

/** Makes, lists and ends API keys: `npm run api-key`. */
async function main(argv: string[]): Promise<number> {
  const {
    values,
    positionals: [command, id],
  } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      client: { type: 'string' },
      trust: { type: 'string' },
      scope: { type: 'string', multiple: true },
      days: { type: 'string', default: '365' },
    },
  });
  const days = Number(values.days);
  if (
    !['create', 'list', 'revoke'].includes(command ?? '') ||
    (command === 'create' && !values.client) ||
    (command === 'revoke' && !id) ||
    !(days > 0 && days <= 3650)
  ) {
    console.error(USAGE);
    return 2;
  }
  const scopes = scopesOf(values.scope);
  if (command === 'create' && !scopes.length)
    throw new Error('A key without scopes allows nothing: name at least one --scope.');
  return withDatabase(settings(), async (url) => {
    const keys = await ApiKeys.open(url);
    try {
      if (command === 'create') {
        const {
          id: made,
          key,
          expiresAt,
        } = await keys.create({ client: values.client!, trust: values.trust, scopes, days });
        console.log(
          `Key ${made} for ${values.client}${values.trust ? `, trust ${values.trust}` : ''}, valid until ${expiresAt.toISOString().slice(0, 10)}. It is shown this once:\n${key}`,
        );
      } else if (command === 'list') {
        for (const key of await keys.list()) {
          const state = key.revokedAt
            ? `revoked ${key.revokedAt.toISOString().slice(0, 10)}`
            : key.expiresAt.getTime() < Date.now()
              ? 'expired'
              : `valid until ${key.expiresAt.toISOString().slice(0, 10)}`;
          console.log(
            `${key.id}  ${key.client}${key.trust ? `, trust ${key.trust}` : ''}  ${state}  last used ${key.lastUsedAt?.toISOString().slice(0, 16) ?? 'never'}  ${key.scopes.join(' ')}`,
          );
        }
      } else if (!(await keys.revoke(id!))) {
        console.error(`There is no valid key ${id}: \`npm run api-key -- list\` names them.`);
        return 1;
      } else console.log(`Key ${id} is revoked.`);
      return 0;
    } finally {
      await keys.close();
    }
  });
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(`${(error as Error).message}\n\n${USAGE}`);
  process.exitCode = 2;
}
