import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
  parse,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entry, undated } from '../../schema/changelog.ts';
import { clientChanges, compose, publicSchema } from '../../schema/compose.ts';
import { generatedFile, generatedTypes } from '../../schema/codegen.ts';
import { SUPERGRAPH } from '../../gateway/federation/partnerGraph.ts';
import { Caller, SCOPES } from '../../subgraphs/kit/caller.ts';
import { Database } from '../../subgraphs/kit/read/database.ts';
import { SUBGRAPHS } from '../../subgraphs/kit/serve/sdl.ts';
import { subgraphs } from '../../subgraphs/index.ts';
import { freshDatabase, Graph } from '../support/graph.ts';

/** Somebody who may read what each subgraph has. */
const READER = new Caller({ client: 'a reader', scopes: SCOPES });

const root = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

describe('the schema', () => {
  it('is composed from what the subgraphs say, and so are the resolver types', async () => {
    expect(SUPERGRAPH).toBe(compose());
    for (const name of SUBGRAPHS)
      for (const [file, wanted] of Object.entries(await generatedTypes(name)))
        expect(readFileSync(generatedFile(name, file), 'utf8') === wanted, `${name}/${file}`).toBe(true);
  });

  it('tells a change that breaks clients from one that does not', async () => {
    const without = SUPERGRAPH.replace(
      /\n {2}"""\n {2}UK Provider Reference Number; null if not recorded\.\n {2}"""\n {2}ukprn: UKPRN/,
      '',
    );
    expect(without).not.toBe(SUPERGRAPH);
    expect(await clientChanges(SUPERGRAPH, without)).toMatchObject({
      breaking: ["Field 'ukprn' was removed from object type 'Trust'"],
    });
    expect((await clientChanges(without, SUPERGRAPH)).breaking).toEqual([]);
  });

  it('tells what changed for clients, and by when what is deprecated is gone', async () => {
    const before = buildSchema('type Query { kept: Int removed: Int old: Int } enum Colour { RED }');
    const after = buildSchema(
      'type Query { kept: Int old(by: ID): Int @deprecated(reason: "Use kept; gone from 2027-08-31.") new(size: Int): Thing } type Thing { size: Int } enum Colour { RED BLUE @deprecated(reason: "Ugly.") }',
    );
    expect(await entry('2.1.0', '2026-12-01', before, after)).toBe(`## 2.1.0, 2026-12-01

### Breaks clients

- Field 'removed' was removed from object type 'Query'

### Deprecated

- Enum value 'Colour.BLUE' was deprecated with reason 'Ugly.'
- Field 'Query.old' is deprecated: Use kept; gone from 2027-08-31.

### Added

- Argument 'by: ID' added to field 'Query.old'
- Enum value 'BLUE' was added to enum 'Colour'
- Field 'new' was added to object type 'Query'
- Type 'Thing' was added
`);
    expect(undated(after)).toEqual(['Colour.BLUE']);
  });

  it('describes every type, field, argument and enum value in a sentence', () => {
    const bare: string[] = [];
    const described = (name: string, description: string | null | undefined) => {
      if (!description || !/^[A-Z`'"][\s\S]*[.`]$/.test(description.trim())) bare.push(name);
    };
    for (const type of Object.values(publicSchema(SUPERGRAPH).getTypeMap())) {
      if (type.name.startsWith('__') || isSpecifiedScalarType(type) || ['Query', 'Mutation'].includes(type.name))
        continue;
      described(type.name, type.description);
    }
    for (const type of Object.values(publicSchema(SUPERGRAPH).getTypeMap())) {
      if (type.name.startsWith('__')) continue;
      if (isObjectType(type) || isInterfaceType(type)) {
        for (const field of Object.values(type.getFields())) {
          described(`${type.name}.${field.name}`, field.description);
          for (const arg of field.args) described(`${type.name}.${field.name}(${arg.name}:)`, arg.description);
        }
      } else if (isInputObjectType(type))
        for (const field of Object.values(type.getFields())) described(`${type.name}.${field.name}`, field.description);
      else if (isEnumType(type))
        for (const value of type.getValues()) described(`${type.name}.${value.name}`, value.description);
    }
    expect(bare).toEqual([]);
  });

  it('shows clients nothing of what travels between subgraphs', () => {
    const text = Object.values(publicSchema(SUPERGRAPH).getTypeMap()).flatMap((type) =>
      isObjectType(type) ? Object.keys(type.getFields()) : [type.name],
    );
    for (const hidden of [
      'historyUrns',
      'memberUrns',
      'reviewEvents',
      'programmeEvents',
      'reviewPartners',
      'programmePartners',
      'EventReferences',
      '_entities',
    ])
      expect(text).not.toContain(hidden);
  });
});

describe('a subgraph', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await Graph.start('demo');
  });
  afterAll(() => graph.stop());

  it.each(SUBGRAPHS)('%s says its SDL, and gives null for what it does not know, in the order asked', async (name) => {
    const { execute } = graph.subgraph(name);
    const { data } = await execute({ document: parse('{ _service { sdl } }') });
    expect((data!['_service'] as { sdl: string }).sdl).toContain('@key');
    const known = {
      schools: ['School', 'urn', '900016'],
      reviews: ['Framework', 'code', 'TPR'],
      programmes: ['Programme', 'code', 'GTT'],
      outcomes: ['Measure', 'code', 'P8MEA'],
    }[name] as [string, string, string];
    const [type, key, value] = known;
    const of = [value, 'nobody', value].map((id) => ({
      __typename: type,
      [key]: type === 'School' && id === 'nobody' ? '999999' : id,
    }));
    const entities = await execute({
      document: parse(`query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${type} { ${key} name } } }`),
      variables: { of },
      context: { caller: READER },
    });
    expect(entities.errors).toBeUndefined();
    const [one, none, again] = entities.data!['_entities'] as Record<string, string>[];
    expect(one![key]).toBe(value);
    expect(one!['name']).toBeTruthy();
    expect(none).toBeNull();
    expect(again).toEqual(one);
  });

  it.each(SUBGRAPHS)('%s has the tables that its entities describe', async (name) => {
    const sql = await graph.subgraph(name).database.orm.schema.getUpdateSchemaSQL({ wrap: false });
    // Other subgraphs' schemas are none of its business, though the comparison sees them; and the announcing and following of changes is no entity's, nor are receipts and the audit.
    const own = sql
      .split('\n')
      .filter(
        (line) =>
          (line.includes(`"${name}".`) || line.includes(`schema "${name}"`)) &&
          !/"(announce|follow)_\w+"|_(announce|follow)_\w+_fn|"tombstone"|"receipt"|"audit"|"changed"|_changed"/.test(
            line,
          ),
      );
    expect(own).toEqual([]);
  });

  it.each(SUBGRAPHS)('%s reads only its own tables', async (name) => {
    const others = SUBGRAPHS.filter((other) => other !== name);
    for (const file of readdirSync(root(`subgraphs/${name}`), { recursive: true, encoding: 'utf8' }).filter(
      (each) => each.endsWith('.ts') && !each.includes('generated'),
    )) {
      const source = readFileSync(root(`subgraphs/${name}/${file}`), 'utf8');
      for (const other of others)
        expect(source, file).not.toMatch(
          new RegExp(`from '\\.\\./(\\.\\./)?${other}/|\\b${other}\\.(school|review|programme|result)\\b`),
        );
    }
    const { database } = graph.subgraph(name);
    await expect(
      database.orm.em.execute(`select 1 from ${name === 'schools' ? 'review' : 'school'} limit 1`),
    ).rejects.toThrow(/does not exist/);
  });

  it('brings an empty database up to date, also when two processes do so at once', async () => {
    const { url, drop } = await freshDatabase('empty');
    const open = () =>
      Database.open({
        schema: 'reviews',
        url,
        entities: subgraphs.reviews.entities,
        migrations: subgraphs.reviews.migrations,
      });
    const both = await Promise.all([open(), open()]);
    await Promise.all(both.map((database) => database.migrate()));
    expect(await Promise.all(both.map((database) => database.ready()))).toEqual([true, true]);
    await Promise.all(both.map((database) => database.close()));
    await drop();
  });
});

describe('what stands beside the code', () => {
  const { scripts } = JSON.parse(readFileSync(root('package.json'), 'utf8')) as { scripts: Record<string, string> };

  it.each(['README.md', 'CONTRIBUTING.md', 'docker-compose.yml', 'Dockerfile'])(
    '%s names only commands, files and variables that exist',
    (file) => {
      const text = readFileSync(root(file), 'utf8');
      for (const [, command] of text.matchAll(/npm run (?:--silent )?([\w:-]+)/g))
        expect(Object.keys(scripts), command).toContain(command);
      for (const [, path] of text.matchAll(/\]\((?!http|#)([^)#]+)\)/g))
        expect(() => readFileSync(root(path!)) && true, path).not.toThrow(/ENOENT/);
      const code = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'gateway', 'subgraphs', 'test'], {
        cwd: root('.'),
        encoding: 'utf8',
      })
        .trim()
        .split('\n')
        .filter((each) => each.endsWith('.ts'))
        .map((each) => readFileSync(root(each), 'utf8'))
        .join('\n');
      for (const [, variable] of text.matchAll(/\b([A-Z]+(?:_[A-Z]+)+|PORT|HOST)\b(?==|:? \$|: )/g)) {
        if (/^(POSTGRES|NODE|POSTGRESQL)/.test(variable!)) continue;
        expect(
          code.includes(variable!) || /^(SCHOOLS|REVIEWS|PROGRAMMES|OUTCOMES)_(URL|DATABASE_URL)$/.test(variable!),
          variable,
        ).toBe(true);
      }
    },
  );

  it('docker-compose.yml runs what there is: each subgraph on its port, the gateway in front, no secret inside', () => {
    const text = readFileSync(root('docker-compose.yml'), 'utf8');
    for (const [index, name] of SUBGRAPHS.entries()) {
      expect(text).toContain(
        `["npm", "run", "--silent", "subgraph", "--", "${name}", "--port", "${4101 + index}", "--host", "0.0.0.0"]`,
      );
      expect(text).toContain(`${name.toUpperCase()}_URL: http://${name}:${4101 + index}/graphql`);
      expect(text).toMatch(new RegExp(`${name}:\\n {8}condition: service_healthy`));
    }
    expect(text).toContain('/health/ready');
    expect(text).not.toMatch(/password:|PASSWORD: \w/);
  });
});
