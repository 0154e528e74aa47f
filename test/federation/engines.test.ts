import { getNamedType, isInterfaceType, isObjectType, isUnionType, type GraphQLField, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Random } from '../../gateway/demo/random.ts';
import { SUPERGRAPH } from '../../gateway/graph.ts';
import { publicSchema } from '../../schema/compose.ts';
import { ask, Graph } from '../support/graph.ts';

/** Values for arguments, by name; those that are not here are left out. */
const ARGUMENTS: Record<string, readonly string[]> = {
  urn: ['"900374"', '"900016"', '"900001"', '"999999"'], uid: ['"90001"', '"90050"', '"1"'], id: ['"HUB-01"', '"QAR-2025-0245"', '"nothing"'], code: ['"GTT"', '"PTRWM_EXP"', '"970"'],
  first: ['1', '2', '3'], measures: ['["PTRWM_EXP", "P8MEA"]'], measure: ['"PTRWM_EXP"', '"NONE"'], includePredecessors: ['true', 'false'], valid: ['true'], asOf: ['"2020-01-01"'],
};

/** Random operations over a schema, as clients might write them. */
class Operations {
  private readonly schema: GraphQLSchema;
  private readonly random: Random;
  private fragments: string[] = [];

  constructor(schema: GraphQLSchema, random: Random) {
    this.schema = schema;
    this.random = random;
  }

  next(): string {
    this.fragments = [];
    const fields = Object.values(this.schema.getQueryType()!.getFields());
    const roots = this.random.some(fields, this.random.whole(1, 2)).flatMap((field, index) => this.field(field, 5, `r${index}`) ?? []);
    if (!roots.length) return this.next();
    return `query ($yes: Boolean!, $no: Boolean!) { __typename @include(if: $yes) @skip(if: $no) ${roots.join(' ')} } ${this.fragments.join(' ')}`;
  }

  private field(field: GraphQLField<unknown, unknown>, depth: number, alias?: string): string | null {
    const args: string[] = [];
    for (const { name, type } of field.args) {
      const values = ARGUMENTS[name];
      const needed = String(type).endsWith('!');
      if (values && (needed || name === 'first' || this.random.chance(0.4))) args.push(`${name}: ${this.random.pick(values)}`);
      else if (needed && field.args.find((arg) => arg.name === name)!.defaultValue === undefined) return null;
    }
    const inside = this.selection(getNamedType(field.type).name, depth - 1);
    if (inside === null) return null;
    const directive = this.random.chance(0.08) ? ` @${this.random.pick(['include', 'skip'])}(if: $${this.random.pick(['yes', 'no'])})` : '';
    return `${alias ? `${alias}: ` : ''}${field.name}${args.length ? `(${args.join(', ')})` : ''}${directive}${inside}`;
  }

  private selection(name: string, depth: number): string | null {
    const type = this.schema.getType(name);
    if (isUnionType(type) || isInterfaceType(type)) {
      const own = isInterfaceType(type) ? this.fields(type as never, depth) : [];
      const parts = this.random.some(this.schema.getPossibleTypes(type), 3).flatMap((possible) => {
        const fields = this.fields(possible, depth);
        return fields.length ? [`... on ${possible.name} { ${fields.join(' ')} }`] : [];
      });
      return ` { __typename ${own.join(' ')} ${parts.join(' ')} }`;
    }
    if (!isObjectType(type)) return '';
    if (depth <= 0) return null;
    const fields = this.fields(type, depth);
    if (!fields.length) return null;
    if (this.random.chance(0.15)) {
      const fragment = `F${this.fragments.length}`;
      this.fragments.push(`fragment ${fragment} on ${name} { ${fields.join(' ')} }`);
      return ` { ...${fragment} }`;
    }
    return ` { ${fields.join(' ')} }`;
  }

  private fields(type: GraphQLObjectType, depth: number): string[] {
    const wanted = type.name.endsWith('Connection') || type.name.endsWith('Edge') ? 4 : 5;
    return this.random.some(Object.values(type.getFields()), this.random.whole(1, wanted)).flatMap((field) => {
      const leaf = !('getFields' in getNamedType(field.type)) && !isUnionType(getNamedType(field.type));
      if (!leaf && this.random.chance(depth > 2 ? 0.2 : 0.6)) return [];
      return this.field(field, depth, this.random.chance(0.1) ? `x${field.name}${this.random.whole(1, 9999)}` : undefined) ?? [];
    });
  }
}

describe('what is compiled', () => {
  let ours: Graph;
  let other: Graph;
  let interpreted: Graph;
  beforeAll(async () => {
    [ours, other, interpreted] = await Promise.all([Graph.start('demo'), Graph.start('demo', { engine: 'router-runtime', cache: false }), Graph.start('demo', { interpreted: true, cache: false })]);
  });
  afterAll(() => Promise.all([ours.stop(), other.stop(), interpreted.stop()]));

  it('answers 250 random operations as another engine and as graphql-js do, from the cache as well', async () => {
    const operations = new Operations(publicSchema(SUPERGRAPH), new Random('operations'));
    let answered = 0;
    for (let i = 0; i < 250; i++) {
      const query = operations.next();
      const variables = { yes: true, no: false };
      const answers = await Promise.all([ours, other, interpreted].map(({ url }) => ask(url, query, variables)));
      const [first, ...others] = answers.map(({ data, errors }) => ({ data, errors: errors?.map(({ message, path }) => ({ message, path })) }));
      for (const each of others) expect(each, query).toEqual(first);
      if (first!.data && !first!.errors) answered++;
      if (i % 5 === 0) expect((await ask(ours.url, query, variables)).text, query).toBe(answers[0]!.text);
    }
    expect(answered).toBeGreaterThan(180);
  }, 120_000);
});
