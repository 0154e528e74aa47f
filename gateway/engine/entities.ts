import { isAbstractType, isObjectType, type GraphQLSchema } from 'graphql';
import type { Selection } from './canonical.ts';
import type { Representation, Step } from './place.ts';
import type { RequestSelection } from './selection.ts';

/** Objects as subgraphs answer them, with canonical keys. */
export type Data = Record<string, unknown>;
export type Path = (string | number)[];

export function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Calls `found` with every object at a place of the answer so far; `path` is kept up to date if one is given. `lists`
 * says how many lists were entered one within the other.
 */
export type Walk = (value: unknown, found: (entity: Data, path?: Path) => void, path?: Path, lists?: number) => void;

/** Lists deeper than this are no answer to anything: they are not entered. */
const MOST_NESTED_LISTS = 32;

/** The way to a place as a function; lists on it are entered. */
export function walker(steps: readonly Step[]): Walk {
  let next: Walk = atEnd;
  for (const step of steps.toReversed()) next = 'key' in step ? intoField(step.key, next) : ontoType(step.on, next);
  return next;
}

const atEnd: Walk = (value, found, path, lists = 0) => {
  if (isData(value)) found(value, path);
  else if (Array.isArray(value)) eachItem(value, atEnd, found, path, lists);
};

function intoField(key: string, next: Walk): Walk {
  const walk: Walk = (value, found, path, lists = 0) => {
    if (isData(value)) {
      path?.push(key);
      next(value[key], found, path);
      path?.pop();
    } else if (Array.isArray(value)) {
      eachItem(value, walk, found, path, lists);
    }
  };
  return walk;
}

function ontoType(type: string, next: Walk): Walk {
  const walk: Walk = (value, found, path, lists = 0) => {
    if (isData(value)) {
      if (value['__typename'] === type) next(value, found, path);
    } else if (Array.isArray(value)) {
      eachItem(value, walk, found, path, lists);
    }
  };
  return walk;
}

function eachItem(
  items: readonly unknown[],
  walk: Walk,
  found: Parameters<Walk>[1],
  path: Path | undefined,
  lists: number,
): void {
  if (lists >= MOST_NESTED_LISTS) return;
  for (let index = 0; index < items.length; index += 1) {
    path?.push(index);
    walk(items[index], found, path, lists + 1);
    path?.pop();
  }
}

/** Whether an object of a type fulfils a type condition. */
export type Fulfils = (typeName: unknown, condition: string) => boolean;

/** Whether types fulfil conditions, remembered for each pair of names. */
export function createFulfils(schema: GraphQLSchema): Fulfils {
  const known = new Map<string, Map<string, boolean>>();
  const look = (typeName: string, condition: string) => {
    const type = schema.getType(typeName);
    const abstract = schema.getType(condition);
    return isObjectType(type) && isAbstractType(abstract) && schema.isSubType(abstract, type);
  };
  return (typeName, condition) => {
    if (typeName === condition) return true;
    if (typeof typeName !== 'string') return false;
    let perCondition = known.get(condition);
    if (!perCondition) known.set(condition, (perCondition = new Map()));
    let answer = perCondition.get(typeName);
    // Only names of the schema are remembered: a subgraph may answer any number of others.
    if (answer === undefined) {
      answer = look(typeName, condition);
      if (schema.getType(typeName)) perCondition.set(typeName, answer);
    }
    return answer;
  };
}

/** Makes the representation of an entity, and what tells it from others; null if it has no key. */
export type Represent = (entity: Data) => { representation: Data; identity: unknown } | null;

export function representing({ typeName, key, requires }: Representation, fulfils: Fulfils): Represent {
  const [only] = key;
  if (requires.length === 0 && key.length === 1 && only!.kind === 'field' && !only!.selections) {
    const { name, key: from } = only!;
    // A key of one field tells entities apart by itself.
    return (entity) => {
      const value = entity[from];
      if (value === null || value === undefined) return null;
      const identity = typeof value === 'object' ? JSON.stringify(value) : value;
      return { representation: { __typename: typeName, [name]: value }, identity };
    };
  }
  const takeKey = taking(key, fulfils, true);
  const takeRequired = taking(requires, fulfils, false);
  return (entity) => {
    const representation: Data = { __typename: typeName };
    if (!takeKey(entity, representation)) return null;
    takeRequired(entity, representation);
    return { representation, identity: JSON.stringify(representation) };
  };
}

/** Copies selected fields under their own names; false where a part of a key is missing. */
type Take = (source: Data, target: Data) => boolean;

function taking(selections: readonly Selection[], fulfils: Fulfils, isKey: boolean, inList = false): Take {
  const takes = selections.map((selection): Take => {
    if (selection.kind === 'fragment') {
      const inside = taking(selection.selections, fulfils, isKey, inList);
      return (source, target) => !fulfils(source['__typename'], selection.on) || inside(source, target);
    }
    const { key, name, selections: below } = selection;
    const nested = below && takingObjects(below, fulfils, isKey, inList);
    return (source, target) => {
      const value = source[key];
      // What could not be fetched is left out; what is null is told, but a key that is null is none.
      if (value === undefined) return !isKey;
      if (value === null && isKey && !inList) return false;
      const taken = nested ? nested(value, Object.hasOwn(target, name) ? target[name] : undefined) : value;
      if (taken === undefined) return !isKey;
      target[name] = taken;
      return true;
    };
  });
  return (source, target) => {
    let complete = true;
    for (const take of takes) if (!take(source, target)) complete = false;
    return complete;
  };
}

/**
 * Copies objects, and those in lists; into `known` where another selection has begun it. A list is a value as a whole:
 * what is null in one of a key is told as it is.
 */
function takingObjects(selections: readonly Selection[], fulfils: Fulfils, isKey: boolean, inList: boolean) {
  const takeOne = taking(selections, fulfils, isKey, inList);
  const takeItem = inList ? takeOne : taking(selections, fulfils, isKey, true);
  const copy = (value: unknown, known: unknown, take = takeOne): unknown => {
    if (Array.isArray(value)) {
      const items = value.map((item, index) => copy(item, Array.isArray(known) ? known[index] : undefined, takeItem));
      return isKey && items.includes(undefined) ? undefined : items;
    }
    if (!isData(value)) return value;
    const target: Data = isData(known) ? known : {};
    // What an object is has been fetched where it may be one of several things.
    if (typeof value['__typename'] === 'string') target['__typename'] = value['__typename'];
    return take(value, target) || !isKey ? target : undefined;
  };
  return copy;
}

/** Puts what a fetch found into an object of the answer: the fields that were asked for, and nothing else. */
export type Merge = (target: Data, source: Data) => void;

/** @param selections are merged as one: a key may be selected on several types */
export function merging(selections: readonly RequestSelection[]): Merge {
  const fields = new Map<string, RequestSelection[]>();
  let typename = false;
  const collect = (part: RequestSelection): void => {
    typename ||= part.typename || part.isEmpty;
    for (const { key, selection: below } of part.fields.values()) {
      const known = fields.get(key) ?? [];
      if (below) known.push(below);
      fields.set(key, known);
    }
    for (const inside of part.on.values()) collect(inside);
  };
  for (const selection of selections) collect(selection);
  const parts = [...fields].map(([key, below]) => ({ key, below, merge: null as Merge | null }));
  return (target, source) => {
    const type = source['__typename'];
    if (typename && type !== undefined && target['__typename'] === undefined) target['__typename'] = type;
    for (const part of parts) {
      const value = source[part.key];
      const existing = target[part.key];
      if (value === undefined || value === existing) continue;
      if (existing === undefined || existing === null || value === null) {
        if (value !== null || existing === undefined) target[part.key] = value;
      } else if (part.below.length > 0) {
        part.merge ??= merging(part.below);
        mergeValue(existing, value, part.merge);
      } else {
        target[part.key] = value;
      }
    }
  };
}

function mergeValue(target: unknown, source: unknown, merge: Merge): void {
  if (Array.isArray(target) && Array.isArray(source)) {
    // Lists of different length are not the same list: what was there first stays.
    if (target.length !== source.length) return;
    for (let index = 0; index < source.length; index += 1) {
      const existing = target[index] as unknown;
      const value = source[index] as unknown;
      if (existing === value || value === null || value === undefined) continue;
      if (existing === null || existing === undefined) target[index] = value;
      else mergeValue(existing, value, merge);
    }
  } else if (isData(target) && isData(source)) {
    merge(target, source);
  }
}
