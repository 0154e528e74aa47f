import {
  type Abstract,
  type Declaration,
  type Declared,
  type Entity,
  type Field,
  type Key,
  type Model,
  type Requirement,
  type TypeRef,
  type ValueType,
} from './model.ts';
import type { AbstractSpec, EntitySpec, FieldSpec, InterfaceObjectSpec, SupergraphSpec } from './supergraphSpec.ts';

const ENTITIES = ['Ant', 'Bee', 'Cat', 'Dog', 'Elk'];
const VALUES = ['Vase', 'Vest'];
const UNIONS = ['Uni', 'Ufo'];
const INTERFACES = ['Ivy', 'Ink'];
const FIELDS = ['name', 'size', 'kind', 'link', 'tags', 'cost', 'note', 'rank'];
const LEAFS = ['String', 'Int', 'ID', 'Float', 'Boolean', 'Hue', 'Blob'];
/** Arguments by the number in a specification, with literals that a `@requires` may give. */
const ARGS: readonly (readonly [sdl: string, literals: readonly string[]])[] = [
  ['', ['']],
  ['', ['']],
  ['', ['']],
  ['', ['']],
  ['', ['']],
  ['(n: Int)', ['', '(n: 7)', '(n: null)']],
  ['(n: Int = 5, s: String)', ['', '(s: "q")', '(n: 2, s: "é")']],
  ['(s: String!)', ['(s: "x")', '(s: "")']],
  ['(in: Inp)', ['', '(in: {x: 2})', '(in: {y: ["a"], z: {e: BLUE}})']],
  ['(hue: Hue = RED, grid: [[Int]])', ['', '(hue: GREEN)', '(grid: [[1, null], []])']],
];

/** Roles of fields that require others: many, for they have to find some. */
const REQUIRING = new Set([2, 3, 7, 8, 9]);

const plain = (name: string, ...nonNull: boolean[]): TypeRef => ({ name, nonNull });
const at = <Item>(items: readonly Item[], index: number): Item => items[index % items.length]!;
const bit = (number: number, index: number): boolean => ((number >> index) & 1) === 1;
const isLeaf = ({ type }: Field): boolean => LEAFS.includes(type.name);

/** Makes a supergraph of a specification, such that it composes in nearly all cases. */
export function modelOf(spec: SupergraphSpec): Model {
  return new Modelling(spec).model;
}

class Modelling {
  readonly model: Model;
  private readonly spec: SupergraphSpec;
  private readonly entities: Entity[] = [];
  private readonly values: ValueType[] = [];
  private readonly abstracts: Abstract[] = [];
  private readonly everywhere: number[];

  constructor(spec: SupergraphSpec) {
    this.spec = spec;
    this.everywhere = Array.from({ length: spec.subgraphs }, (_, index) => index);
    this.model = {
      subgraphs: this.everywhere.map(() => new Map()),
      entities: new Map(),
      values: new Map(),
      abstracts: new Map(),
    };
    spec.entities.forEach((each, index) => this.entity(ENTITIES[index]!, each, index));
    for (const entity of this.entities) this.declareKeys(entity);
    for (const entity of this.entities) this.declarePeers(entity);
    if (spec.interfaceObjects[0]) this.interfaceObject(spec.interfaceObjects[0]);
    spec.unions.forEach((each, index) => this.union(UNIONS[index]!, each));
    spec.values.forEach((each, index) => this.value(VALUES[index]!, each.fields));
    spec.interfaces.forEach((each, index) => this.interface(INTERFACES[index]!, each));
    spec.entities.forEach((each, index) =>
      each.fields.forEach((field, number) => this.entityField(this.entities[index]!, FIELDS[number]!, field)),
    );
    this.root('Query', 'root', spec.roots);
    this.mutations(spec.mutations);
  }

  /** Declares a type in a subgraph, if it is not there. */
  private declared(subgraph: number, name: string, kind: Declared['kind'] = 'type'): Declared {
    const types = this.model.subgraphs[subgraph]!;
    let type = types.get(name);
    if (!type) types.set(name, (type = { kind, marks: new Set(), implementing: new Set(), fields: new Map() }));
    return type;
  }

  private put(
    subgraph: number,
    typeName: string,
    field: Field,
    marks: string[] = [],
    how: Declaration['how'] = 'own',
    type?: TypeRef,
  ): void {
    this.ensure(subgraph, field.type.name);
    this.declared(subgraph, typeName).fields.set(field.name, { field, marks, how, type });
  }

  private has(subgraph: number, typeName: string, name: string): boolean {
    return this.model.subgraphs[subgraph]!.get(typeName)?.fields.has(name) ?? false;
  }

  /** Makes sure that a subgraph can name a type: of an entity that it knows nothing of, by a key. */
  private ensure(subgraph: number, name: string): void {
    const entity = this.model.entities.get(name);
    const value = this.model.values.get(name);
    if (entity && !entity.keysIn.has(subgraph)) {
      const type = this.declared(subgraph, name);
      if (type.marks.size) return;
      type.marks.add(
        `@key(fields: "${entity.keys[0]!.text}"${bit(entity.naked, subgraph) ? ', resolvable: false' : ''})`,
      );
      for (const field of entity.keys[0]!.fields) this.put(subgraph, name, field);
    }
    if (value && !this.model.subgraphs[subgraph]!.has(name)) {
      this.declared(subgraph, name).marks.add('@shareable');
      for (const field of value.fields) this.put(subgraph, name, field);
    }
  }

  private entity(name: string, { homes: mask, keys, spread, ghosts, naked }: EntitySpec, index: number): void {
    const some = this.everywhere.filter((each) => bit(mask, each));
    const homes = some.length ? some : [index % this.spec.subgraphs];
    const peer = this.spec.entities.length > 1 ? ENTITIES[(index + 1) % this.spec.entities.length]! : null;
    const all = keysOf(name, keys, peer);
    // The first home has all keys, or each home shares one with the next.
    const chain = bit(spread, 5);
    const last = all.length - 1;
    const keysIn = new Map(
      homes.map((home, number) => {
        if (chain) return [home, [...new Set([Math.min(Math.max(number - 1, 0), last), Math.min(number, last)])]];
        const chosen = all.flatMap((_, key) =>
          number === 0 || key === (number + spread) % all.length || bit(spread, key + 1) ? [key] : [],
        );
        return [home, chosen];
      }),
    );
    const gone = new Map<string, ReadonlySet<number>>();
    if (ghosts === 3) gone.set('9', new Set(this.everywhere));
    if (ghosts === 4 && all.length === 1 && homes.length > 1) gone.set('8', new Set([homes.at(-1)!]));
    const entity: Entity = {
      name,
      homes,
      keys: all,
      keysIn,
      rows: ['1', '2', '3', '4'],
      ghosts: gone,
      naked: gone.size ? 0 : naked,
      fields: [],
    };
    this.entities.push(entity);
    this.model.entities.set(name, entity);
    if (keys === 5) this.model.values.set(`${name}Part`, { name: `${name}Part`, fields: partFields(`${name}Part`) });
  }

  private declareKeys(entity: Entity): void {
    for (const [home, keys] of entity.keysIn) {
      const type = this.declared(home, entity.name);
      for (const key of keys) type.marks.add(`@key(fields: "${entity.keys[key]!.text}")`);
      for (const key of keys) for (const field of entity.keys[key]!.fields) this.put(home, entity.name, field);
    }
  }

  /** A subgraph that names a peer in a key has the peer's id, whatever keys of it that has besides. */
  private declarePeers({ keysIn, keys }: Entity): void {
    for (const [home, numbers] of keysIn) {
      const peers = numbers
        .flatMap((key) => keys[key]!.fields)
        .flatMap(({ name, type }) => (name === 'peer' ? type.name : []));
      for (const peer of peers) {
        if (this.has(home, peer, 'id')) continue;
        const [first] = this.model.entities.get(peer)!.keys;
        this.declared(home, peer).marks.add(`@key(fields: "${first!.text}")`);
        for (const field of first!.fields) this.put(home, peer, field);
      }
    }
  }

  private value(name: string, specs: readonly FieldSpec[]): void {
    const fields = specs.map((spec, index) => this.fieldOf(name, FIELDS[index]!, spec, this.everywhere, 'value').field);
    const value = { name, fields };
    this.values.push(value);
    this.model.values.set(name, value);
  }

  private union(name: string, { home, members, second, secondMembers }: AbstractSpec): void {
    const union: Abstract = { name, kind: 'union', members: new Map() };
    const some = (mask: number) => {
      const chosen = this.entities.filter((_, index) => bit(mask, index)).map((each) => each.name);
      return chosen.length ? chosen : [this.entities[0]!.name];
    };
    const first = home % this.spec.subgraphs;
    union.members.set(first, some(members));
    if (second > 3) union.members.set(second % this.spec.subgraphs, some(secondMembers));
    for (const [subgraph, names] of union.members) for (const each of names) this.ensure(subgraph, each);
    this.abstracts.push(union);
    this.model.abstracts.set(name, union);
  }

  private interface(
    name: string,
    { home: wanted, members: mask, second, secondMembers, fields: specs }: AbstractSpec,
  ): void {
    const home = wanted % this.spec.subgraphs;
    const candidates = this.entities.filter(({ homes }) => homes.includes(home));
    if (!candidates.length) return;
    const chosen = candidates.filter((_, index) => bit(mask, index));
    const members = chosen.length ? chosen : [candidates[0]!];
    const names = members.map((each) => each.name);
    const fields = specs.map(
      (spec, index) =>
        this.fieldOf(name, `${name.toLowerCase()}${index}`, { ...spec, role: 0 }, [home], 'interface').field,
    );
    const id = members.every((each) => this.has(home, each.name, 'id'));
    if (!id && !fields.length) return;
    const declared = this.declared(home, name, 'interface');
    const idField = members[0]!.keys[0]!.fields[0]!;
    if (id) this.put(home, name, idField);
    for (const field of fields) this.put(home, name, field);
    for (const member of members) {
      this.declared(home, member.name).implementing.add(name);
      for (const field of fields) {
        // A member may promise more than the interface does.
        const more = field.mood === 'calm' && bit(specs[0]!.pick, 1) && isLeaf(field);
        const type = more ? { ...field.type, nonNull: field.type.nonNull.map(() => true) } : field.type;
        const own = { ...field, type, of: member.name };
        member.fields.push(own);
        this.put(home, member.name, own);
      }
    }
    const abstract: Abstract = { name, kind: 'interface', members: new Map([[home, names]]) };
    if (second > 3 && second % this.spec.subgraphs !== home && id && declared) {
      const other = second % this.spec.subgraphs;
      const there = members.filter(
        (each, index) =>
          each.homes.includes(other) && this.has(other, each.name, 'id') && (index === 0 || bit(secondMembers, index)),
      );
      if (there.length) {
        this.declared(other, name, 'interface');
        this.put(other, name, idField);
        for (const each of there) this.declared(other, each.name).implementing.add(name);
        abstract.members.set(
          other,
          there.map((each) => each.name),
        );
      }
    }
    this.abstracts.push(abstract);
    this.model.abstracts.set(name, abstract);
  }

  /** An interface of entities in one subgraph, which others have as one object. */
  private interfaceObject({ home: wanted, others, elsewhere, common, own, added }: InterfaceObjectSpec): void {
    const home = wanted % this.spec.subgraphs;
    const name = 'Media';
    const implementations: readonly string[] = ['Mug', 'Map'];
    const chosen = this.everywhere.filter((each) => each !== home && bit(others, each));
    const homes = chosen.length ? chosen : [(home + 1) % this.spec.subgraphs];
    const key = keysOf(name, 0, null)[0]!;
    const declared = this.declared(home, name, 'interface');
    declared.marks.add('@key(fields: "id")');
    this.put(home, name, key.fields[0]!);
    const shared = common.map(
      (spec, index) =>
        this.fieldOf(name, `shown${index}`, { ...spec, kind: spec.kind % 7, role: 0 }, [home], 'interface').field,
    );
    for (const field of shared) this.put(home, name, field);
    this.model.interfaceObject = { name, home, implementations, homes };
    implementations.forEach((each, number) => {
      const free = this.everywhere.filter((subgraph) => subgraph !== home && !homes.includes(subgraph));
      const extra = elsewhere > 3 && free.length ? [free[0]!] : [];
      const keys = keysOf(each, 0, null);
      const entity: Entity = {
        name: each,
        homes: [home, ...extra],
        keys,
        keysIn: new Map([home, ...extra].map((subgraph) => [subgraph, [0]])),
        rows: number ? ['2', '4'] : ['1', '3'],
        ghosts: new Map(),
        naked: 0,
        fields: [],
      };
      this.model.entities.set(each, entity);
      this.declareKeys(entity);
      this.declared(home, each).implementing.add(name);
      for (const field of shared) this.put(home, each, { ...field, of: each });
      own.forEach((spec, index) => {
        if (index % 2 === number || spec.pick % 2)
          this.entityField(entity, FIELDS[index]!, {
            ...spec,
            kind: (spec.kind + number) % 7,
            role: 0,
            owner: spec.owner,
          });
      });
    });
    for (const subgraph of homes) {
      const type = this.declared(subgraph, name);
      type.marks.add('@key(fields: "id")').add('@interfaceObject');
      this.put(subgraph, name, key.fields[0]!);
    }
    added.forEach((spec, index) => {
      const { field, owner } = this.fieldOf(name, `added${index}`, spec, homes, 'interface');
      const calm = shared.filter((each) => each.mood === 'calm');
      if (spec.role > 6 && calm.length) {
        const required = at(calm, spec.pick);
        const args = at(literalsOf(required.args), spec.pick >> 2);
        this.put(owner, name, required, ['@external'], 'external');
        field.requires = [{ field: required.name, args, inside: [] }];
        this.put(owner, name, field, [`@requires(fields: "${quoted(required.name + args)}")`]);
      } else this.put(owner, name, field);
    });
    const abstract: Abstract = {
      name,
      kind: 'interface',
      members: new Map<number, readonly string[]>([
        [home, implementations],
        ...homes.map((each): [number, string[]] => [each, [name]]),
      ]),
    };
    this.abstracts.push(abstract);
    this.model.abstracts.set(name, abstract);
  }

  /** A field by its numbers, with a type that its owner can name. */
  private fieldOf(
    of: string,
    name: string,
    spec: FieldSpec,
    homes: readonly number[],
    context: 'value' | 'interface' | 'object',
  ): { field: Field; owner: number } {
    const { kind, target, lists, nonNull, args, mood } = spec;
    let owner = at(homes, spec.owner);
    let named = LEAFS[kind] ?? 'String';
    const usable = this.abstracts.filter((each) => homes.some((home) => each.members.has(home)));
    if (kind > 12 && usable.length && context !== 'value') {
      const abstract = at(usable, target);
      named = abstract.name;
      owner = at(
        homes.filter((home) => abstract.members.has(home)),
        spec.owner,
      );
    } else if (kind > 10 && kind < 13 && this.values.length) named = at(this.values, target).name;
    else if (kind > 6) named = at(this.entities, target).name;
    const depth = [0, 0, 0, 1, 1, 2][lists]!;
    const type = plain(named, ...Array.from({ length: depth + 1 }, (_, index) => bit(nonNull, index)));
    const field: Field = {
      name,
      type,
      args: ARGS[args]![0],
      mood: mood < 8 ? 'calm' : mood < 10 ? 'throws' : 'breaks',
      of,
    };
    return { field, owner };
  }

  private entityField(entity: Entity, name: string, spec: FieldSpec): void {
    const { field, owner } = this.fieldOf(entity.name, name, spec, entity.homes, 'object');
    const others = entity.homes.filter((home) => home !== owner && !this.has(home, entity.name, name));
    const marks: string[] = [];
    const { role, pick } = spec;
    const abstract = this.model.abstracts.has(field.type.name);
    if (others.length && (role === 4 || role === 5) && !entity.ghosts.size && this.isSure(field))
      this.share(entity, field, owner, at(others, pick), marks, pick);
    else if (others.length && role === 6 && !abstract) this.override(entity, field, at(others, pick), marks, pick);
    else if (REQUIRING.has(role)) this.require(entity, field, owner, marks, pick);
    else if (role >= 10 && this.model.entities.has(field.type.name)) this.provide(field, owner, marks, pick);
    entity.fields.push(field);
    const wrong = marks.some((mark) => mark.includes('percent(0)'));
    this.put(owner, entity.name, field, marks, wrong ? 'wrong' : 'own');
  }

  /** Whether a field gives the same wherever it is asked: no object that only some subgraphs know. */
  private isSure({ type: { name } }: Field): boolean {
    const value = this.model.values.get(name);
    if (value) return value.fields.every((field) => this.isSure(field));
    return !this.model.abstracts.has(name) && !this.model.entities.get(name)?.ghosts.size;
  }

  private share(entity: Entity, field: Field, owner: number, other: number, marks: string[], pick: number): void {
    marks.push('@shareable');
    if (bit(pick, 3)) {
      // A type of which each subgraph has a part, put together item by item.
      const name = `${entity.name}${field.name.charAt(0).toUpperCase()}${field.name.slice(1)}Split`;
      const [both, here, there] = ['both', 'here', 'there'].map((each, index): Field => ({
        name: each,
        type: plain(index ? 'String' : 'Int', index === 0),
        args: index === 1 ? field.args : '',
        mood: index === 2 ? field.mood : 'calm',
        of: name,
      }));
      field.type = { ...field.type, name };
      for (const [subgraph, part] of [
        [owner, here!],
        [other, there!],
      ] as const) {
        this.put(subgraph, name, both!, ['@shareable']);
        this.put(subgraph, name, part, ['@shareable']);
      }
      this.model.values.set(name, { name, fields: [both!, here!, there!] });
    }
    // One of the two may promise less.
    const looser =
      bit(pick, 2) && isLeaf(field) && field.mood === 'calm'
        ? { ...field.type, nonNull: field.type.nonNull.map(() => false) }
        : undefined;
    field.varies = looser !== undefined;
    this.put(other, entity.name, field, ['@shareable'], 'own', looser);
  }

  private override(entity: Entity, field: Field, other: number, marks: string[], pick: number): void {
    const label = ['', '', ', label: "percent(100)"', ', label: "percent(0)"'][pick % 4]!;
    marks.push(`@override(from: "${SUBGRAPHS[other]}"${label})`);
    this.put(other, entity.name, field, [], label.includes('percent(0)') ? 'own' : 'wrong');
  }

  /** Fields of other subgraphs that a field of this one may require. */
  private require(entity: Entity, field: Field, owner: number, marks: string[], pick: number): void {
    const knows = (each: Field, of: Entity) =>
      this.everywhere.some((home) => {
        const { how } = this.model.subgraphs[home]!.get(of.name)?.fields.get(each.name) ?? {};
        return how === 'own' && [...of.ghosts.values()].some((unknown) => unknown.has(home));
      });
    const free = (each: Field, of: Entity) =>
      each.mood === 'calm' &&
      !each.key &&
      !each.varies &&
      !knows(each, of) &&
      (!this.has(owner, of.name, each.name) ||
        this.model.subgraphs[owner]!.get(of.name)!.fields.get(each.name)!.how === 'external');
    const candidates = entity.fields.filter((each) => free(each, entity) && each !== field);
    const requirements: Requirement[] = [];
    for (const [index, each] of candidates.entries()) {
      if (requirements.length === 2 || (candidates.length > 1 && bit(pick, index))) continue;
      const args = at(literalsOf(each.args), pick >> 1);
      const inside = isLeaf(each) ? [] : this.requirable(each, field, owner, pick, free);
      if (!isLeaf(each) && !inside.length) continue;
      requirements.push({ field: each.name, args, inside });
      this.put(owner, entity.name, each, ['@external'], 'external');
    }
    if (!requirements.length) return;
    field.requires = requirements;
    marks.push(`@requires(fields: "${quoted(requirements.map(selectionText).join(' '))}")`);
  }

  /** What a field may require of the objects that another field gives. */
  private requirable(
    each: Field,
    field: Field,
    owner: number,
    pick: number,
    free: (each: Field, of: Entity) => boolean,
  ): Requirement['inside'] {
    const value = this.values.find(({ name }) => name === each.type.name);
    if (value) {
      const leafs = value.fields.filter((one) => isLeaf(one) && one.mood === 'calm').slice(0, 2);
      return leafs.map((one) => ({ field: one.name, args: at(literalsOf(one.args), pick >> 3) }));
    }
    const abstract = this.model.abstracts.get(each.type.name);
    const names = abstract ? (abstract.members.get(owner) ?? []) : [each.type.name];
    return names.flatMap((name) => {
      const target = this.model.entities.get(name);
      if (!target || target.ghosts.size) return [];
      this.ensure(owner, name);
      const on = abstract ? name : undefined;
      const leaf = target.fields.find((one) => isLeaf(one) && free(one, target) && one !== field);
      if (leaf) {
        this.put(owner, name, leaf, ['@external'], 'external');
        return [{ field: leaf.name, args: at(literalsOf(leaf.args), pick >> 2), on }];
      }
      const key = target.keys
        .flatMap(({ fields }) => fields)
        .find((one) => isLeaf(one) && this.has(owner, name, one.name));
      return key ? [{ field: key.name, args: '', on }] : [];
    });
  }

  private provide(field: Field, owner: number, marks: string[], pick: number): void {
    const target = this.model.entities.get(field.type.name)!;
    if (target.ghosts.size || this.model.interfaceObject?.implementations.includes(target.name)) return;
    const candidates = target.fields.filter(
      (each) =>
        isLeaf(each) && !each.key && !each.varies && !each.requires && !each.args && this.sharedIn(target, each, owner),
    );
    if (!candidates.length) return;
    const provided = at(candidates, pick);
    this.ensure(owner, target.name);
    this.put(owner, target.name, provided, ['@external'], 'external');
    for (const home of target.homes) {
      const declaration = this.model.subgraphs[home]!.get(target.name)?.fields.get(provided.name);
      if (declaration?.how === 'own' && !declaration.marks.includes('@shareable')) declaration.marks.push('@shareable');
    }
    field.provides = [provided.name];
    marks.push(`@provides(fields: "${provided.name}")`);
  }

  /** Whether a field is owned by other subgraphs only, and simply. */
  private sharedIn(target: Entity, each: Field, owner: number): boolean {
    return this.everywhere.every((home) => {
      const declaration = this.model.subgraphs[home]!.get(target.name)?.fields.get(each.name);
      if (!declaration) return true;
      if (home === owner) return declaration.how === 'external';
      return declaration.how !== 'wrong' && !declaration.marks.some((mark) => mark.startsWith('@override'));
    });
  }

  private root(name: string, prefix: string, specs: readonly FieldSpec[]): void {
    // There is always a way to what there is.
    const [entity] = this.entities;
    const first: Field = { name: 'all', type: plain(entity!.name, false, false), args: '', mood: 'calm', of: name };
    this.put(entity!.homes[0]!, name, first);
    specs.forEach((spec, index) => {
      const { field, owner } = this.fieldOf(
        name,
        `${prefix}${index}`,
        { ...spec, kind: spec.kind < 4 ? spec.kind : 7 + (spec.kind % 9) },
        this.everywhere,
        'object',
      );
      const other = (owner + 1 + spec.pick) % this.spec.subgraphs;
      const share = spec.role === 4 && other !== owner && this.isSure(field);
      const marks = share ? ['@shareable'] : [];
      if (spec.role >= 10 && this.model.entities.has(field.type.name)) this.provide(field, owner, marks, spec.pick);
      this.put(owner, name, field, marks);
      if (share && !field.provides) this.put(other, name, field, marks);
    });
    if (this.model.interfaceObject) {
      const { home, homes, name: media } = this.model.interfaceObject;
      this.put(home, name, { name: 'media', type: plain(media, false, false), args: '', mood: 'calm', of: name });
      for (const each of homes)
        this.put(each, name, {
          name: `best${each}`,
          type: plain(media, false),
          args: '(n: Int)',
          mood: 'calm',
          of: name,
        });
    }
  }

  private mutations(specs: readonly FieldSpec[]): void {
    if (!specs.length) return;
    const name = 'Receipt';
    const fields: Field[] = [
      { name: 'seen', type: plain('String', true), args: '', mood: 'calm', of: name },
      { name: 'entity', type: plain(this.entities[0]!.name, false), args: '', mood: 'calm', of: name },
    ];
    this.model.values.set(name, { name, fields });
    specs.forEach((spec, index) => {
      const field: Field = {
        name: `do${index}`,
        type: plain(spec.kind % 2 ? name : 'String', bit(spec.nonNull, 0)),
        args: ARGS[spec.args]![0],
        mood: spec.mood > 8 ? 'throws' : 'calm',
        of: 'Mutation',
      };
      this.put(at(this.everywhere, spec.owner), 'Mutation', field);
    });
  }
}

export const SUBGRAPHS = ['red', 'blue', 'gold', 'grey'];

const literalsOf = (sdl: string): readonly string[] => ARGS.find(([args]) => args === sdl)![1];
const quoted = (text: string): string => text.replaceAll('"', '\\"');

function selectionText({ field, args, inside }: Requirement): string {
  const below = inside.map((each) =>
    each.on ? `... on ${each.on} { ${each.field}${each.args} }` : `${each.field}${each.args}`,
  );
  return `${field}${args}${below.length ? ` { ${below.join(' ')} }` : ''}`;
}

/** The keys of an entity by the number in its specification. */
function keysOf(of: string, number: number, peer: string | null): Key[] {
  const key = (name: string, type: string): Field => ({
    name,
    type: plain(type, true),
    args: '',
    mood: 'calm',
    of,
    key: true,
  });
  const id = key('id', 'ID');
  const code = key('code', 'String');
  const num = key('num', 'Int');
  const simple = (field: Field): Key => ({ text: field.name, fields: [field] });
  switch (number) {
    case 1:
      return [simple(id), simple(code)];
    case 2:
      return [simple(id), { text: 'id code', fields: [id, code] }];
    case 3:
      return [simple(id), simple(code), simple(num)];
    case 4:
      return [simple(id), { text: 'code num', fields: [code, num] }];
    case 5:
      return [simple(id), { text: 'part { n tag }', fields: [key('part', `${of}Part`)] }];
    case 6:
      return peer
        ? [simple(id), { text: 'code peer { id }', fields: [code, key('peer', peer)] }]
        : [simple(id), simple(code)];
    case 7:
      return [{ text: 'id code', fields: [id, code] }];
    default:
      return [simple(id)];
  }
}

const partFields = (of: string): Field[] => [
  { name: 'n', type: plain('Int', true), args: '', mood: 'calm', of, key: true },
  { name: 'tag', type: plain('String', true), args: '', mood: 'calm', of, key: true },
];
