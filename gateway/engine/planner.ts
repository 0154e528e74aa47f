import { getNamedType, isAbstractType, isInterfaceType, isObjectType, isUnionType, Kind, type GraphQLSchema, type SelectionNode } from 'graphql';
import type { CanonicalKeys, CanonicalOperation, Field, Fragment, Selection } from './canonical.ts';
import { planTooComplex, type PlanLimits } from './limits.ts';
import { Group, Place, type ContextValue, type Seat } from './place.ts';
import type { ContextArgument, FieldView, Key, SupergraphModel, TypeView } from './supergraphModel.ts';

/** A field that is to be found somewhere, with all that is asked of it. */
interface Wanted {
  field: Field;
  selections: Selection[] | null;
  /** Where it was looked for already. */
  tried: Set<TypeView>;
}

/** How a subgraph can be asked for the entities at a place. */
interface Entry {
  key: Key;
  /** The key's fields, each with a subgraph that has it. */
  sources: { selection: Selection; from: TypeView }[];
  level: number;
}

/** What is left of an operation once it is planned: nothing, or what no subgraph can be asked for. */
export interface Planned {
  groups: Group[];
  leftover: readonly Selection[];
}

const NOTHING: readonly Selection[] = [];
const NO_LABELS: ReadonlySet<string> = new Set();

/**
 * Plans one operation: decides which subgraph is asked for which fields, and in which order.
 *
 * It walks the operation from the root. Each place of the answer has seats: fetches that have the objects there. A field
 * is asked of a seat that has it; what no seat has is asked of another subgraph, which is entered by a key whose fields
 * come from where they are. Every function returns what it could not plan, and its caller tries elsewhere: at the top,
 * that is what cannot be asked at all.
 */
export class Planner {
  readonly groups: Group[] = [];
  private readonly model: SupergraphModel;
  private readonly schema: GraphQLSchema;
  private readonly operation: CanonicalOperation;
  private readonly keys: CanonicalKeys;
  private readonly labels: ReadonlySet<string>;
  private readonly limits: PlanLimits;
  private steps = 0;
  /** The deferred fragment that is being planned; 0 for what comes first. */
  private deferral = 0;
  /** More than 0 while keys and required fields are planned, which may be asked of any fetch. */
  private serving = 0;
  private readonly deferred: { place: Place; fragment: Fragment }[] = [];
  /** Collects the fetches that what is being planned is asked of. */
  private collector: Set<Group> | null = null;
  /** Fetches that must not be asked for what is being planned. */
  private excluded: ReadonlySet<Group> = new Set();
  private readonly entering = new Set<string>();
  private readonly internal = new WeakMap<readonly SelectionNode[], readonly Selection[]>();
  private readonly covered = new Map<Selection, Map<TypeView, boolean>>();
  private variables = 0;

  constructor(
    model: SupergraphModel,
    schema: GraphQLSchema,
    operation: CanonicalOperation,
    limits: PlanLimits,
    labels: ReadonlySet<string> = NO_LABELS,
  ) {
    this.model = model;
    this.schema = schema;
    this.operation = operation;
    this.keys = operation.keys;
    this.limits = limits;
    this.labels = labels;
  }

  plan(): Planned {
    const { type, root, selections } = this.operation;
    const leftover = type === 'mutation' ? this.inOrder(root, selections) : this.select(new Place(root), selections);
    for (let next = this.deferred.shift(); next; next = this.deferred.shift()) {
      this.deferral = next.fragment.deferral!.id;
      leftover.push(...this.select(next.place, [{ ...next.fragment, deferral: null }]));
    }
    return { groups: this.groups, leftover };
  }

  /** Root fields of a mutation, one after the other. */
  private inOrder(root: string, selections: readonly Selection[]): Selection[] {
    const leftover: Selection[] = [];
    let place = new Place(root);
    for (const wanted of this.wanted(root, selections, place)) {
      const before = this.groups.length;
      leftover.push(...this.object(place, [wanted]));
      // Fields of one subgraph are one request for as long as nothing else has to happen in between.
      const [added] = this.groups.slice(before);
      const entities = this.groups.slice(before).some(({ representation }) => representation);
      if (entities) place = new Place(root);
      else if (added) place = this.startingWith(root, added);
    }
    return leftover;
  }

  private startingWith(root: string, group: Group): Place {
    const place = new Place(root);
    place.seats.push({ group, view: group.view, selection: group.selection, provided: NOTHING });
    return place;
  }

  private step(): void {
    this.steps += 1;
    if (this.steps > this.limits.mostSteps) throw planTooComplex('there are too many ways to ask for it');
  }

  /** Plans selections at a place; returns what could not be planned. */
  private select(place: Place, selections: readonly Selection[]): Selection[] {
    if (selections.length === 0) return [];
    if (isObjectType(this.schema.getType(place.type))) {
      return this.object(place, this.wanted(place.type, selections, place));
    }
    return this.abstract(place, selections);
  }

  /** The fields that selections ask of objects of a type, each once. What is deferred is put aside. */
  private wanted(type: string, selections: readonly Selection[], place: Place | null): Wanted[] {
    const byKey = new Map<string, Wanted>();
    this.collect(type, selections, place, byKey);
    return [...byKey.values()];
  }

  private collect(type: string, selections: readonly Selection[], place: Place | null, into: Map<string, Wanted>): void {
    for (const selection of selections) {
      if (selection.kind === 'fragment') {
        if (!this.applies(selection.on, type)) continue;
        if (selection.deferral && place) this.deferred.push({ place, fragment: selection });
        else this.collect(type, selection.selections, place, into);
        continue;
      }
      if (selection.refusal || selection.name.startsWith('__')) continue;
      const key = this.keys.onType(type, selection.key, selection.name);
      const known = into.get(key);
      if (known) {
        if (selection.selections) known.selections?.push(...selection.selections);
        continue;
      }
      const field = key === selection.key ? selection : { ...selection, key };
      into.set(key, { field, selections: selection.selections && [...selection.selections], tried: new Set() });
    }
  }

  /** Whether every object of a type fulfils a type condition. */
  private applies(condition: string, type: string): boolean {
    if (condition === type) return true;
    const abstract = this.schema.getType(condition);
    const sub = this.schema.getType(type);
    if (!isAbstractType(abstract)) return false;
    return (isObjectType(sub) || isInterfaceType(sub)) && this.schema.isSubType(abstract, sub);
  }

  /** Fields of objects whose type is known, or of an interface where a subgraph has an object in its place. */
  private object(place: Place, fields: readonly Wanted[]): Selection[] {
    const missing: Wanted[] = [];
    for (const wanted of fields) {
      const rest = this.isFullerElsewhere(place, wanted) ? wanted : this.inline(place, wanted);
      if (rest) missing.push(rest);
    }
    return missing.length > 0 ? this.elsewhere(place, missing) : [];
  }

  /**
   * Whether a subgraph that is not here yet can be asked as soon for a field, and has more of what is asked of it than
   * those that are here: what those would leave over has to be fetched anyway, and later.
   */
  private isFullerElsewhere(place: Place, { field, selections }: Wanted): boolean {
    if (!selections || this.serving > 0 || !place.parent) return false;
    const seats = place.seats.filter((seat) => this.mayAsk(seat, field) && this.has(seat, field.name));
    if (seats.length === 0) return false;
    const others = this.viewsOf(place.type).filter((view) => {
      const definition = view.fields.get(field.name);
      if (!definition || needsMore(definition) || seats.some((seat) => seat.view === view)) return false;
      return this.canGive(view, definition);
    });
    if (others.length === 0) return false;
    const least = Math.min(...seats.map(({ view }) => this.lack(view, { field, selections })));
    const fuller = least === 0 ? [] : others.filter((view) => this.lack(view, { field, selections }) < least);
    if (fuller.length === 0) return false;
    const levels = this.levels(place);
    const soonest = Math.min(...seats.map(({ group }) => group.level));
    return fuller.some((view) => (levels.get(view) ?? Infinity) <= soonest);
  }

  /** Asks a field of fetches that are at its place already; null if nothing of it is left. */
  private inline(place: Place, wanted: Wanted): Wanted | null {
    let rest: Wanted | null = wanted;
    const seats = place.seats.filter((seat) => this.mayAsk(seat, wanted.field) && this.has(seat, wanted.field.name));
    // What a later fetch needs is taken from where it is first.
    if (this.serving > 0) seats.sort((a, b) => a.group.level - b.group.level);
    if (seats.length > 1 && wanted.selections) {
      const lacking = new Map(seats.map((seat) => [seat, this.lack(seat.view, wanted)]));
      seats.sort((a, b) => lacking.get(a)! - lacking.get(b)!);
    }
    for (const seat of seats) {
      if (!rest) break;
      rest = this.ask(place, seat, rest);
    }
    return rest;
  }

  /**
   * Whether a fetch may take in a field. What is deferred is not asked of the fetches that come first, and what is asked
   * of objects of one type only is not asked of all; keys are, and leaves that are asked for in any case.
   */
  private mayAsk({ group, selection, forAllTypes }: Seat, { key }: Field): boolean {
    if (this.excluded.has(group)) return false;
    if (group.deferral !== this.deferral && group.deferral !== 0) return false;
    if (group.deferral === this.deferral && !forAllTypes) return true;
    return this.serving > 0 || selection.fields.get(key)?.selection === null;
  }

  /** Asks a field of one fetch; returns what that cannot give. */
  private ask(place: Place, seat: Seat, { field, selections, tried }: Wanted): Wanted | null {
    this.step();
    tried.add(seat.view);
    this.collector?.add(seat.group);
    const definition = seat.view.fields.get(field.name)!;
    const asked = seat.selection.field(field.key, field.name, field.arguments, selections !== null);
    if (!selections || !asked.selection) return null;
    const type = this.fieldType(place.type, field.name) ?? definition.typeName;
    const child = place.child(field.key, field.name, type);
    if (!child.seats.some(({ selection }) => selection === asked.selection)) {
      const view = this.model.views.get(definition.typeName)?.get(seat.view.graph);
      if (!view) return { field, selections, tried };
      child.members ??= this.commonMembers(place, field.name);
      const provided = [...this.providedBy(seat.view, definition), ...this.providedBelow(seat, field.name)];
      child.seats.push({ group: seat.group, view, selection: asked.selection, provided });
    }
    const leftover = this.select(child, selections);
    return leftover.length > 0 ? { field, selections: leftover, tried } : null;
  }

  /** What a field provides; one of an interface provides what it does on every type that implements it. */
  private providedBy(view: TypeView, { name, provides }: FieldView): readonly Selection[] {
    if (provides || view.kind !== 'interface') return this.internalSelections(provides ?? []);
    const members = [...view.members].map((member) => this.model.views.get(member)?.get(view.graph)?.fields.get(name)?.provides);
    const [first, ...others] = members.map((each) => this.internalSelections(each ?? []));
    if (!first?.length) return NOTHING;
    return others.every((each) => keyText(each) === keyText(first)) ? first : NOTHING;
  }

  private providedBelow({ provided, view }: Seat, name: string): Selection[] {
    return this.providedFields(provided, view.name).flatMap((field) =>
      field.name === name ? [...(field.selections ?? [])] : [],
    );
  }

  /** Fields that are provided on objects of a type, or of whichever type they turn out to be. */
  private providedFields(provided: readonly Selection[], type: string): Field[] {
    return provided.flatMap((selection) => {
      if (selection.kind === 'field') return [selection];
      return this.applies(selection.on, type) ? this.providedFields(selection.selections, type) : [];
    });
  }

  /** Whether a fetch can give a field as it stands: nothing is to be fetched for it before. */
  private has({ view, provided }: Seat, name: string): boolean {
    if (this.hasInline(view, name)) return true;
    const definition = view.fields.get(name);
    if (!definition || provided.length === 0 || definition.requires) return false;
    return this.providedFields(provided, view.name).some((field) => field.name === name);
  }

  private hasInline(view: TypeView, name: string): boolean {
    const definition = view.fields.get(name);
    if (!definition || definition.requires || definition.context.length > 0) return false;
    if (!this.isServed(view, definition)) return false;
    if (view.kind !== 'interface') return true;
    // A field of an interface is only left there if every type that implements it has it.
    for (const member of view.members) {
      const own = this.model.views.get(member)?.get(view.graph);
      if (!own || this.model.conflicting.has(`${member}.${name}`) || !this.hasInline(own, name)) return false;
    }
    return true;
  }

  /** Whether a subgraph resolves a field: it is neither another's nor taken over. */
  private isServed(view: TypeView, { name, external, override }: FieldView): boolean {
    if (override && override.on !== this.labels.has(override.label)) return false;
    if (!external) return true;
    return view.extension && view.keys.some(({ selections }) => selections.some((each) => nameOf(each) === name));
  }

  private fieldType(type: string, field: string): string | null {
    const parent = this.schema.getType(type);
    if (!isObjectType(parent) && !isInterfaceType(parent)) return null;
    const definition = parent.getFields()[field];
    return definition ? getNamedType(definition.type).name : null;
  }

  /**
   * The members of a union that all subgraphs have that could be asked for a field here: whichever of them is asked, the
   * answer is to be the same.
   */
  private commonMembers(place: Place, field: string): ReadonlySet<string> | null {
    if (!isUnionType(this.schema.getType(this.fieldType(place.type, field) ?? ''))) return null;
    let common: ReadonlySet<string> | null = null;
    for (const view of this.candidates(place)) {
      const definition = view.fields.get(field);
      if (!definition || !this.isServed(view, definition)) continue;
      const members = this.model.views.get(definition.typeName)?.get(view.graph)?.members ?? new Set<string>();
      common = new Set([...(common ?? members)].filter((member) => members.has(member)));
    }
    return common;
  }

  /** The subgraphs that could have been asked for the objects at a place, as they have their type. */
  private candidates(place: Place): Set<TypeView> {
    const views = new Set(this.levels(place).keys());
    const { parent, step } = place;
    if (!parent || !step) return views;
    const above = [...this.candidates(parent)];
    for (const view of this.viewsOf(place.type)) {
      const from = above.find(({ graph }) => graph === view.graph);
      const definition = from && 'name' in step ? from.fields.get(step.name!) : undefined;
      if (from && ('on' in step || (definition && this.isServed(from, definition)))) views.add(view);
    }
    return views;
  }

  /** What subgraphs have of a type: itself, or an object in place of an interface of it. */
  private viewsOf(type: string): TypeView[] {
    const own = [...(this.model.views.get(type)?.values() ?? [])];
    if (!isObjectType(this.schema.getType(type))) return own;
    const stand = (this.model.interfaces.get(type) ?? []).flatMap((each) =>
      [...(this.model.views.get(each)?.values() ?? [])].filter(({ interfaceObject }) => interfaceObject),
    );
    return [...own, ...stand];
  }

  /** How much of what is asked of a field its subgraph cannot give without another. */
  private lack(view: TypeView, { field, selections }: Pick<Wanted, 'field' | 'selections'>): number {
    const definition = view.fields.get(field.name);
    if (!selections || !definition) return 0;
    const child = this.model.views.get(definition.typeName)?.get(view.graph);
    if (!child) return sizeOf(selections);
    return this.lacking(child, selections, this.providedBy(view, definition));
  }

  private lacking(view: TypeView, selections: readonly Selection[], provided: readonly Selection[]): number {
    this.step();
    let sum = 0;
    for (const selection of selections) {
      if (selection.kind === 'fragment') {
        sum += this.lackingOn(view, selection, provided);
        continue;
      }
      if (selection.name === '__typename') continue;
      const fields = this.providedFields(provided, view.name).filter(({ name }) => name === selection.name);
      if (!this.hasInline(view, selection.name) && fields.length === 0) {
        sum += 1 + sizeOf(selection.selections ?? []);
        continue;
      }
      const definition = view.fields.get(selection.name)!;
      const child = selection.selections && this.model.views.get(definition.typeName)?.get(view.graph);
      const below = [...this.providedBy(view, definition), ...fields.flatMap((each) => each.selections ?? [])];
      if (child) sum += this.lacking(child, selection.selections!, below);
    }
    return sum;
  }

  private lackingOn(view: TypeView, { on, selections }: Fragment, provided: readonly Selection[]): number {
    if (this.applies(on, view.name)) return this.lacking(view, selections, provided);
    let most = 0;
    for (const member of view.members) {
      if (!this.applies(on, member)) continue;
      const own = this.model.views.get(member)?.get(view.graph);
      most = Math.max(most, own ? this.lacking(own, selections, provided) : sizeOf(selections));
    }
    return most;
  }

  /** Asks other subgraphs for what no fetch at a place has. */
  private elsewhere(place: Place, fields: readonly Wanted[]): Selection[] {
    let missing = [...fields];
    const given: Wanted[] = [];
    while (missing.length > 0) {
      const levels = this.levels(place);
      const best = new Map<Wanted, TypeView>();
      for (const wanted of missing) {
        const view = this.bestFor(place, wanted, levels);
        if (view) best.set(wanted, view);
        else given.push(wanted);
      }
      missing = missing.filter((wanted) => best.has(wanted));
      if (missing.length === 0) break;
      const chosen = this.mostWanted(missing, best, levels);
      const taken = missing.filter((wanted) => best.get(wanted) === chosen);
      const simple = taken.filter(({ field }) => !needsMore(chosen.fields.get(field.name)!));
      // What has to be fetched for some of them is planned when the others have been asked for.
      const now = simple.length > 0 ? simple : taken;
      missing = missing.filter((wanted) => !now.includes(wanted));
      for (const wanted of now) {
        wanted.tried.add(chosen);
        const rest = this.askBy(place, chosen, wanted);
        if (rest) missing.push(rest);
      }
    }
    return given.flatMap((wanted) => this.givenUp(place, wanted));
  }

  /** What no subgraph can be entered for may still be asked of the fetches that come first, or of all objects. */
  private givenUp(place: Place, wanted: Wanted): Selection[] {
    let rest: Wanted | null = wanted;
    if (this.serving === 0) {
      this.serving += 1;
      rest = this.inline(place, wanted);
      this.serving -= 1;
    }
    return rest ? [{ ...rest.field, selections: rest.selections }] : [];
  }

  /** The subgraph to ask for a field: one that lacks least below it, then one that can be asked soonest. */
  private bestFor(place: Place, { field, selections, tried }: Wanted, levels: ReadonlyMap<TypeView, number>): TypeView | null {
    let best: TypeView | null = null;
    let bestLack = Infinity;
    let bestLevel = Infinity;
    for (const [view, entered] of levels) {
      this.step();
      const definition = view.fields.get(field.name);
      if (!definition || tried.has(view) || !this.canGive(view, definition)) continue;
      if (this.entering.has(`${place.id} ${this.viewId(view)} ${field.name}`)) continue;
      const lack = this.lack(view, { field, selections });
      const level = entered + (needsMore(definition) && !this.hasAtHand(place, definition) ? 1 : 0);
      if (lack > bestLack || (lack === bestLack && level >= bestLevel)) continue;
      best = view;
      bestLack = lack;
      bestLevel = level;
    }
    return best;
  }

  private canGive(view: TypeView, definition: FieldView): boolean {
    if (!this.isServed(view, definition)) return false;
    return view.kind !== 'interface' || this.hasInline(view, definition.name);
  }

  private hasAtHand(place: Place, { requires }: FieldView): boolean {
    const names = this.internalSelections(requires ?? []).map((each) => nameOfSelection(each));
    return names.every((name) => name !== null && place.seats.some((seat) => this.has(seat, name)));
  }

  private mostWanted(missing: readonly Wanted[], best: ReadonlyMap<Wanted, TypeView>, levels: ReadonlyMap<TypeView, number>): TypeView {
    const votes = new Map<TypeView, number>();
    for (const wanted of missing) {
      const view = best.get(wanted)!;
      const simple = needsMore(view.fields.get(wanted.field.name)!) ? 0 : 1000;
      votes.set(view, (votes.get(view) ?? 0) + 1 + simple);
    }
    const score = (view: TypeView) => votes.get(view)! - (levels.get(view) ?? 0) / 1000;
    return [...votes.keys()].reduce((a, b) => (score(b) > score(a) ? b : a));
  }

  /** Asks a subgraph for a field, entering it if need be; returns what it cannot give. */
  private askBy(place: Place, view: TypeView, wanted: Wanted): Wanted | null {
    const definition = view.fields.get(wanted.field.name)!;
    if (!needsMore(definition)) {
      const seat = this.seat(place, view);
      return seat ? this.ask(place, seat, wanted) : wanted;
    }
    const guard = `${place.id} ${this.viewId(view)} ${wanted.field.name}`;
    this.entering.add(guard);
    const context = this.contextValues(place, definition.context);
    const requires = this.internalSelections(definition.requires ?? []);
    const seat = context && this.enter(place, view, requires, context);
    this.entering.delete(guard);
    if (!context || !seat) return wanted;
    if (context.length === 0) return this.ask(place, seat, wanted);
    const filled = context.map(({ argument, variable }) => ({
      kind: Kind.ARGUMENT as const,
      name: { kind: Kind.NAME as const, value: argument.name },
      value: { kind: Kind.VARIABLE as const, name: { kind: Kind.NAME as const, value: variable } },
    }));
    const field = { ...wanted.field, arguments: [...wanted.field.arguments, ...filled] };
    return this.ask(place, seat, { ...wanted, field });
  }

  /** Where the values of contexts come from; null if nothing above sets one. */
  private contextValues(place: Place, args: readonly ContextArgument[]): ContextValue[] | null {
    const values: ContextValue[] = [];
    for (const argument of args) {
      let above: Place | null = place;
      while (above && !this.setsContext(above.type, argument.context)) above = above.parent;
      if (!above) return null;
      this.variables += 1;
      const selections = this.internalSelections(argument.selections);
      values.push({ variable: `context${this.variables}`, argument, place: above, selections });
    }
    return values;
  }

  private setsContext(type: string, context: string): boolean {
    if (this.model.contexts.get(type)?.includes(context)) return true;
    const above = this.schema.getType(type);
    if (!isObjectType(above)) return false;
    for (const [name, contexts] of this.model.contexts) {
      if (contexts.includes(context) && this.applies(name, type)) return true;
    }
    return false;
  }

  /** The fetch at a place that has a subgraph's view of it, entering the subgraph if there is none. */
  private seat(place: Place, view: TypeView): Seat | null {
    const seats = place.seats.filter((seat) => seat.view === view && !this.excluded.has(seat.group));
    if (this.serving > 0 && seats.length > 0) return seats.reduce((a, b) => (b.group.level < a.group.level ? b : a));
    const own = seats.find(({ group, forAllTypes }) => group.deferral === this.deferral && !forAllTypes);
    if (own) return own;
    return this.enter(place, view, NOTHING, []);
  }

  /** How soon each subgraph can give fields of the objects at a place: the level of the fetch that does. */
  private levels(place: Place): Map<TypeView, number> {
    const levels = new Map<TypeView, number>();
    if (!place.parent) {
      for (const view of this.viewsOf(place.type)) levels.set(view, 1);
      return levels;
    }
    for (const { view, group } of place.seats) {
      if (!this.excluded.has(group)) levels.set(view, Math.min(levels.get(view) ?? Infinity, group.level));
    }
    const views = this.viewsOf(place.type).filter(({ keys }) => keys.some(({ resolvable }) => resolvable));
    for (let changed = true; changed; ) {
      changed = false;
      let next: { view: TypeView; level: number } | null = null;
      for (const view of views) {
        if (levels.has(view)) continue;
        const entry = this.entry(place, view, levels);
        if (entry && (!next || entry.level < next.level)) next = { view, level: entry.level };
      }
      if (next) {
        levels.set(next.view, next.level);
        changed = true;
      }
    }
    return levels;
  }

  /** The best key by which a subgraph can be entered from where the objects of a place are known. */
  private entry(place: Place, view: TypeView, levels: ReadonlyMap<TypeView, number>): Entry | null {
    let best: Entry | null = null;
    const own = levels.get(view);
    const seated = place.seats.some((seat) => seat.view === view);
    for (const key of view.keys) {
      if (!key.resolvable) continue;
      const sources: Entry['sources'] = [];
      let level = 0;
      for (const selection of this.internalSelections(key.selections)) {
        let from: TypeView | null = null;
        let soonest = Infinity;
        for (const [other, at] of levels) {
          this.step();
          if (at >= soonest || (!seated && own !== undefined && at >= own)) continue;
          if (!this.covers(other, selection) && !this.isProvided(place, other, selection)) continue;
          from = other;
          soonest = at;
        }
        if (!from) break;
        sources.push({ selection, from });
        level = Math.max(level, soonest);
      }
      if (sources.length < key.selections.length) continue;
      if (!best || level + 1 < best.level) best = { key, sources, level: level + 1 };
    }
    return best;
  }

  private isProvided(place: Place, view: TypeView, selection: Selection): boolean {
    if (selection.kind !== 'field') return false;
    return place.seats.some((seat) => seat.view === view && seat.provided.length > 0 && this.has(seat, selection.name));
  }

  /** Whether a selection can be had of objects that a subgraph has, be it by way of others. */
  private covers(view: TypeView, selection: Selection): boolean {
    let known = this.covered.get(selection);
    if (!known) this.covered.set(selection, (known = new Map()));
    const answer = known.get(view);
    if (answer !== undefined) return answer;
    // While it is being found out it is not so, which ends circles.
    known.set(view, false);
    const result = this.coversOne(view, selection);
    known.set(view, result);
    return result;
  }

  private coversOne(view: TypeView, selection: Selection): boolean {
    if (selection.kind === 'fragment') {
      const members = [...view.members].filter((member) => this.applies(selection.on, member));
      return members.every((member) => {
        const own = this.model.views.get(member)?.get(view.graph);
        return own !== undefined && selection.selections.every((each) => this.covers(own, each));
      });
    }
    if (selection.name === '__typename') return true;
    if (!this.hasInline(view, selection.name)) return false;
    if (!selection.selections) return true;
    const definition = view.fields.get(selection.name)!;
    const child = this.model.views.get(definition.typeName)?.get(view.graph);
    if (!child) return false;
    return selection.selections.every((each) => this.covers(child, each) || this.coversBeyond(child, each));
  }

  /** Whether a field of an entity can be had of another subgraph. */
  private coversBeyond(view: TypeView, selection: Selection): boolean {
    const start = new Map<TypeView, number>([[view, 0]]);
    const place = new Place(view.name, new Place(this.operation.root), { key: '' });
    const views = this.viewsOf(view.name);
    for (let changed = true; changed; ) {
      changed = false;
      for (const other of views) {
        if (start.has(other) || !this.entry(place, other, start)) continue;
        start.set(other, start.size);
        changed = true;
      }
    }
    return [...start.keys()].some((other) => this.covers(other, selection));
  }

  /**
   * Enters a subgraph at a place: asks for the fields of a key and for what is required where they are, and adds a fetch
   * behind all of that, or joins one that is there already.
   */
  private enter(place: Place, view: TypeView, requires: readonly Selection[], context: readonly ContextValue[]): Seat | null {
    this.step();
    if (!place.parent) return this.enterRoot(place, view);
    const levels = this.levels(place);
    const entry = this.entry(place, view, levels);
    if (!entry) return null;
    const after = this.collecting(() => this.serve(place, entry, requires, context));
    if (!after) return null;
    for (const group of place.typingGroups()) after.add(group);
    const key = this.onObjects(place.type, entry.sources.map(({ selection }) => selection));
    const required = this.onObjects(place.type, requires);
    const joined = context.length === 0 ? this.joinable(place, view, key, required, after) : undefined;
    if (joined) {
      for (const group of after) joined.group.after.add(group);
      const { representation } = joined.group;
      (representation!.requires as Selection[]).push(...required);
      return joined;
    }
    const representation = { typeName: view.name, key, requires: [...required] };
    const group = this.addGroup(view, place, representation, after, context);
    const seat: Seat = { group, view, selection: group.selection, provided: NOTHING };
    place.seats.push(seat);
    return seat;
  }

  private enterRoot(place: Place, view: TypeView): Seat {
    const before = this.operation.type === 'mutation' ? new Set(this.groups) : new Set<Group>();
    const group = this.addGroup(view, place, null, before, []);
    const seat: Seat = { group, view, selection: group.selection, provided: NOTHING };
    place.seats.push(seat);
    return seat;
  }

  private addGroup(
    view: TypeView,
    place: Place,
    representation: Group['representation'],
    after: ReadonlySet<Group>,
    context: readonly ContextValue[],
  ): Group {
    const group = new Group(this.groups.length, view, place, representation, after, this.deferral, context);
    this.groups.push(group);
    return group;
  }

  /** Plans what a fetch needs before it can be sent; false if that cannot be had. */
  private serve(place: Place, { sources }: Entry, requires: readonly Selection[], context: readonly ContextValue[]): boolean {
    this.serving += 1;
    try {
      for (const { selection, from } of sources) {
        const seat = this.seat(place, from);
        if (!seat) return false;
        for (const wanted of this.wanted(place.type, [selection], null)) if (this.ask(place, seat, wanted)) return false;
      }
      if (requires.length > 0 && this.select(place, requires).length > 0) return false;
      return context.every((value) => this.select(value.place, value.selections).length === 0);
    } finally {
      this.serving -= 1;
    }
  }

  /** The fetches that are asked for something while `plan` runs; null if it did not succeed. */
  private collecting(plan: () => boolean): Set<Group> | null {
    const outer = this.collector;
    const groups = new Set<Group>();
    this.collector = groups;
    const succeeded = plan();
    this.collector = outer;
    return succeeded ? groups : null;
  }

  /** A fetch that can take in more without coming later than it does. */
  private joinable(
    place: Place,
    view: TypeView,
    key: readonly Selection[],
    requires: readonly Selection[],
    after: ReadonlySet<Group>,
  ): Seat | undefined {
    const soonest = 1 + Math.max(0, ...[...after].map(({ level }) => level));
    return place.seats.find(({ group, view: seated }) => {
      const { representation } = group;
      if (seated !== view || !representation || group.place !== place || group.deferral !== this.deferral) return false;
      if (group.context.length > 0 || !sameKey(representation.key, key)) return false;
      // What others wait for is not put off until something that it does not need is there.
      if (this.serving > 0 && group.level > soonest) return false;
      if ([...after].some((other) => other.level >= group.level || other.dependsOn(group))) return false;
      return compatible([...representation.key, ...representation.requires], requires);
    });
  }

  /** Objects of an interface or union. */
  private abstract(place: Place, selections: readonly Selection[]): Selection[] {
    let rest = this.putOff(place, selections);
    if (!place.seats.some(isTyped)) {
      const { direct, others } = this.split(place.type, rest);
      const missing = direct.length > 0 ? this.object(place, this.wanted(place.type, direct, place)) : [];
      rest = [...missing, ...others];
      if (rest.length === 0) return [];
      if (!place.seats.some(isTyped) && !this.enterTyped(place)) return rest;
    }
    const typed = place.seats.filter(isTyped);
    for (const { selection } of typed) selection.typename = true;
    place.typedBy ??= typed[0]!.group;
    this.collector?.add(place.typedBy);

    const { direct, others } = this.split(place.type, rest);
    const everywhere: Selection[] = [];
    for (const wanted of this.wanted(place.type, direct, null)) {
      const left = this.inline(place, wanted);
      if (left) everywhere.push({ ...left.field, selections: left.selections });
    }
    return this.perMember(place, typed, everywhere, others);
  }

  /**
   * Plans what depends on the type of objects for each type that they may have.
   * @param everywhere fields of the abstract type itself: where one of its members lacks one, all of it is left over
   */
  private perMember(place: Place, typed: readonly Seat[], everywhere: readonly Selection[], others: readonly Selection[]): Selection[] {
    const leftover = new Set<Selection>();
    const members = new Set(typed.flatMap(({ view }) => [...view.members]));
    for (const member of members) {
      if (place.members && !place.members.has(member)) continue;
      const narrowed = place.onType(member);
      const common = this.wanted(member, everywhere, narrowed);
      const wanted = this.wanted(member, others, narrowed);
      const isDeferred = this.deferred.some((each) => each.place === narrowed);
      if (common.length === 0 && wanted.length === 0 && !isDeferred) continue;
      for (const seat of place.seats) this.narrow(seat, narrowed, member);

      for (const left of this.bySeat(typed, () => this.object(narrowed, common))) {
        const key = (each: Selection) => each.kind === 'field' && this.keys.onType(member, each.key, each.name);
        leftover.add(everywhere.find((each) => key(each) === (left as Field).key) ?? left);
      }
      const own = this.object(narrowed, wanted);
      if (own.length > 0) leftover.add({ kind: 'fragment', on: member, selections: own, deferral: null });
    }
    return members.size > 0 ? [...leftover] : [...everywhere];
  }

  /**
   * Plans fields of an abstract type where several subgraphs were asked for the same objects: the one that was asked last
   * must have them for all types, since nothing says that the subgraphs agree about which object is of which.
   */
  private bySeat(typed: readonly Seat[], plan: () => Selection[]): Selection[] {
    const before = this.excluded;
    this.excluded = new Set([...before, ...typed.slice(0, -1).map(({ group }) => group)]);
    const leftover = plan();
    this.excluded = before;
    return leftover;
  }

  /** Gives the objects of one type the seats of those of all. */
  private narrow({ group, view, selection, provided }: Seat, narrowed: Place, member: string): void {
    if (view.kind === 'object') {
      if (!view.interfaceObject && view.name !== member) return;
      if (narrowed.seats.some((seat) => seat.selection === selection)) return;
      // A subgraph with an object in place of the interface would be asked of objects of every type.
      narrowed.seats.push({ group, view, selection, provided, forAllTypes: view.interfaceObject });
      return;
    }
    const own = view.members.has(member) ? this.model.views.get(member)?.get(view.graph) : undefined;
    if (!own) return;
    const inside = selection.onType(member);
    if (narrowed.seats.some((seat) => seat.selection === inside)) return;
    narrowed.seats.push({ group, view: own, selection: inside, provided });
  }

  /** Puts deferred fragments on an abstract type itself aside. */
  private putOff(place: Place, selections: readonly Selection[]): Selection[] {
    const rest: Selection[] = [];
    for (const selection of selections) {
      if (selection.kind === 'fragment' && selection.deferral) this.deferred.push({ place, fragment: selection });
      else rest.push(selection);
    }
    return rest;
  }

  /** What is asked of all objects of an abstract type, and what only of some, or only once their type is known. */
  private split(type: string, selections: readonly Selection[]): { direct: Selection[]; others: Selection[] } {
    const direct: Selection[] = [];
    const others: Selection[] = [];
    for (const selection of selections) {
      if (selection.kind === 'field') {
        if (selection.name === '__typename') others.push(selection);
        else direct.push(selection);
      } else if (!selection.deferral && this.applies(selection.on, type)) {
        const inside = this.split(type, selection.selections);
        direct.push(...inside.direct);
        others.push(...inside.others);
      } else {
        others.push(selection);
      }
    }
    return { direct, others };
  }

  /** Enters a subgraph that knows the types of the objects of an interface. */
  private enterTyped(place: Place): boolean {
    for (const [view] of this.levels(place)) {
      if (view.kind === 'interface' && this.enter(place, view, NOTHING, [])) return true;
    }
    return false;
  }

  /** Selections with the keys that their fields have on the objects of a type, as far as the type decides about them. */
  private onObjects(type: string, selections: readonly Selection[]): Selection[] {
    if (this.model.conflicting.size === 0) return [...selections];
    return selections.flatMap((selection): Selection[] => {
      if (selection.kind === 'fragment') return [{ ...selection, selections: this.onObjects(selection.on, selection.selections) }];
      if (!isObjectType(this.schema.getType(type))) return this.onMembers(type, selection);
      const below = this.fieldType(type, selection.name);
      const inside = selection.selections && below ? this.onObjects(below, selection.selections) : selection.selections;
      return [{ ...selection, key: this.keys.onType(type, selection.key, selection.name), selections: inside }];
    });
  }

  private onMembers(type: string, field: Field): Selection[] {
    const abstract = this.schema.getType(type);
    const members = isAbstractType(abstract) ? this.schema.getPossibleTypes(abstract) : [];
    if (!members.some(({ name }) => this.model.conflicting.has(`${name}.${field.name}`))) return [field];
    return members.map(({ name }) => ({ kind: 'fragment', on: name, selections: this.onObjects(name, [field]), deferral: null }));
  }

  /** The selections of a field set in canonical form. */
  private internalSelections(nodes: readonly SelectionNode[]): readonly Selection[] {
    if (nodes.length === 0) return NOTHING;
    let known = this.internal.get(nodes);
    if (!known) this.internal.set(nodes, (known = nodes.flatMap((node) => this.internalSelection(node))));
    return known;
  }

  private internalSelection(node: SelectionNode): Selection[] {
    if (node.kind === Kind.FRAGMENT_SPREAD) return [];
    if (node.kind === Kind.INLINE_FRAGMENT) {
      const inside = node.selectionSet.selections.flatMap((each) => this.internalSelection(each));
      if (!node.typeCondition) return inside;
      return [{ kind: 'fragment', on: node.typeCondition.name.value, selections: inside, deferral: null }];
    }
    const name = node.name.value;
    const args = node.arguments ?? [];
    const selections = node.selectionSet?.selections.flatMap((each) => this.internalSelection(each)) ?? null;
    return [{ kind: 'field', key: this.keys.of(name, args), name, responseKey: name, arguments: args, selections, refusal: null, node: null }];
  }

  private readonly viewIds = new Map<TypeView, number>();

  private viewId(view: TypeView): number {
    let id = this.viewIds.get(view);
    if (id === undefined) this.viewIds.set(view, (id = this.viewIds.size));
    return id;
  }
}

/** Whether a fetch says of which type its objects are. */
const isTyped = ({ view }: Seat) => !view.interfaceObject;

/** Whether something has to be fetched before a field can be asked for. */
const needsMore = ({ requires, context }: FieldView) => requires !== null || context.length > 0;

const nameOf = (node: SelectionNode) => (node.kind === Kind.FIELD ? node.name.value : null);
const nameOfSelection = (selection: Selection) => (selection.kind === 'field' ? selection.name : null);

/** The number of fields that selections hold. */
function sizeOf(selections: readonly Selection[]): number {
  let size = 0;
  for (const selection of selections) {
    size += (selection.kind === 'field' ? 1 : 0) + sizeOf(selection.selections ?? []);
  }
  return size;
}

const sameKey = (a: readonly Selection[], b: readonly Selection[]): boolean => keyText(a) === keyText(b);

/** Selections of a key as text. */
function keyText(selections: readonly Selection[]): string {
  const texts = selections.map((selection) => {
    const inside = selection.selections ? `{${keyText(selection.selections)}}` : '';
    return (selection.kind === 'field' ? selection.key : selection.on) + inside;
  });
  return texts.join(' ');
}

/** Whether two sets of selections can stand in one representation: no field is there with other arguments. */
function compatible(a: readonly Selection[], b: readonly Selection[]): boolean {
  const keys = new Map<string, string>();
  const collect = (selections: readonly Selection[], path: string): boolean =>
    selections.every((selection) => {
      if (selection.kind === 'fragment') return collect(selection.selections, path);
      const at = `${path}.${selection.name}`;
      const known = keys.get(at);
      if (known !== undefined && known !== selection.key) return false;
      keys.set(at, selection.key);
      return collect(selection.selections ?? [], at);
    });
  return collect(a, '') && collect(b, '');
}
