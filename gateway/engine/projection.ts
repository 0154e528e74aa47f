import {
  getNamedType,
  GraphQLError,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  type GraphQLCompositeType,
  type GraphQLEnumType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import type { CanonicalKeys, CanonicalOperation, Deferral, Field, Selection } from './canonical.ts';
import { isData, type Data, type Path } from './entities.ts';

/** Makes of a value what the client asked for; null where there is nothing, or where something inside that must not be null is. */
type Project = (value: unknown) => unknown;

/** Looks at a value as `Project` does, and tells why there is nothing. */
type Inspect = (value: unknown, path: Path, report: Report) => unknown;
type Report = (path: Path, message: string, coordinate: string, kind: 'refused' | 'wrong' | 'null') => void;

interface Projection {
  project: Project;
  inspect: Inspect;
}

interface ProjectedField extends Projection {
  /** What the client calls it. */
  responseKey: string;
  /** Where it is in what was fetched. */
  key: string;
  nonNull: boolean;
  field: Field;
  coordinate: string;
}

/** Something that the data cannot be taken for. */
export interface Flaw {
  path: Path;
  message: string;
  /** `Type.field`. */
  coordinate: string;
}

/**
 * Whether the projection that is under way has met something that an error must explain. It does not wait for anything,
 * so that one at a time is under way, and objects need not carry this about.
 */
let flawed = false;
/** How much has been reported by the inspection that is under way: what is null for a reason told already is not told again. */
let reported = 0;

/** Whether an error tells already why there is nothing at a place. */
export type Explained = (path: Path) => boolean;

/**
 * What the client asked for, out of all that was fetched: in the client's order and under the client's names, without
 * what only served the plan, and with null as far up as the schema demands.
 */
export class AnswerProjection {
  private readonly schema: GraphQLSchema;
  private readonly keys: CanonicalKeys;
  private readonly root: Projection;
  private readonly operation: CanonicalOperation;
  private readonly hasRefusals: boolean;
  private readonly hidden: (typeName: string, value?: string) => boolean;
  private readonly top: readonly (readonly Selection[])[];
  /** Fields by their keys, for selections and the type of an object: made for answers with errors. */
  private readonly byKey = new Map<readonly (readonly Selection[])[], Map<string, Map<string, Collected>>>();
  /** What deferred fragments ask for, by their selections and the type of an object. */
  private readonly ofFragments = new Map<readonly Selection[], Map<string, Projection>>();

  /**
   * @param schema what clients may see
   * @param hidden whether a type, or a value of an enumeration, is one that clients may not see: it becomes null
   */
  constructor(
    schema: GraphQLSchema,
    operation: CanonicalOperation,
    hidden: (typeName: string, value?: string) => boolean,
  ) {
    this.schema = schema;
    this.hidden = hidden;
    this.keys = operation.keys;
    this.operation = operation;
    this.hasRefusals = refuses(operation.selections);
    const root = schema.getType(operation.root) as GraphQLObjectType;
    this.top = [operation.selections];
    this.root = this.object(root, this.top, null);
  }

  /** The answer, and what is wrong with it that no error of a subgraph has told. */
  answer(data: Data, explained: Explained): { data: Data | null; flaws: Flaw[]; refusals: GraphQLError[] } {
    flawed = false;
    const answer = this.root.project(data) as Data | null;
    if (!flawed && !this.hasRefusals) return { data: answer, flaws: [], refusals: [] };
    return { data: answer, ...this.inspect(this.root, data, [], explained) };
  }

  /** The parts of a deferred fragment: one for each object that it is on. */
  deferred(deferral: Deferral, data: Data, explained: Explained) {
    const parts: { path: Path; data: Data | null; flaws: Flaw[]; refusals: GraphQLError[] }[] = [];
    this.findDeferred(
      this.operation.selections,
      this.operation.root,
      data,
      [],
      deferral,
      (type, selections, value, path) => {
        const projection = this.deferredProjection(type, selections);
        flawed = false;
        const answer = projection.project(value) as Data | null;
        const nothing = { flaws: [], refusals: [] };
        const found = flawed || this.hasRefusals ? this.inspect(projection, value, path, explained) : nothing;
        parts.push({ path: [...path], data: answer, ...found });
      },
    );
    return parts;
  }

  /** What a deferred fragment asks of objects of a type. */
  private deferredProjection(
    type: GraphQLObjectType | GraphQLInterfaceType,
    selections: readonly Selection[],
  ): Projection {
    let perType = this.ofFragments.get(selections);
    if (!perType) this.ofFragments.set(selections, (perType = new Map()));
    let projection = perType.get(type.name);
    if (!projection) perType.set(type.name, (projection = this.object(type, [selections], null)));
    return projection;
  }

  private findDeferred(
    selections: readonly Selection[],
    typeName: string,
    value: unknown,
    path: Path,
    deferral: Deferral,
    found: (
      type: GraphQLObjectType | GraphQLInterfaceType,
      selections: readonly Selection[],
      value: Data,
      path: Path,
    ) => void,
  ): void {
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) {
        this.findDeferred(selections, typeName, item, [...path, index], deferral, found);
      }
      return;
    }
    if (!isData(value)) return;
    const type = this.typeOf(value, typeName);
    if (!type) return;
    for (const selection of selections) {
      if (selection.kind === 'fragment') {
        if (!this.applies(type, selection.on)) continue;
        if (selection.deferral === deferral) found(type, selection.selections, value, path);
        else this.findDeferred(selection.selections, type.name, value, path, deferral, found);
      } else if (selection.selections) {
        const definition = type.getFields()[selection.name];
        if (!definition || selection.refusal) continue;
        const key = this.keys.onType(type.name, selection.key, selection.name);
        const below = [...path, selection.responseKey];
        const named = getNamedType(definition.type).name;
        this.findDeferred(selection.selections, named, value[key], below, deferral, found);
      }
    }
  }

  /** What the client calls a place of what was fetched; it ends where the client did not ask further. */
  responsePath(path: readonly (string | number)[], data: Data): Path {
    const result: Path = [];
    let value: unknown = data;
    let typeName = this.operation.root;
    let selections = this.top;
    let lists = 0;
    for (const step of path) {
      if (typeof step === 'number') {
        // A list that is null since something in it must not be has no items any more: the error keeps its place in it.
        const isPlace = Array.isArray(value) ? Object.hasOwn(value, step) : value === null || value === undefined;
        if (lists === 0 || !isPlace) break;
        lists -= 1;
        result.push(step);
        value = Array.isArray(value) ? value[step] : undefined;
        continue;
      }
      if (Array.isArray(value)) break;
      const found = this.fieldUnder(step, this.typesAt(value, typeName), selections);
      const { field, definition } = found ?? {};
      if (field?.field.name.startsWith('__')) {
        const below = isData(value) ? existing(value[step], path.slice(path.indexOf(step) + 1)) : [];
        return [...result, field.responseKey, ...below];
      }
      if (!field || !definition) break;
      result.push(field.responseKey);
      value = isData(value) ? value[step] : undefined;
      typeName = getNamedType(definition.type).name;
      lists = listDepth(definition.type);
      selections = field.inside;
    }
    return result;
  }

  private inspect(projection: Projection, data: Data, path: Path, explained: Explained) {
    const flaws: Flaw[] = [];
    const refusals = new Map<string, GraphQLError>();
    projection.inspect(data, [...path], (at, message, coordinate, kind) => {
      reported += 1;
      if (kind === 'refused') {
        // One error for each field that may not be had, at the first place where it would be.
        const place = `${at.filter((step) => typeof step === 'string').join('.')} ${message}`;
        if (!refusals.has(place)) refusals.set(place, withPath(this.refused.get(message)!, [...at]));
      } else if (kind === 'wrong' || !explained(at)) {
        flaws.push({ path: [...at], message, coordinate });
      }
    });
    return { flaws, refusals: [...refusals.values()] };
  }

  private readonly refused = new Map<string, GraphQLError>();

  /** The field that has a key among selections on objects of one of some types. */
  private fieldUnder(
    key: string,
    types: readonly (GraphQLObjectType | GraphQLInterfaceType)[],
    selections: readonly (readonly Selection[])[],
  ) {
    for (const type of types) {
      const field = this.fieldsByKey(type, selections).get(key);
      if (field) return { field, definition: type.getFields()[field.field.name] };
    }
    return null;
  }

  /** The fields of selections on objects of a type: there may be as many errors to be placed as there are fields. */
  private fieldsByKey(type: GraphQLObjectType | GraphQLInterfaceType, selections: readonly (readonly Selection[])[]) {
    let perType = this.byKey.get(selections);
    if (!perType) this.byKey.set(selections, (perType = new Map()));
    let fields = perType.get(type.name);
    if (!fields) {
      fields = new Map();
      for (const each of this.collect(type, selections, true)) {
        const key = this.keys.onType(type.name, each.field.key, each.field.name);
        if (!fields.has(key)) fields.set(key, each);
      }
      perType.set(type.name, fields);
    }
    return fields;
  }

  /** What an object is, or all that it may have been where there is nothing any more. */
  private typesAt(value: unknown, declared: string): (GraphQLObjectType | GraphQLInterfaceType)[] {
    const own = this.typeOf(isData(value) ? value : {}, declared);
    const abstract = this.schema.getType(declared);
    const members = !isData(value) && isAbstractType(abstract) ? this.schema.getPossibleTypes(abstract) : [];
    return own ? [own, ...members] : [...members];
  }

  private typeOf(value: Data, declared: string): GraphQLObjectType | GraphQLInterfaceType | null {
    const type = this.schema.getType(declared);
    if (isObjectType(type)) return type;
    const own = value['__typename'];
    const named = typeof own === 'string' ? this.schema.getType(own) : type;
    return isObjectType(named) || isInterfaceType(named) ? named : null;
  }

  /** Objects of a declared type, which say themselves what they are where it is abstract. */
  private objects(
    declared: GraphQLCompositeType,
    selections: readonly (readonly Selection[])[],
    coordinate: string,
  ): Projection {
    if (isObjectType(declared)) return this.object(declared, selections, coordinate);
    const perType = new Map<string, Projection>();
    const nothing: Projection = { project: () => null, inspect: () => null };
    const of = (value: Data): Projection => {
      const own = value['__typename'];
      // An object that stands in place of an interface does not say what it is.
      const name = typeof own === 'string' ? own : declared.name;
      const known = perType.get(name);
      if (known) return known;
      const type = this.schema.getType(name);
      if (this.hidden(name)) return nothing;
      const fits = isObjectType(type)
        ? this.schema.isSubType(declared as GraphQLInterfaceType, type)
        : type === declared;
      if (!fits || !(isObjectType(type) || isInterfaceType(type))) {
        return unexpected(`an object of the type ${name}`, `one of ${declared.name}`, coordinate);
      }
      const projection = this.object(type, selections, coordinate);
      perType.set(name, projection);
      return projection;
    };
    const wrong = unexpected('a value', `an object of ${declared.name}`, coordinate);
    // Where the type decides about what is asked, an object whose type could not be found out is none.
    const needsType = selections.some((list) => this.asksForType(list, declared));
    const isUntyped = (value: Data) => needsType && typeof value['__typename'] !== 'string';
    return {
      project(value) {
        if (isData(value) && isUntyped(value)) {
          flawed = true;
          return null;
        }
        if (isData(value)) return of(value).project(value);
        return value === null || value === undefined ? null : wrong.project(value);
      },
      inspect(value, path, report) {
        if (isData(value) && isUntyped(value)) {
          report(
            path,
            `The type of the object of ${declared.name} in ${coordinate} could not be found out.`,
            coordinate,
            'null',
          );
          return null;
        }
        if (isData(value)) return of(value).inspect(value, path, report);
        return value === null || value === undefined ? null : wrong.inspect(value, path, report);
      },
    };
  }

  private object(
    type: GraphQLObjectType | GraphQLInterfaceType,
    selections: readonly (readonly Selection[])[],
    coordinate: string | null,
  ): Projection {
    const fields = this.collect(type, selections).map((each) => this.projectedField(type, each));
    const wrong = unexpected('a value', `an object of ${type.name}`, coordinate ?? type.name);
    // A client may call a field `__proto__`: it is a property like any other of an object that inherits none.
    const inheritsNothing = fields.some(({ responseKey }) => responseKey === '__proto__');
    const project: Project = (value) => {
      if (!isData(value)) return value === null || value === undefined ? null : wrong.project(value);
      const result: Data = inheritsNothing ? (Object.create(null) as Data) : {};
      for (let index = 0; index < fields.length; index += 1) {
        const { key, responseKey, nonNull, project: ofField } = fields[index]!;
        const projected = ofField(value[key]);
        if (projected === null && nonNull) {
          flawed = true;
          return null;
        }
        result[responseKey] = projected;
      }
      return result;
    };
    const inspect: Inspect = (value, path, report) => {
      if (!isData(value)) return value === null || value === undefined ? null : wrong.inspect(value, path, report);
      let isNull = false;
      for (const { key, responseKey, nonNull, inspect: ofField, coordinate: at } of fields) {
        path.push(responseKey);
        const before = reported;
        const found = ofField(value[key], path, report);
        if (found === null && nonNull) {
          if (!isNull && reported === before)
            report(path, `Cannot return null for non-nullable field ${at}.`, at, 'null');
          isNull = true;
        }
        path.pop();
      }
      return isNull ? null : value;
    };
    return { project, inspect };
  }

  private projectedField(
    type: GraphQLObjectType | GraphQLInterfaceType,
    { responseKey, field, inside }: Collected,
  ): ProjectedField {
    const coordinate = `${type.name}.${field.name}`;
    const base = { responseKey, key: field.key, nonNull: false, field, coordinate };
    if (field.refusal) return { ...base, ...this.refusedField(type, field) };
    if (field.name === '__typename') {
      if (isInterfaceType(type)) return { ...base, ...same((value) => value ?? type.name) };
      return { ...base, ...same(() => type.name) };
    }
    // What the schema says of itself has the client's own names already.
    if (field.name.startsWith('__')) return { ...base, ...same((value) => value ?? null) };
    const definition = type.getFields()[field.name];
    if (!definition) return { ...base, ...same(() => null) };
    const key = this.keys.onType(type.name, field.key, field.name);
    const projection = this.value(definition.type, inside, coordinate);
    return { ...base, key, nonNull: isNonNullType(definition.type), ...projection };
  }

  private refusedField(type: GraphQLObjectType | GraphQLInterfaceType, { refusal, name }: Field) {
    const { message } = refusal!;
    this.refused.set(message, refusal!);
    const definition = type.getFields()[name];
    const projection: Projection = {
      project: () => null,
      inspect(_, path, report) {
        report(path, message, '', 'refused');
        return null;
      },
    };
    return { nonNull: definition ? isNonNullType(definition.type) : false, ...projection };
  }

  private value(type: GraphQLOutputType, inside: readonly (readonly Selection[])[], coordinate: string): Projection {
    if (isNonNullType(type)) return this.value(type.ofType, inside, coordinate);
    if (isListType(type)) return this.list(type.ofType, inside, coordinate);
    const named = getNamedType(type);
    if (isCompositeType(named)) return this.objects(named, inside, coordinate);
    if (isEnumType(named)) return this.enumValue(named, coordinate);
    return isScalarType(named) && isSpecifiedScalarType(named)
      ? scalar(named.name, coordinate)
      : same((value) => value ?? null);
  }

  /** Values of an enumeration: those that clients may not see become null, what is none is an error. */
  private enumValue(type: GraphQLEnumType, coordinate: string): Projection {
    const known = new Set<unknown>(type.getValues().map(({ name }) => name));
    const wrong = unexpected('a value', `a value of ${type.name}`, coordinate);
    const isNothing = (value: unknown) =>
      value === null || value === undefined || (typeof value === 'string' && this.hidden(type.name, value));
    return {
      project: (value) => (known.has(value) ? value : isNothing(value) ? null : wrong.project(value)),
      inspect: (value, path, report) =>
        known.has(value) ? value : isNothing(value) ? null : wrong.inspect(value, path, report),
    };
  }

  private list(of: GraphQLOutputType, inside: readonly (readonly Selection[])[], coordinate: string): Projection {
    const item = this.value(of, inside, coordinate);
    const nonNull = isNonNullType(of);
    const wrong = unexpected('a value', 'a list', coordinate);
    return {
      project(value) {
        if (!Array.isArray(value)) return value === null || value === undefined ? null : wrong.project(value);
        const result: unknown[] = [];
        for (let index = 0; index < value.length; index += 1) {
          const projected = item.project(value[index]);
          if (projected === null && nonNull) {
            flawed = true;
            return null;
          }
          result.push(projected);
        }
        return result;
      },
      inspect(value, path, report) {
        if (!Array.isArray(value))
          return value === null || value === undefined ? null : wrong.inspect(value, path, report);
        let isNull = false;
        for (const [index, each] of value.entries()) {
          path.push(index);
          const before = reported;
          const found = item.inspect(each, path, report);
          if (found === null && nonNull) {
            if (!isNull && reported === before)
              report(path, `Cannot return null for non-nullable field ${coordinate}.`, coordinate, 'null');
            isNull = true;
          }
          path.pop();
        }
        return isNull ? null : value;
      },
    };
  }

  /** Whether selections on an abstract type ask for different things of different types, or for the type itself. */
  private asksForType(selections: readonly Selection[], declared: GraphQLCompositeType): boolean {
    return selections.some((selection) => {
      if (selection.kind === 'field') return selection.name === '__typename';
      if (!isInterfaceType(declared) || !this.applies(declared, selection.on)) return true;
      return this.asksForType(selection.selections, declared);
    });
  }

  /** The fields for objects of a type, those of the same name as one, in the client's order. */
  private collect(
    type: GraphQLObjectType | GraphQLInterfaceType,
    selections: readonly (readonly Selection[])[],
    withDeferred = false,
  ): Collected[] {
    const fields = new Map<string, Collected>();
    const visit = (list: readonly Selection[]): void => {
      for (const selection of list) {
        if (selection.kind === 'fragment') {
          if ((withDeferred || !selection.deferral) && this.applies(type, selection.on)) visit(selection.selections);
          continue;
        }
        const known = fields.get(selection.responseKey);
        if (known) {
          if (selection.selections) known.inside.push(selection.selections);
          continue;
        }
        const inside = selection.selections ? [selection.selections] : [];
        fields.set(selection.responseKey, { responseKey: selection.responseKey, field: selection, inside });
      }
    };
    for (const list of selections) visit(list);
    return [...fields.values()];
  }

  private applies(type: GraphQLObjectType | GraphQLInterfaceType, condition: string): boolean {
    if (condition === type.name) return true;
    const abstract = this.schema.getType(condition);
    return isAbstractType(abstract) && this.schema.isSubType(abstract, type);
  }
}

interface Collected {
  responseKey: string;
  field: Field;
  inside: (readonly Selection[])[];
}

/** A projection that cannot fail. */
const same = (project: Project): Projection => ({ project, inspect: project });

/** What becomes of a value that is of the wrong kind: null, with an error that says so. */
function unexpected(what: string, wanted: string, coordinate: string): Projection {
  return {
    project() {
      flawed = true;
      return null;
    },
    inspect(value, path, report) {
      const found = what === 'a value' ? kindOf(value) : what;
      report(path, `${coordinate} was answered with ${found} where ${wanted} is expected.`, coordinate, 'wrong');
      return null;
    },
  };
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/** Values of the specification's own scalars; what is none becomes null, and an error says so. */
function scalar(name: string, coordinate: string): Projection {
  const wrong = unexpected('a value', `a value of ${name}`, coordinate);
  const orNull: Project = (value) => (value === null || value === undefined ? null : wrong.project(value));
  const project = SCALARS[name]!(orNull);
  return {
    project,
    inspect(value, path, report) {
      if (value === null || value === undefined) return null;
      const projected = project(value);
      return projected === null ? wrong.inspect(value, path, report) : projected;
    },
  };
}

/** How each scalar is taken from what a subgraph answered. */
const SCALARS: Record<string, (otherwise: Project) => Project> = {
  String: (otherwise) => (value) => (typeof value === 'string' ? value : otherwise(value)),
  ID: (otherwise) => (value) => {
    if (typeof value === 'string') return value;
    return typeof value === 'number' ? String(value) : otherwise(value);
  },
  Int: (otherwise) => (value) => (Number.isInteger(value) ? value : otherwise(value)),
  Float: (otherwise) => (value) => (typeof value === 'number' ? value : otherwise(value)),
  Boolean: (otherwise) => (value) => (typeof value === 'boolean' ? value : otherwise(value)),
};

/** How many lists a type has one within the other. */
function listDepth(type: GraphQLOutputType): number {
  if (isNonNullType(type)) return listDepth(type.ofType);
  return isListType(type) ? 1 + listDepth(type.ofType) : 0;
}

/** The part of a path that a value has. */
function existing(value: unknown, path: readonly (string | number)[]): Path {
  const result: Path = [];
  for (const step of path) {
    const isStep = Array.isArray(value) ? typeof step === 'number' : typeof step === 'string' && isData(value);
    if (!isStep || !Object.hasOwn(value as object, step)) break;
    result.push(step);
    value = (value as Record<string | number, unknown>)[step];
  }
  return result;
}

function refuses(selections: readonly Selection[]): boolean {
  return selections.some((selection) => {
    if (selection.kind === 'field' && selection.refusal) return true;
    return selection.selections !== null && refuses(selection.selections);
  });
}

const withPath = ({ message, extensions }: GraphQLError, path: Path) => new GraphQLError(message, { path, extensions });
