import type { FetchNodePathSegment, FetchRewrite, FlattenNodePathSegment, RequiresSelection } from '@graphql-hive/router-query-planner';
import { isAbstractType, isObjectType, type GraphQLSchema } from 'graphql';

/** Objects as subgraphs answer them. */
export type Data = Record<string, unknown>;
export type Path = (string | number)[];

/** Calls `found` with every entity at a place of the answer so far; `path` is kept up to date if one is given. */
export type Walk = (value: unknown, found: (entity: Data, path?: Path) => void, path?: Path) => void;

/** Whether an object of a type fulfils a type condition. */
export type Fulfils = (typeName: string | undefined, conditions: readonly string[]) => boolean;

/** Whether types fulfil conditions, remembered for each pair of names. */
export function fulfilling(schema: GraphQLSchema): Fulfils {
  const known = new Map<string, boolean>();
  const look = (typeName: string, condition: string) => {
    if (typeName === condition) return true;
    const type = schema.getType(typeName);
    const abstract = schema.getType(condition);
    return isObjectType(type) && isAbstractType(abstract) && schema.isSubType(abstract, type);
  };
  return (typeName, conditions) => {
    if (!typeName) return false;
    for (const condition of conditions) {
      const pair = `${typeName} ${condition}`;
      let answer = known.get(pair);
      if (answer === undefined) known.set(pair, (answer = look(typeName, condition)));
      if (answer) return true;
    }
    return false;
  };
}

/** Where a flattened fetch finds its entities, as a function. Lists on the way are entered whether the plan names them or not. */
export function walker(segments: readonly FlattenNodePathSegment[], fulfils: Fulfils): Walk {
  let next: Walk = (value, found, path) => {
    if (Array.isArray(value)) return eachItem(value, next, found, path);
    if (isData(value)) found(value, path);
  };
  for (const segment of segments.toReversed()) next = step(segment, next, fulfils);
  return next;
}

function step(segment: FlattenNodePathSegment, next: Walk, fulfils: Fulfils): Walk {
  if (segment === '@') {
    return (value, found, path) => {
      if (Array.isArray(value)) eachItem(value, next, found, path);
    };
  }
  if ('Field' in segment) {
    const name = segment.Field;
    const walk: Walk = (value, found, path) => {
      if (Array.isArray(value)) return eachItem(value, walk, found, path);
      if (!isData(value)) return;
      path?.push(name);
      next(value[name], found, path);
      path?.pop();
    };
    return walk;
  }
  const conditions = segment.TypeCondition;
  const walk: Walk = (value, found, path) => {
    if (Array.isArray(value)) return eachItem(value, walk, found, path);
    if (isData(value) && (typeof value['__typename'] !== 'string' || fulfils(value['__typename'], conditions))) next(value, found, path);
  };
  return walk;
}

function eachItem(items: readonly unknown[], walk: Walk, found: Parameters<Walk>[1], path?: Path): void {
  for (let index = 0; index < items.length; index++) {
    path?.push(index);
    walk(items[index], found, path);
    path?.pop();
  }
}

/** Makes the representation of an entity: its key and what the fetch requires; null if it has no key. */
export type Represent = (entity: Data) => Data | null;

export function representing(requires: readonly RequiresSelection[], rewrites: readonly FetchRewrite[] | undefined, fulfils: Fulfils): Represent {
  const take = taking(requires, fulfils);
  const rewrite = rewriting(rewrites, fulfils);
  return (entity) => {
    const representation = take(entity);
    if (!representation) return null;
    representation['__typename'] ??= entity['__typename'];
    return rewrite(representation) as Data;
  };
}

/** Copies the selected fields of an object; null if nothing but a type name is there. */
function taking(selections: readonly RequiresSelection[], fulfils: Fulfils): (source: Data) => Data | null {
  const steps = selections.flatMap((selection): ((source: Data, target: Data) => void)[] => {
    if (selection.kind === 'Field') {
      const { name } = selection;
      const key = selection.alias ?? name;
      const inside = selection.selections?.length ? inLists(taking(selection.selections, fulfils)) : null;
      return [(source, target) => {
        const value = source[name] === undefined ? source[key] : source[name];
        const taken = inside ? inside(value) : value;
        if (taken != null) target[key] = taken;
      }];
    }
    if (selection.kind === 'InlineFragment') {
      const inside = taking(selection.selections, fulfils);
      const conditions = [selection.typeCondition];
      return [(source, target) => {
        if (!fulfils(source['__typename'] as string, conditions)) return;
        const taken = inside(source);
        if (taken) merge(target, taken);
      }];
    }
    return [];
  });
  return (source) => {
    const target: Data = {};
    for (const take of steps) take(source, target);
    for (const key in target) if (key !== '__typename') return target;
    return null;
  };
}

const inLists = (take: (source: Data) => Data | null) => {
  const each = (value: unknown): unknown => (Array.isArray(value) ? value.map(each) : isData(value) ? take(value) : value);
  return each;
};

/** Applies the rewrites of a plan to a representation or to an answer, in place. */
export function rewriting(rewrites: readonly FetchRewrite[] | undefined, fulfils: Fulfils): (value: unknown) => unknown {
  if (!rewrites?.length) return (value) => value;
  const steps = rewrites.map((rewrite): ((value: unknown) => void) => {
    if ('KeyRenamer' in rewrite) {
      const { path, renameKeyTo } = rewrite.KeyRenamer;
      return atEnd(path, fulfils, (parent, key) => {
        if (!(key in parent)) return;
        parent[renameKeyTo] = parent[key];
        if (renameKeyTo !== key) delete parent[key];
      });
    }
    const { path, setValueTo } = 'ValueSetter' in rewrite ? rewrite.ValueSetter : rewrite;
    return atEnd(path, fulfils, (parent, key) => {
      parent[key] = setValueTo;
    });
  });
  return (value) => {
    for (const rewrite of steps) rewrite(value);
    return value;
  };
}

/** Follows the path of a rewrite and calls `change` with the object and key at its end. */
function atEnd(path: readonly FetchNodePathSegment[], fulfils: Fulfils, change: (parent: Data, key: string) => void): (value: unknown) => void {
  const [segment, ...rest] = path;
  if (!segment) return () => {};
  const next = rest.length ? atEnd(rest, fulfils, change) : null;
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(walk);
    if (!isData(value)) return;
    if ('Key' in segment) {
      if (next) next(value[segment.Key]);
      else change(value, segment.Key);
    } else if (value['__typename'] === undefined || fulfils(value['__typename'] as string, segment.TypenameEquals)) next?.(value);
  };
  return walk;
}

/** Puts what a later fetch found into an object: fields of objects, and lists of the same length item by item. */
export function merge(target: Data, source: Data): void {
  for (const key in source) {
    const value = source[key];
    const existing = target[key];
    if (existing === value || (value == null && existing != null)) continue;
    if (existing == null || typeof value !== 'object' || typeof existing !== 'object') target[key] = value;
    else if (Array.isArray(value) && Array.isArray(existing)) target[key] = mergeLists(existing, value);
    else merge(existing as Data, value as Data);
  }
}

function mergeLists(target: unknown[], source: unknown[]): unknown[] {
  if (target.length !== source.length) return source;
  for (let index = 0; index < source.length; index++) {
    const value = source[index];
    const existing = target[index];
    if (existing === value) continue;
    if (Array.isArray(value) && Array.isArray(existing)) target[index] = mergeLists(existing, value);
    else if (isData(value) && isData(existing)) merge(existing, value);
    else if (value != null) target[index] = value;
  }
  return target;
}

export function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
