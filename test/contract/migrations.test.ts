import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { describe, expect, it } from 'vitest';
import { ApiKey, API_KEY_MIGRATIONS } from '../../gateway/identity/apiKeys.ts';
import { subgraphs } from '../../subgraphs/index.ts';
import { Database, type DatabaseOptions } from '../../subgraphs/kit/read/database.ts';
import { cachedQuery, one } from '../../subgraphs/kit/read/loaders.ts';
import { SUBGRAPHS } from '../../subgraphs/kit/serve/sdl.ts';
import { freshDatabase } from '../support/graph.ts';
import { scaled } from '../support/time.ts';

type Migrations = DatabaseOptions['migrations'];

/** What each migration says, as a hash. */
const RELEASED = new URL('released-migrations.json', import.meta.url);

const all: [schema: string, migrations: Migrations][] = [
  ...SUBGRAPHS.map((name): [string, Migrations] => [name, subgraphs[name].migrations]),
  ['gateway', API_KEY_MIGRATIONS],
];

async function hashOf(made: Migrations[number]): Promise<[name: string, hash: string]> {
  const step = new made();
  const said: string[] = [];
  step.addSql = (statement) => void said.push(String(statement));
  await step.up();
  const { name } = step as unknown as { name: string };
  return [name, createHash('sha256').update(said.join('\n')).digest('base64url')];
}

/** Tables, columns, keys, checks, indexes, triggers and functions of a schema, as PostgreSQL tells them. */
async function shapeOf(url: string, schema: string): Promise<string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ line: string }>(
    `select line from (
       select format('column %s.%s %s %s %s', table_name, column_name, udt_name, is_nullable, column_default) as line
       from information_schema.columns where table_schema = $1
       union all select format('constraint %s %s', conrelid::regclass, pg_get_constraintdef(oid))
       from pg_constraint where connamespace = to_regnamespace($1)
       union all select indexdef from pg_indexes where schemaname = $1
       union all select pg_get_triggerdef(t.oid) from pg_trigger t join pg_class c on c.oid = t.tgrelid
       where c.relnamespace = to_regnamespace($1) and not t.tgisinternal
       union all select pg_get_functiondef(oid) from pg_proc where pronamespace = to_regnamespace($1)
     ) all_lines order by line`,
    [schema],
  );
  await client.end();
  return rows.map(({ line }) => line);
}

describe('migrations', () => {
  it('say what they said when they were released, and one that is new is written down', async () => {
    const now = await Promise.all(
      all.map(
        async ([schema, migrations]) =>
          [schema, Object.fromEntries(await Promise.all(migrations.map(hashOf)))] as const,
      ),
    );
    // A new one belongs into this file once it is right; one that is there is never changed, nor what it is made with.
    expect(Object.fromEntries(now)).toEqual(JSON.parse(readFileSync(RELEASED, 'utf8')));
  });

  it.each(all)(
    'of %s bring a database of each earlier version to what a new one is',
    async (schema, migrations) => {
      const entities = schema === 'gateway' ? [ApiKey] : subgraphs[schema as 'schools'].entities;
      const { url, drop } = await freshDatabase('empty');
      const upTo = async (count: number) => {
        const database = await Database.open({ schema, url, entities, migrations: migrations.slice(0, count) });
        await database.migrate();
        await database.close();
      };
      const clear = async () => {
        const client = new Client({ connectionString: url });
        await client.connect();
        await client.query(`drop schema "${schema}" cascade`);
        await client.end();
      };
      await upTo(migrations.length);
      const whole = await shapeOf(url, schema);
      expect(whole.length).toBeGreaterThan(10);
      for (let version = 1; version < migrations.length; version++) {
        await clear();
        await upTo(version);
        await upTo(migrations.length);
        expect(await shapeOf(url, schema), `from version ${version}`).toEqual(whole);
      }
      await drop();
    },
    scaled(120_000),
  );

  it('have announced what loaders read from: a loader that says anything else is refused', async () => {
    const { url, drop } = await freshDatabase('empty');
    const { entities, migrations } = subgraphs.schools;
    const database = await Database.open({ schema: 'schools', url, entities, migrations, cache: true });
    await database.migrate();
    const loaderFrom = (...from: `${string}.${string}`[]) =>
      one(database, { name: 'hub', seenBy: 'everyone', from }, String, async () => []);
    expect(() => loaderFrom('hub.id', 'school.*')).not.toThrow();
    expect(() => loaderFrom('hub.ident')).toThrow('reads from "hub.ident", which no migration has announced');
    expect(() => loaderFrom('hubs.*')).toThrow('no migration has announced');
    const reading = { name: 'hubs', seenBy: 'everyone', from: ['hub.name'] } as const;
    await expect(cachedQuery(database, reading, {}, async () => 1)).rejects.toThrow('no migration has announced');
    await database.close();
    await drop();
  });

  it.each(SUBGRAPHS)('have the feed of %s follow what the code says that it follows', async (name) => {
    const { url, drop } = await freshDatabase('empty');
    const { entities, migrations } = subgraphs[name];
    const database = await Database.open({ schema: name, url, entities, migrations });
    await database.migrate();
    await database.close();
    const { FOLLOWED } = (await import(
      `../../subgraphs/${name}/followed.ts`
    )) as typeof import('../../subgraphs/schools/followed.ts');
    const triggers = (await shapeOf(url, name))
      .filter((line) => line.startsWith('CREATE TRIGGER'))
      .map((line) => line.replaceAll(/\s+/g, ' '));
    const has = (...parts: string[]) =>
      expect(
        triggers.filter((trigger) => parts.every((part) => trigger.includes(part))),
        parts.join(' '),
      ).toHaveLength(1);
    for (const { type, table, id, parts = {} } of FOLLOWED) {
      const argument = `'${id.replaceAll("'", "''").replaceAll(/\s+/g, ' ')}'`;
      has('follow_update', ` ON ${name}.${table} `, 'mark_changed');
      has('follow_insert', ` ON ${name}.${table} `, `unbury('${type}', ${argument}`);
      has('follow_delete', ` ON ${name}.${table} `, `bury('${type}', ${argument}`);
      for (const [part, column] of Object.entries(parts)) {
        for (const event of ['insert', 'update', 'delete'])
          has(`follow_${event} `, ` ON ${name}.${part} `, `'${table}'`, `'${column}'`);
      }
    }
    await drop();
  });
});
