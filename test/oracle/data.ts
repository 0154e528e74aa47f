import type { GraphQLResolveInfo } from 'graphql';
import type { Declaration, Field, Model, Requirement } from './model.ts';

/** Objects as resolvers of random subgraphs have them: which row of which type, and what else is known. */
interface Raw {
  __typename?: string;
  $row?: string;
  /** What the subgraph was told, where it was asked by a reference. */
  $given?: Record<string, unknown>;
  $provided?: readonly string[];
  [key: string]: unknown;
}

/** What a run changes: every mutation leaves a trace. */
export interface World {
  log: string[];
}

type Resolver = (
  raw: Raw | undefined,
  args: Record<string, unknown>,
  world: World,
  info: GraphQLResolveInfo,
) => unknown;
type Resolvers = Record<string, Record<string, unknown>>;

/** The resolvers of one subgraph: every value depends only on the object, the field and its arguments. */
export function resolversOf(model: Model, subgraph: number): Resolvers {
  const data = new Data(model, subgraph);
  const resolvers: Resolvers = {};
  for (const [name, { kind, fields, marks }] of model.subgraphs[subgraph]!) {
    const of: Record<string, unknown> = (resolvers[name] = {});
    if (kind === 'type') for (const [field, declaration] of fields) of[field] = data.resolver(name, declaration);
    if ([...marks].some((mark) => mark.startsWith('@key'))) {
      const resolve = data.referenceResolver(name, kind === 'interface');
      if (resolve) of['__resolveReference'] = resolve;
    }
  }
  return resolvers;
}

class Data {
  private readonly model: Model;
  private readonly subgraph: number;

  constructor(model: Model, subgraph: number) {
    this.model = model;
    this.subgraph = subgraph;
  }

  referenceResolver(name: string, isInterface: boolean): ((given: Raw) => Raw | null) | null {
    const entity = this.model.entities.get(name);
    // Resolvers of some types take a reference as it is.
    if (!isInterface && entity && (entity.naked >> (3 - this.subgraph)) & 1) return null;
    return (given) => {
      const row = rowOf(given);
      if (row === undefined || entity?.ghosts.get(row)?.has(this.subgraph)) return null;
      if (entity && !entity.rows.includes(row) && !entity.ghosts.has(row)) return null;
      return { __typename: isInterface ? this.implementation(row) : name, $row: row, $given: given };
    };
  }

  /** Which type a row of the interface of entities is of. */
  private implementation(row: string): string {
    const { implementations } = this.model.interfaceObject!;
    return implementations.find((each) => this.model.entities.get(each)!.rows.includes(row))!;
  }

  resolver(typeName: string, { field, how, type }: Declaration): Resolver {
    if (field.key) return (raw) => this.keyValue(typeName, field, raw!);
    if (typeName === 'Mutation') return (_, args, world) => this.change(field, args, world);
    return (raw, args) => {
      if (how === 'wrong')
        throw new Error(`${typeName}.${field.name} was asked of the subgraph that it was taken from.`);
      if (how === 'external' && !raw?.$provided?.includes(field.name))
        throw new Error(`${typeName}.${field.name} is external here, and was not provided.`);
      const row = raw ? rowOf(raw)! : '';
      if (typeName === 'Receipt' && field.name === 'seen') return row;
      const required = field.requires
        ? JSON.stringify(field.requires.map((each) => taken(raw!.$given ?? raw!, each)))
        : '';
      const seed = `${typeName}${row}.${field.name}${canonical(args)}${required}`;
      if (field.mood === 'throws' && hash(`${seed} throws`) % 3 === 0) throw new Error(`no ${seed}`);
      return this.value(field, type ?? field.type, seed, 0);
    };
  }

  private change(field: Field, args: Record<string, unknown>, world: World): unknown {
    world.log.push(`${field.name}${canonical(args)}`);
    const seen = world.log.join(' ');
    if (field.mood === 'throws') throw new Error(`changed: ${seen}`);
    return field.type.name === 'Receipt' ? { __typename: 'Receipt', $row: seen } : seen;
  }

  private keyValue(typeName: string, { name, type }: Field, raw: Raw): unknown {
    const row = rowOf(raw)!;
    if (name === 'id') return row;
    if (name === 'code') return `c${row}`;
    if (name === 'num' || name === 'n') return 10 + Number(row);
    if (name === 'tag') return `t${row}`;
    if (name === 'part') return { __typename: type.name, $row: row };
    const { rows } = this.model.entities.get(type.name)!;
    return { __typename: type.name, $row: rows[hash(`${typeName}${row}`) % rows.length] };
  }

  /** A value of a type; `level` counts the lists around it. */
  private value(field: Field, type: Field['type'], seed: string, level: number): unknown {
    const chance = hash(`${seed} null`);
    // Whoever promises most decides: a value that may be null in one subgraph is not null because of that.
    const strict = field.type.nonNull[level];
    if (strict ? field.mood === 'breaks' && chance % 4 === 0 : chance % 7 === 0 && type.nonNull[level] === strict)
      return null;
    if (level < type.nonNull.length - 1) {
      return Array.from({ length: hash(`${seed} length`) % 4 }, (_, index) => {
        const item = `${seed}[${index}]`;
        if (field.mood === 'throws' && hash(`${item} throws`) % 8 === 0) return new Error(`no ${item}`);
        return this.value(field, type, item, level + 1);
      });
    }
    return this.single(field, type.name, seed);
  }

  private single(field: Field, name: string, seed: string): unknown {
    const number = hash(seed);
    switch (name) {
      case 'String':
        return number % 11 ? `${seed}` : '';
      case 'ID':
        return `i${number % 1000}`;
      case 'Int':
        return number % 5 ? number % 1000 : 0;
      case 'Float':
        return (number % 1000) / 4;
      case 'Boolean':
        return number % 2 === 0;
      case 'Hue':
        return ['RED', 'GREEN', 'BLUE'][number % 3];
      case 'Blob':
        return [
          { id: number % 10, __typename: 'Ant', list: [1, { id: null }] },
          `blob ${number % 10}`,
          [{ name: 'x' }],
          number % 10,
        ][number % 4];
      default:
        return this.object(field, name, number);
    }
  }

  private object(field: Field, name: string, number: number): Raw {
    const $provided = field.provides;
    const { interfaceObject, abstracts, entities } = this.model;
    if (name === interfaceObject?.name) {
      const row = String(1 + (number % 4));
      return { __typename: this.subgraph === interfaceObject.home ? this.implementation(row) : name, $row: row };
    }
    const members = abstracts.get(name)?.members.get(this.subgraph);
    if (members) return this.object(field, members[number % members.length]!, hash(`${number}`));
    const entity = entities.get(name);
    if (!entity) return { __typename: name, $row: `v${number % 97}` };
    const rows = [...entity.rows, ...entity.ghosts.keys()];
    return { __typename: name, $row: rows[number % rows.length], $provided };
  }
}

/** Which row a raw object or a reference is of: every key but that of a peer says it. */
function rowOf(raw: Raw): string | undefined {
  if (raw.$row !== undefined) return raw.$row;
  const { id, code, num, part } = raw as { id?: string; code?: string; num?: number; part?: { n?: number } };
  if (id !== undefined) return id ?? undefined;
  if (code !== undefined) return code?.slice(1);
  const ten = num ?? part?.n;
  return typeof ten === 'number' ? String(ten - 10) : undefined;
}

/** What a field requires, out of what its subgraph was given; null for what is not there. */
function taken(given: Record<string, unknown>, { field, inside }: Requirement): unknown {
  const value = given[field] ?? null;
  if (!inside.length) return canonical(value);
  const each = (item: unknown): unknown => {
    if (Array.isArray(item)) return item.map(each);
    if (item === null || item === undefined) return null;
    const values = inside.map((one) => canonical((item as Record<string, unknown>)[one.field] ?? null));
    // An object of which nothing is known and no object at all may be told as the same.
    return values.some((one) => one !== 'null') ? values : null;
  };
  return each(value);
}

/** JSON with keys in order. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  return entries.length ? `{${entries.map(([name, each]) => `${name}:${canonical(each)}`).join()}}` : '';
}

/** A number that looks random, for a text. */
export function hash(text: string): number {
  let number = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) number = Math.imul(number ^ text.charCodeAt(index), 0x01000193);
  number = Math.imul(number ^ (number >>> 15), 0x2c1b3c6d);
  number = Math.imul(number ^ (number >>> 12), 0x297a2d39);
  return (number ^ (number >>> 15)) >>> 0;
}
