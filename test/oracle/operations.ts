import * as fc from 'fast-check';
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
  validate,
  type DocumentNode,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';

/** One selection: every number means something in every schema, and 0 is the plainest choice. */
export interface SelectionSpec {
  /** A field, or now and then a fragment. */
  what: number;
  pick: number;
  alias: number;
  directive: number;
  values: number[];
  inside: SelectionSpec[];
}

export interface OperationSpec {
  kind: number;
  /** Whether other operations are in the document. */
  others: number;
  yes: boolean;
  no: boolean;
  selections: SelectionSpec[];
}

const DEPTH = 5;
const selection = (depth: number): fc.Arbitrary<SelectionSpec> =>
  fc.record({
    what: fc.nat(15),
    pick: fc.nat(31),
    alias: fc.nat(23),
    directive: fc.nat(31),
    values: fc.array(fc.nat(63), { maxLength: 4, size: 'max' }),
    inside: depth ? fc.array(selection(depth - 1), { maxLength: depth > 3 ? 4 : 3, size: 'max' }) : fc.constant([]),
  });

export const operationSpecs: fc.Arbitrary<OperationSpec> = fc.record({
  kind: fc.nat(11),
  others: fc.nat(7),
  yes: fc.boolean(),
  no: fc.boolean(),
  selections: fc.array(selection(DEPTH), { minLength: 1, maxLength: 4, size: 'max' }),
});

export interface Operation {
  text: string;
  document: DocumentNode;
  variables: Record<string, unknown>;
  operationName?: string;
}

export interface OperationOptions {
  /**
   * Values for the arguments of a field, as GraphQL; null where the field is not to be asked for. Left out: values are
   * made from the types of arguments, and given in every way.
   */
  argumentsOf?: (
    parent: GraphQLCompositeType,
    field: GraphQLField<unknown, unknown>,
    pick: (among: number) => number,
  ) => string | null;
  introspection?: boolean;
}

/** A valid operation over a schema; null if what was made is not one. */
export function operationOf(
  schema: GraphQLSchema,
  spec: OperationSpec,
  options: OperationOptions = {},
): Operation | null {
  for (const reuse of [true, false]) {
    const operation = new Writing(schema, spec, options, reuse).operation();
    const document = parse(operation.text);
    if (!validate(schema, document).length) return { ...operation, document };
  }
  return null;
}

/** Where nothing is selected of an object, now and then a field of it that is a leaf. */
function someLeaf(type: GraphQLCompositeType, { pick, values }: SelectionSpec): SelectionSpec[] {
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  const leafs = Object.values(type.getFields()).flatMap((field, index) =>
    isCompositeType(getNamedType(field.type)) ? [] : [index],
  );
  return pick && leafs.length
    ? [{ what: 0, pick: leafs[pick % leafs.length]!, alias: 0, directive: 0, values, inside: [] }]
    : [];
}

/** What has been selected at one place of the answer, by response key: what else is selected there has to agree. */
interface Place {
  keys: Map<string, { parent: GraphQLCompositeType; name: string; args: string; type: string; inside: Place }>;
}

const place = (): Place => ({ keys: new Map() });

interface Variable {
  name: string;
  declaration: string;
  value: unknown;
}

class Writing {
  private readonly schema: GraphQLSchema;
  private readonly spec: OperationSpec;
  private readonly options: OperationOptions;
  /** Whether named fragments may be used at other places than where they were made. */
  private readonly reuse: boolean;
  private readonly fragments: { name: string; type: GraphQLCompositeType; text: string }[] = [];
  private readonly variables: Variable[] = [];

  constructor(schema: GraphQLSchema, spec: OperationSpec, options: OperationOptions, reuse: boolean) {
    this.schema = schema;
    this.spec = spec;
    this.options = options;
    this.reuse = reuse;
  }

  operation(): Omit<Operation, 'document'> {
    const { kind, others, selections } = this.spec;
    const mutation = kind > 9 ? this.schema.getMutationType() : undefined;
    const root = mutation ?? this.schema.getQueryType()!;
    const body = this.selections(root, selections, place(), DEPTH + 1);
    const declarations = this.variables.map(({ declaration }) => declaration);
    const named = others > 4 || kind % 3 === 1;
    const variables = declarations.length ? `(${declarations.join(', ')})` : '';
    const heading = `${mutation ? 'mutation' : 'query'}${named ? ' Asked' : ''}${variables}`;
    const before = others > 5 ? 'query Before { before: __typename } ' : '';
    const after = others > 4 ? ' query After($on: Boolean!) { __typename @skip(if: $on) after: __typename }' : '';
    const fragments = this.fragments.map(({ name, type, text }) => `fragment ${name} on ${type.name} ${text}`);
    return {
      text: [`${before}${heading === 'query' ? '' : heading} ${body}${after}`, ...fragments].join('\n'),
      variables: Object.fromEntries(
        this.variables.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]])),
      ),
      operationName: named ? 'Asked' : undefined,
    };
  }

  private selections(type: GraphQLCompositeType, specs: readonly SelectionSpec[], at: Place, depth: number): string {
    const parts = specs.flatMap((spec) => this.selection(type, spec, at, depth) ?? []);
    // There must be something; an alias that is free asks for the type.
    if (!parts.length) parts.push(this.typeName(type, at, 0));
    return `{ ${parts.join(' ')} }`;
  }

  private selection(type: GraphQLCompositeType, spec: SelectionSpec, at: Place, depth: number): string | null {
    const { what, pick } = spec;
    if (what > 11 && depth > 0) return this.fragment(type, spec, at, depth);
    if (what === 11) return this.typeName(type, at, spec.alias);
    if (what === 10 && type === this.schema.getQueryType() && this.options.introspection !== false)
      return this.introspection(spec, at);
    if (!isObjectType(type) && !isInterfaceType(type)) return this.fragment(type, spec, at, depth);
    const fields = Object.values(type.getFields());
    const field = fields[pick % fields.length]!;
    const twice = what === 9 ? this.field(type, field, spec, at, depth) : null;
    const once = this.field(type, field, spec, at, depth);
    return twice && once ? `${twice} ${once}` : once;
  }

  private fragment(type: GraphQLCompositeType, spec: SelectionSpec, at: Place, depth: number): string | null {
    const { pick, inside, what, values } = spec;
    if (depth <= 0) return this.typeName(type, at, spec.alias);
    const overlapping = this.overlapping(type);
    const condition = overlapping[pick % overlapping.length]!;
    const directive = this.directive(spec);
    if (what === 15 || (values[0] ?? 0) > 48) {
      const known = this.fragments.find((each) => this.reuse && overlapping.includes(each.type) && pick & 1);
      if (known) return `...${known.name}${directive}`;
      const text = this.selections(condition, inside, at, depth - 1);
      const name = `F${this.fragments.length}`;
      this.fragments.push({ name, type: condition, text });
      return `...${name}${directive}`;
    }
    const bare = condition === type && pick % 2 === 1;
    return `...${bare ? '' : ` on ${condition.name}`}${directive} ${this.selections(condition, inside, at, depth - 1)}`;
  }

  /** The types that objects of a type may be as well: itself first. */
  private overlapping(type: GraphQLCompositeType): GraphQLCompositeType[] {
    const possible = isAbstractType(type) ? this.schema.getPossibleTypes(type) : [type];
    const all = Object.values(this.schema.getTypeMap()).filter(
      (each): each is GraphQLCompositeType => isCompositeType(each) && each !== type && !each.name.startsWith('__'),
    );
    const others = all.filter((each) =>
      possible.some((one) => one === each || (isAbstractType(each) && this.schema.isSubType(each, one))),
    );
    return isAbstractType(type) ? [...others, type] : [type, ...others];
  }

  private typeName(type: GraphQLCompositeType, at: Place, alias: number): string {
    const key = this.keyOf(
      type,
      '__typename',
      '',
      'String!',
      ['__typename', '__typename', 't', 'kind', 'name', 'id'][alias % 6]!,
      at,
    );
    return key === '__typename' ? key : `${key}: __typename`;
  }

  private introspection(spec: SelectionSpec, at: Place): string {
    const types = Object.keys(this.schema.getTypeMap());
    const [asked, inside] =
      spec.pick % 2
        ? ['__schema', '{ queryType { name } types { kind name } }']
        : ['__type', '{ name kind fields { name type { name ofType { name } } } possibleTypes { name } }'];
    const name = types[(spec.values[0] ?? 0) % types.length]!;
    const args =
      asked === '__type'
        ? `(name: ${this.literalOrVariable('String!', name, JSON.stringify(name), spec.values[1] ?? 0)})`
        : '';
    const key = this.keyOf(
      this.schema.getQueryType()!,
      asked,
      args,
      asked,
      spec.alias % 3 ? `about${spec.alias}` : asked,
      at,
    );
    return `${key === asked ? '' : `${key}: `}${asked}${args}${this.directive(spec)} ${inside}`;
  }

  private field(
    parent: GraphQLCompositeType,
    field: GraphQLField<unknown, unknown>,
    spec: SelectionSpec,
    at: Place,
    depth: number,
  ): string | null {
    const named = getNamedType(field.type);
    if (isCompositeType(named) && depth <= 0) return null;
    const args = this.arguments(parent, field, spec);
    if (args === null) return null;
    const type = String(field.type);
    const key = this.keyOf(parent, field.name, args, type, this.wish(parent, field.name, spec), at);
    const { inside } = at.keys.get(key)!;
    const below = isCompositeType(named)
      ? ` ${this.selections(named, spec.inside.length ? spec.inside : someLeaf(named, spec), inside, depth - 1)}`
      : '';
    return `${key === field.name ? '' : `${key}: `}${field.name}${args}${this.directive(spec)}${below}`;
  }

  /** An alias that may well be the name of something else. */
  private wish(parent: GraphQLCompositeType, name: string, { alias, pick }: SelectionSpec): string {
    const names = isObjectType(parent) || isInterfaceType(parent) ? Object.keys(parent.getFields()) : [];
    if (alias < 12) return name;
    if (alias < 15) return `x${alias}`;
    if (alias < 19) return names[(pick + alias) % names.length]!;
    return ['id', 'code', '_entities', '_0', 'fetch'][alias - 19] ?? name;
  }

  /** A response key that agrees with others at its place: the one that is wished for, or one like it. */
  private keyOf(
    parent: GraphQLCompositeType,
    name: string,
    args: string,
    type: string,
    wished: string,
    at: Place,
  ): string {
    for (let number = 0; ; number++) {
      const key = number ? `${wished}_${number}` : wished;
      const there = at.keys.get(key);
      if (!there) {
        at.keys.set(key, { parent, name, args, type, inside: place() });
        return key;
      }
      const apart = parent !== there.parent && isObjectType(parent) && isObjectType(there.parent);
      if (there.type === type && (apart || (there.name === name && there.args === args))) return key;
    }
  }

  private directive({ directive, values }: SelectionSpec): string {
    if (directive < 24) return '';
    const [which, holds] = (
      [
        ['include', true],
        ['include', false],
        ['skip', false],
        ['skip', true],
        ['include', true],
        ['skip', false],
        ['include', true],
        ['skip', false],
      ] as const
    )[directive - 24]!;
    const one = `@${which}(if: ${this.condition(holds, values.at(-1) ?? 0)})`;
    return directive === 31
      ? ` ${one} @${which === 'skip' ? 'include' : 'skip'}(if: ${this.condition(which === 'skip', values[0] ?? 0)})`
      : ` ${one}`;
  }

  private condition(holds: boolean, number: number): string {
    if (number % 4 === 0) return String(holds);
    if (number % 4 === 1) return this.variable('Boolean', holds, String(holds), undefined);
    const { yes, no } = this.spec;
    // One variable stands for several conditions, too.
    const value = number % 8 > 3 ? yes : no;
    const name = number % 8 > 3 ? 'yes' : 'no';
    if (!this.variables.some((each) => each.name === name))
      this.variables.push({ name, declaration: `$${name}: Boolean!`, value });
    return `$${name}`;
  }

  private variable(type: string, value: unknown, initial: string | undefined, given: unknown): string {
    const name = `v${this.variables.length}`;
    this.variables.push({
      name,
      declaration: `$${name}: ${type}${initial === undefined ? '' : ` = ${initial}`}`,
      value: initial === undefined ? value : given,
    });
    return `$${name}`;
  }

  private literalOrVariable(type: string, value: unknown, literal: string, number: number): string {
    if (number % 3 !== 1) return literal;
    if (number % 2) return this.variable(type, value, undefined, undefined);
    return this.variable(type, value, literal, number % 4 === 0 ? value : undefined);
  }

  private arguments(
    parent: GraphQLCompositeType,
    field: GraphQLField<unknown, unknown>,
    { values }: SelectionSpec,
  ): string | null {
    let used = 0;
    const next = () => values[used++ % Math.max(values.length, 1)] ?? 0;
    if (this.options.argumentsOf) return this.options.argumentsOf(parent, field, (among) => next() % among);
    const given = field.args.flatMap((arg) => this.argument(arg, next));
    return given.length ? `(${given.join(', ')})` : '';
  }

  private argument({ name, type, defaultValue }: GraphQLArgument, next: () => number): string[] {
    const number = next();
    const needed = isNonNullType(type) && defaultValue === undefined;
    if (!needed && number % 4 === 0) return [];
    // A variable that is not given is as an argument that is not given.
    if (!needed && number % 16 === 5)
      return [`${name}: ${this.variable(String(type).replace(/!$/, ''), undefined, undefined, undefined)}`];
    return [`${name}: ${this.input(type, next, 0)}`];
  }

  /** A value of a type as GraphQL, with variables in it. */
  private input(type: GraphQLInputType, next: () => number, depth: number): string {
    const number = next();
    if (!isNonNullType(type) && number % 13 === 6) return this.literalOrVariable(String(type), null, 'null', number);
    if (isNonNullType(type)) return this.inputOf(type.ofType, `${String(type.ofType)}!`, next, depth);
    return this.inputOf(type, String(type), next, depth);
  }

  private inputOf(type: GraphQLInputType, written: string, next: () => number, depth: number): string {
    const number = next();
    if (number % 4 === 1) {
      // A whole value as a variable.
      const literal = this.constant(type, next, depth);
      return this.literalOrVariable(written, literal.value, literal.text, number % 8 > 3 ? 1 : 4);
    }
    if (isListType(type)) {
      // One item stands for a list of one; a variable in its place would not.
      if (number % 5 === 0) return this.constant(type.ofType, next, depth + 1).text;
      return `[${Array.from({ length: number % 3 }, () => this.input(type.ofType, next, depth + 1)).join(', ')}]`;
    }
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).flatMap((field, index) => {
        const needed = isNonNullType(field.type) && field.defaultValue === undefined;
        return needed || (depth < 3 && (number >> index) % 2 === 1)
          ? [`${field.name}: ${this.input(field.type, next, depth + 1)}`]
          : [];
      });
      return `{${fields.join(', ')}}`;
    }
    const { value, text } = this.constant(type, next, depth);
    return this.literalOrVariable(written, value, text, number);
  }

  private constant(type: GraphQLInputType, next: () => number, depth: number): { value: unknown; text: string } {
    const number = next();
    if (isNonNullType(type)) return this.constant(type.ofType, next, depth);
    if (isListType(type)) {
      const items = Array.from({ length: number % 3 }, () => this.constant(type.ofType, next, depth + 1));
      return { value: items.map(({ value }) => value), text: `[${items.map(({ text }) => text).join(', ')}]` };
    }
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).flatMap((field, index) => {
        const needed = isNonNullType(field.type) && field.defaultValue === undefined;
        return needed || (depth < 3 && (number >> index) % 2 === 1)
          ? [{ name: field.name, ...this.constant(field.type, next, depth + 1) }]
          : [];
      });
      return {
        value: Object.fromEntries(fields.map(({ name, value }) => [name, value])),
        text: `{${fields.map(({ name, text }) => `${name}: ${text}`).join(', ')}}`,
      };
    }
    if (isEnumType(type)) {
      const { name } = type.getValues()[number % type.getValues().length]!;
      return { value: name, text: name };
    }
    const value =
      { Int: number % 8, Float: number / 2, Boolean: number % 2 === 0, ID: `${1 + (number % 5)}` }[type.name] ??
      ['', 'a', 'b "c"', 'd\\n', 'é'][number % 5]!;
    return { value, text: JSON.stringify(value) };
  }
}
