import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { Random } from '../../gateway/demo/random.ts';
import { literal, type Value, type Values } from './values.ts';

/** What a client sends to have an operation executed. */
export interface Operation {
  query: string;
  variables: Record<string, Value>;
  operationName?: string;
}

/**
 * What is asked of each object whose rows are not for everyone, under names by which the answer is looked through
 * afterwards: whatever else an operation asks for.
 */
const FACTS = new Map([
  ['Outcome', 'fz_outcome: id'],
  ['Review', 'fz_review: id fz_headings: headings { code } fz_team: team { name }'],
  ['ReviewVisit', 'fz_visit: id fz_name: name'],
  ['AreaOfExcellence', 'fz_area: id'],
  ['Enrolment', 'fz_enrolment: id'],
  ['Visit', 'fz_programme_visit: id'],
  ['Membership', 'fz_membership: id'],
]);

/** Mutations that change who may see what: the check at the end would not know when. */
const NOT_ASKED = new Set(['shareReport']);

const DEPTH = 7;

/** Random operations over the schema that clients see, with arguments of every type. */
export class Operations {
  private readonly schema: GraphQLSchema;
  private readonly random: Random;
  private readonly values: Values;
  private fragments: string[] = [];
  private declared: string[] = [];
  private variables: Record<string, Value> = {};
  /** How many more fields an operation may have. */
  private left = 0;

  constructor(schema: GraphQLSchema, random: Random, values: Values) {
    this.schema = schema;
    this.random = random;
    this.values = values;
  }

  next(): Operation {
    const { random } = this;
    const isMutation = random.chance(0.06);
    const type = (isMutation ? this.schema.getMutationType() : this.schema.getQueryType())!;
    this.fragments = [];
    this.declared = [];
    this.variables = {};
    this.left = 60;
    const fields = Object.values(type.getFields()).filter(({ name }) => !NOT_ASKED.has(name));
    const roots = random.some(fields, isMutation ? 1 : random.whole(1, 3));
    const selections = roots.map((field, index) => this.field(field, DEPTH, `r${index}`));
    const name = random.chance(0.3) ? 'Fuzz' : '';
    const declared = this.declared.length > 0 ? `(${this.declared.join(', ')})` : '';
    const operation = `${isMutation ? 'mutation' : 'query'} ${name}${declared} { ${selections.join(' ')} }`;
    const other = name && random.chance(0.1) ? ' query Other { network { asOf } }' : '';
    const query = `${operation}${other} ${this.fragments.join(' ')}`;
    return { query, variables: this.variables, ...(other || random.chance(0.05) ? { operationName: 'Fuzz' } : {}) };
  }

  private field(field: GraphQLField<unknown, unknown>, depth: number, alias?: string): string {
    const { random } = this;
    this.left--;
    const given = field.args.flatMap(({ name, type, defaultValue }) => {
      const isNeeded = isNonNullType(type) && defaultValue === undefined;
      if (!isNeeded && !random.chance(name === 'first' ? 0.7 : 0.25)) return [];
      return `${name}: ${this.argument(name, type)}`;
    });
    const selection = this.selection(getNamedType(field.type).name, depth - 1);
    const args = given.length > 0 ? `(${given.join(', ')})` : '';
    return `${alias ? `${alias}: ` : ''}${field.name}${args}${this.condition()}${selection}`;
  }

  /** A directive, now and then. */
  private condition(): string {
    const { random } = this;
    if (!random.chance(0.06)) return '';
    const value = random.chance(0.5) ? 'true' : 'false';
    const given = random.chance(0.5) ? value : this.variable('Boolean!', value === 'true');
    return ` @${random.pick(['include', 'skip'])}(if: ${given})`;
  }

  private argument(name: string, type: GraphQLInputType): string {
    const value = this.value(type, name, 3);
    if (this.random.chance(0.5)) return this.variable(String(type), value);
    return literal(value, type);
  }

  private variable(type: string, value: Value): string {
    const name = `v${this.declared.length}`;
    this.declared.push(`$${name}: ${type}`);
    this.variables[name] = value;
    return `$${name}`;
  }

  private value(given: GraphQLInputType, name: string, depth: number): Value {
    const { random } = this;
    if (!isNonNullType(given) && random.chance(0.05)) return null;
    const type = getNullableType(given);
    if (isListType(type)) {
      const length = random.chance(0.02) ? 150 : random.whole(0, 3);
      return Array.from({ length }, () => this.value(type.ofType as GraphQLInputType, name, depth));
    }
    if (isEnumType(type)) {
      return random.chance(0.03) ? 'NO_SUCH_VALUE' : random.pick(type.getValues()).name;
    }
    if (!isInputObjectType(type)) return this.values.scalar(type.name, name);
    const fields = Object.values(type.getFields()).filter(
      (field) => isNonNullType(field.type) || (depth > 0 && random.chance(0.3)),
    );
    return Object.fromEntries(fields.map((field) => [field.name, this.value(field.type, field.name, depth - 1)]));
  }

  private selection(name: string, depth: number): string {
    const type = this.schema.getType(name);
    if (isUnionType(type) || isInterfaceType(type)) {
      const possible = this.random.some(this.schema.getPossibleTypes(type), depth > 0 ? 3 : 0);
      const parts = possible.map((each) => `... on ${each.name} { ${this.fields(each, depth)} }`);
      const own = isInterfaceType(type) && depth > 0 && this.random.chance(0.5) ? this.some(type as never, depth) : '';
      return ` { __typename ${own} ${parts.join(' ')} }`;
    }
    if (!isObjectType(type)) return '';
    const fields = this.fields(type, depth);
    if (!this.random.chance(0.12)) return ` { ${fields} }`;
    if (this.random.chance(0.3)) return ` { __typename ... @include(if: true) { ${fields} } }`;
    const fragment = `F${this.fragments.length}`;
    this.fragments.push(`fragment ${fragment} on ${name} { ${fields} }`);
    return ` { ...${fragment} }`;
  }

  private fields(type: GraphQLObjectType, depth: number): string {
    return `__typename ${FACTS.get(type.name) ?? ''} ${this.some(type, depth)}`;
  }

  private some(type: GraphQLObjectType, depth: number): string {
    const { random } = this;
    const isPage = type.name.endsWith('Connection') || type.name.endsWith('Edge') || type.name === 'ChangeFeed';
    const wanted = random.some(Object.values(type.getFields()), random.whole(1, isPage ? 4 : 5));
    const selected = wanted.flatMap((field) => {
      const isLeaf = !('getFields' in getNamedType(field.type)) && !isUnionType(getNamedType(field.type));
      if (this.left <= 0 || (!isLeaf && (depth <= 0 || (!isPage && random.chance(0.45))))) return [];
      return this.field(field, depth, this.alias(field));
    });
    if (isPage && type.getFields()['pageInfo']) selected.push('fz_page: pageInfo { endCursor }');
    return selected.join(' ');
  }

  /** A name of the client's own, always where arguments may differ, and among them those that objects have anyway. */
  private alias({ args }: GraphQLField<unknown, unknown>): string | undefined {
    const { random } = this;
    if (random.chance(0.01)) return random.pick(['__proto__', 'constructor', 'hasOwnProperty', 'then', 'toJSON']);
    return args.length > 0 || random.chance(0.1) ? `x${random.whole(1, 1_000_000)}` : undefined;
  }
}
