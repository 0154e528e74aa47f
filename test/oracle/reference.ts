import { transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import {
  buildASTSchema,
  coerceInputValue,
  defaultFieldResolver,
  defaultTypeResolver,
  execute,
  getNamedType,
  GraphQLError,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  parse,
  valueFromASTUntyped,
  type DocumentNode,
  type ExecutionResult,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { SubgraphFacts, type ReferenceSubgraph } from './subgraphFacts.ts';

type Values = Record<string, unknown>;

/** How an object was reached: the field of its parent, and its place in the lists that the field gave. */
interface Origin {
  parent: Thing;
  field: string;
  args: Values;
  place: readonly number[];
}

/** An object of the supergraph, with what each subgraph has given for it so far. */
class Thing {
  /** Null for as long as it is only known as an interface object. */
  typename: string | null;
  readonly interfaceObject: string | null;
  readonly origin: Origin | null;
  /** Fields that the subgraph it was reached in provides there, though they are others'. */
  provided: { by: string; selections: readonly SelectionSetNode[] } | null = null;
  readonly raws = new Map<string, unknown>();
  readonly number = ++things;

  constructor(typename: string | null, interfaceObject: string | null, origin: Origin | null) {
    this.typename = typename;
    this.interfaceObject = interfaceObject;
    this.origin = origin;
  }
}
let things = 0;

/** No subgraph that may be asked can give a value: not an answer, so that another way is tried. */
const UNREACHABLE = Symbol('unreachable');
type Reached<Value> = Value | typeof UNREACHABLE;

/** The ways to a subgraph that are being tried already, so that none leads in a circle. */
type Trying = ReadonlySet<string>;
const NOTHING: Trying = new Set();

/** No subgraph can resolve what a client asked for: it should not have composed, or the reference is wrong. */
export class ReferenceFailed extends Error {}

export interface ReferenceOptions {
  subgraphs: readonly ReferenceSubgraph[];
  /** What resolvers of a subgraph get as their context, for one operation. */
  contexts?: (subgraph: string) => unknown;
  /** Added to what resolvers are told of their place. */
  info?: object;
}

export interface Question {
  document: DocumentNode;
  variables?: Values;
  operationName?: string;
}

export interface Reference {
  /** What clients see. */
  schema: GraphQLSchema;
  execute(question: Question): Promise<ExecutionResult>;
}

/**
 * Answers operations over a supergraph without planning: graphql-js over one schema, whose every field is resolved by
 * itself, by asking resolvers of subgraphs directly. Slow and simple, to say what is right.
 */
export function reference(
  supergraph: string,
  { subgraphs, contexts = () => ({}), info = {} }: ReferenceOptions,
): Reference {
  const schema = buildASTSchema(transformSupergraphToPublicSchema(parse(supergraph)), { assumeValidSDL: true });
  const facts = subgraphs.map((subgraph) => new SubgraphFacts(subgraph));
  const kinds = new Kinds(facts);
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (isAbstractType(type)) type.resolveType = (thing: Thing) => thing.typename ?? undefined;
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      field.resolve = async (source: unknown, args: Values, run: Run) => {
        const thing = source instanceof Thing ? source : run.root(type);
        const value = await run.field(thing, type.name, field.name, args, NOTHING);
        if (value === UNREACHABLE)
          throw new ReferenceFailed(`No subgraph can be asked for ${type.name}.${field.name}.`);
        return visible(schema, field.type, value);
      };
    }
  }
  return {
    schema,
    execute: async ({ document, variables, operationName }) =>
      execute({
        schema,
        document,
        variableValues: variables,
        operationName,
        contextValue: new Run(facts, kinds, contexts, info),
        rootValue: null,
      }),
  };
}

/** The selections of a field in a field set, under whatever type conditions. */
function fieldsOf({ selections }: SelectionSetNode, name: string): FieldNode[] {
  return selections.flatMap((each) => {
    if (each.kind === Kind.FIELD) return each.name.value === name ? [each] : [];
    return each.kind === Kind.INLINE_FRAGMENT ? fieldsOf(each.selectionSet, name) : [];
  });
}

const isProvided = (facts: SubgraphFacts, { provided }: Thing, name: string): boolean =>
  provided?.by === facts.name && provided.selections.some((selection) => fieldsOf(selection, name).length > 0);

/** Types and values of enumerations that clients may not see become null. */
function visible(schema: GraphQLSchema, type: GraphQLOutputType, value: unknown): unknown {
  if (value === null || value instanceof Error) return value;
  if (isNonNullType(type)) return visible(schema, type.ofType, value);
  // As promises, so that graphql-js waits for all items even where one of them makes the list null.
  if (isListType(type))
    return Array.isArray(value) ? value.map(async (item) => visible(schema, type.ofType, item)) : value;
  if (value instanceof Thing) return value.typename !== null && schema.getType(value.typename) ? value : null;
  if (isEnumType(type)) return type.getValue(String(value)) ? value : null;
  return value;
}

/** Which types are of which others, in all subgraphs together. */
class Kinds {
  private readonly supertypes = new Map<string, Set<string>>();

  constructor(facts: readonly SubgraphFacts[]) {
    for (const { schema } of facts) {
      for (const type of Object.values(schema.getTypeMap())) {
        if (!isAbstractType(type)) continue;
        for (const possible of schema.getPossibleTypes(type)) this.of(possible.name).add(type.name);
      }
    }
  }

  of(typename: string): Set<string> {
    let all = this.supertypes.get(typename);
    if (!all) this.supertypes.set(typename, (all = new Set([typename])));
    return all;
  }
}

/** One operation. */
class Run {
  private readonly facts: readonly SubgraphFacts[];
  private readonly kinds: Kinds;
  private readonly info: object;
  private readonly contexts: ReadonlyMap<string, unknown>;
  private readonly roots = new Map<string, Thing>();

  constructor(facts: readonly SubgraphFacts[], kinds: Kinds, contexts: (subgraph: string) => unknown, info: object) {
    this.facts = facts;
    this.kinds = kinds;
    this.info = info;
    this.contexts = new Map(facts.map(({ name }) => [name, contexts(name)]));
  }

  root({ name }: GraphQLObjectType): Thing {
    let root = this.roots.get(name);
    if (!root) {
      root = new Thing(name, null, null);
      for (const facts of this.facts) root.raws.set(facts.name, undefined);
      this.roots.set(name, root);
    }
    return root;
  }

  /** The value of a field: of leafs as JSON has it, otherwise things. */
  async field(
    thing: Thing,
    typename: string | null,
    name: string,
    args: Values,
    trying: Trying,
  ): Promise<Reached<unknown>> {
    const able = this.facts.filter((facts) => this.mayResolve(facts, thing, typename, name));
    const known = (facts: SubgraphFacts) =>
      thing.raws.has(facts.name) ? (thing.raws.get(facts.name) === null ? 1 : 0) : 2;
    for (const facts of able.toSorted((one, other) => known(one) - known(other))) {
      const value = await this.fieldIn(facts, thing, name, args, trying);
      if (value === UNREACHABLE) continue;
      const { raw, field } = value;
      if (raw === null) return null;
      const provided = thing.provided?.by === facts.name ? thing.provided.selections : [];
      const own = facts.fieldSet('provides', this.typeIn(facts, thing)!, name);
      const below = [
        ...(own ? [own] : []),
        ...provided.flatMap((selection) => fieldsOf(selection, name).flatMap((node) => node.selectionSet ?? [])),
      ];
      return this.wrap(facts, field.type, raw, { parent: thing, field: name, args, place: [] }, below);
    }
    return UNREACHABLE;
  }

  /** The name under which a subgraph has a thing's type: that of an interface object, it may be. */
  private typeIn(facts: SubgraphFacts, { typename, interfaceObject }: Thing): string | null {
    if (typename === null) return interfaceObject && facts.schema.getType(interfaceObject) ? interfaceObject : null;
    if (facts.schema.getType(typename)) return typename;
    const supertypes = this.kinds.of(typename);
    return [...facts.interfaceObjects].find((name) => supertypes.has(name)) ?? null;
  }

  private mayResolve(facts: SubgraphFacts, thing: Thing, typename: string | null, name: string): boolean {
    const own = this.typeIn(facts, thing);
    if (!own || !facts.field(own, name) || isInterfaceType(facts.schema.getType(own))) return false;
    if (facts.isExternal(own, name))
      return (facts.isInKey(own, name) || isProvided(facts, thing, name)) && thing.raws.has(facts.name);
    const override = facts.overrides(own, name);
    if (override && !override.taken)
      return !this.facts.some((each) => each.name === override.from && each.field(own, name));
    return !this.facts.some((each) => {
      const other = each !== facts && each.field(typename ?? own, name) ? each.overrides(typename ?? own, name) : null;
      return other?.taken && other.from === facts.name;
    });
  }

  /** What a subgraph's own resolver gives, once everything is there that it needs. */
  private async fieldIn(
    facts: SubgraphFacts,
    thing: Thing,
    name: string,
    args: Values,
    trying: Trying,
  ): Promise<Reached<{ raw: unknown; field: GraphQLField<unknown, unknown> }>> {
    const type = this.typeIn(facts, thing)!;
    const field = facts.field(type, name)!;
    const required = facts.fieldSet('requires', type, name);
    const source = required
      ? await this.completed(facts, thing, type, required, trying)
      : await this.rawIn(facts, thing, trying);
    if (source === UNREACHABLE) return UNREACHABLE;
    if (source === null) return { raw: null, field };
    const info = this.infoOf(facts, field, type);
    const raw: unknown = await (field.resolve ?? defaultFieldResolver)(
      source,
      coerced(field, args),
      this.contexts.get(facts.name),
      info,
    );
    return { raw: raw ?? null, field };
  }

  /** The object that stands for a thing in a subgraph; null if that does not know it. */
  private async rawIn(facts: SubgraphFacts, thing: Thing, trying: Trying): Promise<Reached<unknown>> {
    if (thing.raws.has(facts.name)) return thing.raws.get(facts.name);
    const way = `${thing.number} ${facts.name}`;
    const type = this.typeIn(facts, thing);
    if (!type || trying.has(way)) return UNREACHABLE;
    const inside = new Set([...trying, way]);
    let raw = await this.byKey(facts, thing, type, null, inside);
    if (raw === UNREACHABLE) raw = await this.byParent(facts, thing, inside);
    if (raw !== UNREACHABLE) thing.raws.set(facts.name, raw);
    return raw;
  }

  /** The object as it is when a subgraph has been given what one of its fields requires. */
  private async completed(
    facts: SubgraphFacts,
    thing: Thing,
    type: string,
    required: SelectionSetNode,
    trying: Trying,
  ): Promise<Reached<unknown>> {
    const inside = thing.raws.has(facts.name) ? trying : new Set([...trying, `${thing.number} ${facts.name}`]);
    return this.byKey(facts, thing, type, required, inside);
  }

  /** Asks a subgraph for an entity by one of its keys. */
  private async byKey(
    facts: SubgraphFacts,
    thing: Thing,
    type: string,
    required: SelectionSetNode | null,
    trying: Trying,
  ): Promise<Reached<unknown>> {
    for (const { selection, resolvable } of facts.keysOf(type)) {
      if (!resolvable) continue;
      const key = await this.select(thing, selection, trying);
      if (key === UNREACHABLE) continue;
      // An entity without its key is nowhere.
      if (Object.values(key).includes(null)) return null;
      // A way to a subgraph that is closed while its key is looked for is open again for what a field requires.
      const more = required ? await this.select(thing, required, NOTHING) : {};
      if (more === UNREACHABLE) continue;
      return this.dereference(facts, type, { ...key, ...more, __typename: type });
    }
    return UNREACHABLE;
  }

  private async dereference(facts: SubgraphFacts, typeName: string, representation: Values): Promise<unknown> {
    const type = facts.schema.getType(typeName)!;
    const { apollo } = type.extensions as {
      apollo?: { subgraph?: { resolveReference?: (...args: unknown[]) => unknown } };
    };
    const resolve = apollo?.subgraph?.resolveReference;
    if (!resolve) return representation;
    return (
      (await resolve(representation, this.contexts.get(facts.name), this.infoOf(facts, undefined, typeName))) ?? null
    );
  }

  /** Asks a subgraph for the field by which the thing was reached elsewhere, and takes what is in the same place. */
  private async byParent(facts: SubgraphFacts, { origin }: Thing, trying: Trying): Promise<Reached<unknown>> {
    if (!origin || !this.mayResolve(facts, origin.parent, origin.parent.typename, origin.field)) return UNREACHABLE;
    const value = await this.fieldIn(facts, origin.parent, origin.field, origin.args, trying);
    if (value === UNREACHABLE) return UNREACHABLE;
    let { raw } = value;
    for (const index of origin.place) raw = await Array.from((await raw) as Iterable<unknown>)[index];
    return raw ?? null;
  }

  /** A selection of a directive, as JSON. */
  private async select(thing: Thing, { selections }: SelectionSetNode, trying: Trying): Promise<Reached<Values>> {
    const result: Values = {};
    for (const selection of selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) throw new ReferenceFailed('A field set holds no named fragments.');
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = selection.typeCondition?.name.value;
        if (condition && !(thing.typename && this.kinds.of(thing.typename).has(condition))) continue;
        const inside = await this.select(thing, selection.selectionSet, trying);
        if (inside === UNREACHABLE) return UNREACHABLE;
        Object.assign(result, inside);
      } else if (selection.name.value === '__typename') {
        result['__typename'] = thing.typename;
      } else {
        const value = await this.field(thing, thing.typename, selection.name.value, argumentsOf(selection), trying);
        if (value === UNREACHABLE) return UNREACHABLE;
        const plain = await this.plain(value, selection.selectionSet, trying);
        if (plain === UNREACHABLE) return UNREACHABLE;
        result[selection.name.value] = plain;
      }
    }
    return result;
  }

  private async plain(
    value: unknown,
    selection: SelectionSetNode | undefined,
    trying: Trying,
  ): Promise<Reached<unknown>> {
    if (value instanceof Error) throw value;
    if (value instanceof Thing) {
      const inside = await this.select(value, selection!, trying);
      return inside === UNREACHABLE ? UNREACHABLE : { __typename: value.typename, ...inside };
    }
    if (!Array.isArray(value) || !selection) return value;
    const items = await Promise.all(value.map((item) => this.plain(item, selection, trying)));
    return items.includes(UNREACHABLE) ? UNREACHABLE : items;
  }

  /** Makes of what a resolver gave what graphql-js would: leafs are serialised, objects get to be things. */
  private async wrap(
    facts: SubgraphFacts,
    type: GraphQLOutputType,
    given: unknown,
    origin: Origin,
    provided: readonly SelectionSetNode[],
  ): Promise<unknown> {
    const raw = await given;
    if (isNonNullType(type)) return this.wrap(facts, type.ofType, raw, origin, provided);
    if (raw === null || raw === undefined) return null;
    if (raw instanceof Error) throw raw;
    if (isListType(type)) {
      if (typeof raw !== 'object' || !(Symbol.iterator in raw))
        throw new GraphQLError(`A list was expected for ${origin.field}.`);
      // An error of an item is reported at the item, as graphql-js does with errors that are values.
      const items = Array.from(raw as Iterable<unknown>, (item, index) =>
        this.wrap(facts, type.ofType, item, { ...origin, place: [...origin.place, index] }, provided).catch(
          (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
        ),
      );
      return Promise.all(items);
    }
    if (isLeafType(type)) {
      const leaf: unknown = type.serialize(raw);
      if (leaf === null || leaf === undefined) throw new GraphQLError(`A value was expected for ${origin.field}.`);
      return leaf;
    }
    if (!isCompositeType(getNamedType(type))) throw new ReferenceFailed(`${String(type)} is not a type of answers.`);
    const named = isAbstractType(type)
      ? await (type.resolveType ?? defaultTypeResolver)(
          raw,
          this.contexts.get(facts.name),
          this.infoOf(facts, undefined, type.name),
          type,
        )
      : type.name;
    if (!named) throw new GraphQLError(`What ${origin.field} is was not said.`);
    const isInterfaceObject = facts.interfaceObjects.has(named);
    const thing = new Thing(isInterfaceObject ? null : named, isInterfaceObject ? named : null, origin);
    thing.raws.set(facts.name, raw);
    if (provided.length) thing.provided = { by: facts.name, selections: provided };
    if (isInterfaceObject) thing.typename = await this.identify(thing, named);
    return isInterfaceObject && thing.typename === null ? null : thing;
  }

  /** What an interface object is, as the subgraph says that has the interface. */
  private async identify(thing: Thing, name: string): Promise<string | null> {
    for (const facts of this.facts) {
      const type = facts.schema.getType(name);
      if (!isInterfaceType(type)) continue;
      const raw = await this.byKey(facts, thing, name, null, NOTHING);
      if (raw === UNREACHABLE || raw === null) continue;
      const typename = await (type.resolveType ?? defaultTypeResolver)(
        raw,
        this.contexts.get(facts.name),
        this.infoOf(facts, undefined, name),
        type,
      );
      if (!typename) continue;
      thing.raws.set(facts.name, raw);
      return typename;
    }
    return null;
  }

  /** What resolvers are told of their place; nothing of selections, for there are none. */
  private infoOf(
    { schema }: SubgraphFacts,
    field: GraphQLField<unknown, unknown> | undefined,
    parent: string,
  ): GraphQLResolveInfo {
    const info = {
      fieldName: field?.name ?? '',
      returnType: field?.type,
      parentType: schema.getType(parent),
      schema,
      fieldNodes: [],
      fragments: {},
      variableValues: {},
      rootValue: null,
      path: { prev: undefined, key: field?.name ?? '', typename: parent },
      operation: undefined,
      ...this.info,
    };
    return info as unknown as GraphQLResolveInfo;
  }
}

/** Arguments as the subgraph's own schema has them, from those of the client, which are JSON. */
function coerced(field: GraphQLField<unknown, unknown>, args: Values): Values {
  const values: Values = {};
  for (const { name, type, defaultValue } of field.args) {
    if (name in args) values[name] = coerceInputValue(args[name], type);
    else if (defaultValue !== undefined) values[name] = defaultValue;
  }
  return values;
}

const argumentsOf = ({ arguments: args }: FieldNode): Values =>
  Object.fromEntries((args ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)]));
