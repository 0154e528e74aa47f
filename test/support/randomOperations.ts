import {
  getNamedType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { Random } from '../../gateway/demo/random.ts';

/** Values for arguments, by name; those that are not here are left out. */
const ARGUMENTS: Record<string, readonly string[]> = {
  urn: ['"900374"', '"900016"', '"900001"', '"999999"'],
  uid: ['"90001"', '"90050"', '"1"'],
  id: ['"HUB-01"', '"QAR-2025-0245"', '"nothing"'],
  code: ['"GTT"', '"PTRWM_EXP"', '"970"'],
  first: ['1', '2', '3'],
  measures: ['["PTRWM_EXP", "P8MEA"]'],
  measure: ['"PTRWM_EXP"', '"NONE"'],
  includePredecessors: ['true', 'false'],
  valid: ['true'],
  asOf: ['"2020-01-01"'],
};

/** Random operations over a schema, as clients might write them. */
export class RandomOperations {
  private readonly schema: GraphQLSchema;
  private readonly random: Random;
  private fragments: string[] = [];

  constructor(schema: GraphQLSchema, random: Random) {
    this.schema = schema;
    this.random = random;
  }

  next(tries = 100): string {
    this.fragments = [];
    const fields = Object.values(this.schema.getQueryType()!.getFields());
    const roots = this.random
      .some(fields, this.random.whole(1, 2))
      .flatMap((field, index) => this.field(field, 5, `r${index}`) ?? []);
    if (!roots.length && tries > 0) return this.next(tries - 1);
    return `query ($yes: Boolean!, $no: Boolean!) { __typename @include(if: $yes) @skip(if: $no) ${roots.join(' ')} } ${this.fragments.join(' ')}`;
  }

  private field(field: GraphQLField<unknown, unknown>, depth: number, alias?: string): string | null {
    const args: string[] = [];
    for (const { name, type } of field.args) {
      const values = ARGUMENTS[name];
      const needed = String(type).endsWith('!');
      if (values && (needed || name === 'first' || this.random.chance(0.4)))
        args.push(`${name}: ${this.random.pick(values)}`);
      else if (needed && field.args.find((arg) => arg.name === name)!.defaultValue === undefined) return null;
    }
    const inside = this.selection(getNamedType(field.type).name, depth - 1);
    if (inside === null) return null;
    const directive = this.random.chance(0.08)
      ? ` @${this.random.pick(['include', 'skip'])}(if: $${this.random.pick(['yes', 'no'])})`
      : '';
    return `${alias ? `${alias}: ` : ''}${field.name}${args.length ? `(${args.join(', ')})` : ''}${directive}${inside}`;
  }

  private selection(name: string, depth: number): string | null {
    const type = this.schema.getType(name);
    if (isUnionType(type) || isInterfaceType(type)) {
      if (depth <= 0) return ' { __typename }';
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
      return (
        this.field(field, depth, this.random.chance(0.1) ? `x${field.name}${this.random.whole(1, 9999)}` : undefined) ??
        []
      );
    });
  }
}
