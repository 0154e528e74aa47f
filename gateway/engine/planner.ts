import { isObjectType, isUnionType, Kind, type GraphQLSchema } from 'graphql';
import {
  selectionsText,
  type CanonicalKeys,
  type CanonicalOperation,
  type Deferral,
  type Field,
  type Fragment,
  type Selection,
} from './canonical.ts';
import { planTooComplex, type PlanLimits } from './limits.ts';
import { Group, Place, type ContextValue, type Seat } from './place.ts';
import { Reach, type Entry } from './reach.ts';
import type { ContextArgument, FieldView, SupergraphModel, TypeView } from './supergraphModel.ts';
import { Views } from './views.ts';

/** A field that is to be found somewhere, with all that is asked of it. */
interface Wanted {
  field: Field;
  selections: Selection[] | null;
  /** Where it was looked for already. */
  tried: Set<TypeView>;
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
  private readonly views: Views;
  private readonly reach: Reach;
  private readonly limits: PlanLimits;
  private steps = 0;
  /** The deferred fragment that is being planned; 0 for what comes first. */
  private deferral = 0;
  /** The parts of the answer that are there before it: the first, and the deferred fragments that it is in. */
  private before: ReadonlySet<number> = new Set([0]);
  /** More than 0 while keys and required fields are planned, which may be asked of any fetch. */
  private serving = 0;
  private readonly deferred: { place: Place; fragment: Fragment }[] = [];
  /** Collects the fetches that what is being planned is asked of. */
  private collector: Set<Group> | null = null;
  /** Fetches that must not be asked for what is being planned. */
  private excluded: ReadonlySet<Group> = new Set();
  private readonly entering = new Set<string>();
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
    this.views = new Views(model, schema, operation.keys, labels, () => this.step());
    this.reach = new Reach(model, this.views, operation.root, () => this.step());
  }

  plan(): Planned {
    const { type, root, selections } = this.operation;
    const leftover = type === 'mutation' ? this.inOrder(root, selections) : this.select(new Place(root), selections);
    for (let next = this.deferred.shift(); next; next = this.deferred.shift()) {
      this.deferral = next.fragment.deferral!.id;
      this.before = new Set([0, ...idsOfOuter(next.fragment.deferral!)]);
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
      const follows = this.groups.slice(before).some((group) => group.place.parent);
      if (follows) place = new Place(root);
      else if (added) place = this.startingWith(root, added);
    }
    return leftover;
  }

  private startingWith(root: string, group: Group): Place {
    const place = new Place(root);
    place.seat(group);
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

  private collect(
    type: string,
    selections: readonly Selection[],
    place: Place | null,
    into: Map<string, Wanted>,
  ): void {
    for (const selection of selections) {
      if (selection.kind === 'fragment') {
        if (!this.views.applies(selection.on, type)) continue;
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
    const seats = place.seats.filter((seat) => this.mayAsk(seat, field) && this.views.has(seat, field.name));
    if (seats.length === 0) return false;
    const others = this.views.viewsOf(place.type).filter((view) => {
      const definition = view.fields.get(field.name);
      if (!definition || needsMore(definition) || seats.some((seat) => seat.view === view)) return false;
      return this.canGive(view, definition);
    });
    if (others.length === 0) return false;
    const least = Math.min(...seats.map(({ view }) => this.views.lack(view, field.name, selections)));
    const fuller = least === 0 ? [] : others.filter((view) => this.views.lack(view, field.name, selections) < least);
    if (fuller.length === 0) return false;
    const levels = this.reach.levels(place, this.excluded);
    const soonest = Math.min(...seats.map(({ group }) => group.level));
    return fuller.some((view) => (levels.get(view) ?? Infinity) <= soonest);
  }

  /** Asks a field of fetches that are at its place already; null if nothing of it is left. */
  private inline(place: Place, wanted: Wanted): Wanted | null {
    let rest: Wanted | null = wanted;
    const seats = place.seats.filter(
      (seat) => this.mayAsk(seat, wanted.field) && this.views.has(seat, wanted.field.name),
    );
    // What a later fetch needs is taken from where it is first.
    if (this.serving > 0) seats.sort((a, b) => a.group.level - b.group.level);
    if (seats.length > 1 && wanted.selections) {
      const lacking = new Map(
        seats.map((seat) => [seat, this.views.lack(seat.view, wanted.field.name, wanted.selections)]),
      );
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
    if (group.deferral !== this.deferral && !this.before.has(group.deferral)) return false;
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
    const type = this.views.fieldType(place.type, field.name) ?? definition.typeName;
    const child = place.child(field.key, field.name, type);
    if (!child.seats.some(({ selection }) => selection === asked.selection)) {
      const view = this.model.views.get(definition.typeName)?.get(seat.view.graph);
      if (!view) return { field, selections, tried };
      child.members ??= this.commonMembers(place, field.name);
      const provided = [...this.views.providedBy(seat.view, definition), ...this.providedBelow(seat, field.name)];
      child.seats.push({ group: seat.group, view, selection: asked.selection, provided });
    }
    const leftover = this.select(child, selections);
    return leftover.length > 0 ? { field, selections: leftover, tried } : null;
  }

  private providedBelow({ provided, view }: Seat, name: string): Selection[] {
    return this.views
      .providedFields(provided, view.name)
      .flatMap((field) => (field.name === name ? [...(field.selections ?? [])] : []));
  }

  /**
   * The members of a union that all subgraphs have that could be asked for a field here: whichever of them is asked, the
   * answer is to be the same.
   */
  private commonMembers(place: Place, field: string): ReadonlySet<string> | null {
    if (!isUnionType(this.schema.getType(this.views.fieldType(place.type, field) ?? ''))) return null;
    let common: ReadonlySet<string> | null = null;
    for (const view of this.candidates(place)) {
      const definition = view.fields.get(field);
      if (!definition || !this.views.isServed(view, definition)) continue;
      const members = this.model.views.get(definition.typeName)?.get(view.graph)?.members ?? new Set<string>();
      common = new Set([...(common ?? members)].filter((member) => members.has(member)));
    }
    return common;
  }

  /** The subgraphs that could have been asked for the objects at a place, as they have their type. */
  private candidates(place: Place): Set<TypeView> {
    const views = new Set(this.reach.levels(place, this.excluded).keys());
    const { parent, step } = place;
    if (!parent || !step) return views;
    const above = [...this.candidates(parent)];
    for (const view of this.views.viewsOf(place.type)) {
      const from = above.find(({ graph }) => graph === view.graph);
      const definition = from && 'name' in step ? from.fields.get(step.name!) : undefined;
      if (from && ('on' in step || (definition && this.views.isServed(from, definition)))) views.add(view);
    }
    return views;
  }

  /** Asks other subgraphs for what no fetch at a place has. */
  private elsewhere(place: Place, fields: readonly Wanted[]): Selection[] {
    let missing = [...fields];
    const given: Wanted[] = [];
    while (missing.length > 0) {
      const levels = this.reach.levels(place, this.excluded);
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
  private bestFor(
    place: Place,
    { field, selections, tried }: Wanted,
    levels: ReadonlyMap<TypeView, number>,
  ): TypeView | null {
    let best: TypeView | null = null;
    let bestLack = Infinity;
    let bestLevel = Infinity;
    for (const [view, entered] of levels) {
      this.step();
      const definition = view.fields.get(field.name);
      if (!definition || tried.has(view) || !this.canGive(view, definition)) continue;
      if (this.entering.has(guardOf(place, view, field.name))) continue;
      const lack = this.views.lack(view, field.name, selections);
      const level = entered + (needsMore(definition) && !this.hasAtHand(place, definition) ? 1 : 0);
      if (lack > bestLack || (lack === bestLack && level >= bestLevel)) continue;
      best = view;
      bestLack = lack;
      bestLevel = level;
    }
    return best;
  }

  private canGive(view: TypeView, definition: FieldView): boolean {
    if (!this.views.isServed(view, definition)) return false;
    return view.kind !== 'interface' || this.views.hasInline(view, definition.name);
  }

  private hasAtHand(place: Place, { requires }: FieldView): boolean {
    const names = this.views.internalSelections(requires ?? []).map((each) => nameOfSelection(each));
    return names.every((name) => name !== null && place.seats.some((seat) => this.views.has(seat, name)));
  }

  private mostWanted(
    missing: readonly Wanted[],
    best: ReadonlyMap<Wanted, TypeView>,
    levels: ReadonlyMap<TypeView, number>,
  ): TypeView {
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
    const guard = guardOf(place, view, wanted.field.name);
    this.entering.add(guard);
    const context = this.contextValues(place, definition.context);
    const requires = this.views.internalSelections(definition.requires ?? []);
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
      const selections = this.views.onType(above.type, this.views.internalSelections(argument.selections));
      values.push({ variable: `context${this.variables}`, argument, place: above, selections });
    }
    return values;
  }

  private setsContext(type: string, context: string): boolean {
    if (this.model.contexts.get(type)?.includes(context)) return true;
    const above = this.schema.getType(type);
    if (!isObjectType(above)) return false;
    for (const [name, contexts] of this.model.contexts) {
      if (contexts.includes(context) && this.views.applies(name, type)) return true;
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

  /**
   * Enters a subgraph at a place: asks for the fields of a key and for what is required where they are, and adds a fetch
   * behind all of that, or joins one that is there already.
   */
  private enter(
    place: Place,
    view: TypeView,
    requires: readonly Selection[],
    context: readonly ContextValue[],
  ): Seat | null {
    this.step();
    if (!place.parent) return this.enterRoot(place, view);
    if (this.views.isQuery(place)) return this.enterQuery(place, view);
    const levels = this.reach.levels(place, this.excluded);
    const entry = this.reach.entry(place, view, levels);
    if (!entry) return null;
    const after = this.collecting(() => this.serve(place, entry, requires, context));
    if (!after) return null;
    for (const group of place.typingGroups()) after.add(group);
    const key = this.views.onObjects(
      place.type,
      entry.sources.map(({ selection }) => selection),
    );
    const required = this.views.onObjects(place.type, requires);
    const joined = context.length === 0 ? this.joinable(place, view, key, required, after) : undefined;
    if (joined) {
      for (const group of after) joined.group.after.add(group);
      const { representation } = joined.group;
      (representation!.requires as Selection[]).push(...required);
      return joined;
    }
    const representation = { typeName: view.name, key, requires: [...required] };
    const values = context.map((value) => ({
      ...value,
      selections: this.views.onObjects(value.place.type, value.selections),
    }));
    return this.addGroup(view, place, representation, after, values);
  }

  private enterRoot(place: Place, view: TypeView): Seat {
    const before = this.operation.type === 'mutation' ? new Set(this.groups) : new Set<Group>();
    return this.addGroup(view, place, null, before, []);
  }

  /** Enters a subgraph at a field that returns the root of queries: once it is known that there is one. */
  private enterQuery(place: Place, view: TypeView): Seat | null {
    const seats = place.seats.filter(({ group }) => !this.excluded.has(group));
    if (seats.length === 0) return null;
    const { group: first } = seats.reduce((a, b) => (b.group.level < a.group.level ? b : a));
    return this.addGroup(view, place, null, new Set([first, ...place.typingGroups()]), []);
  }

  /** Adds a fetch of the objects at a place. */
  private addGroup(
    view: TypeView,
    place: Place,
    representation: Group['representation'],
    after: ReadonlySet<Group>,
    context: readonly ContextValue[],
  ): Seat {
    const group = new Group(this.groups.length, view, place, representation, after, this.deferral, context);
    this.groups.push(group);
    return place.seat(group);
  }

  /** Plans what a fetch needs before it can be sent; false if that cannot be had. */
  private serve(
    place: Place,
    { sources }: Entry,
    requires: readonly Selection[],
    context: readonly ContextValue[],
  ): boolean {
    this.serving += 1;
    try {
      for (const { selection, from } of sources) {
        const seat = this.seat(place, from);
        if (!seat) return false;
        for (const wanted of this.wanted(place.type, [selection], null))
          if (this.ask(place, seat, wanted)) return false;
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
  private perMember(
    place: Place,
    typed: readonly Seat[],
    everywhere: readonly Selection[],
    others: readonly Selection[],
  ): Selection[] {
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
      } else if (!selection.deferral && this.views.applies(selection.on, type)) {
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
    for (const [view] of this.reach.levels(place, this.excluded)) {
      if (view.kind === 'interface' && this.enter(place, view, NOTHING, [])) return true;
    }
    return false;
  }
}

/** Stands for a field that is being asked of a subgraph at a place. */
const guardOf = (place: Place, { graph, name }: TypeView, field: string) => `${place.id} ${graph} ${name} ${field}`;

/** The deferred fragments that one is in. */
function* idsOfOuter({ parent }: Deferral): Generator<number> {
  for (let outer = parent; outer; outer = outer.parent) yield outer.id;
}

/** Whether a fetch says of which type its objects are. */
const isTyped = ({ view }: Seat) => !view.interfaceObject;

/** Whether something has to be fetched before a field can be asked for. */
const needsMore = ({ requires, context }: FieldView) => requires !== null || context.length > 0;

const nameOfSelection = (selection: Selection) => (selection.kind === 'field' ? selection.name : null);

const sameKey = (a: readonly Selection[], b: readonly Selection[]): boolean => selectionsText(a) === selectionsText(b);

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
