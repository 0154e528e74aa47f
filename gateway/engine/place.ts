import type { Selection } from './canonical.ts';
import { RequestSelection } from './selection.ts';
import type { ContextArgument, TypeView } from './supergraphModel.ts';

/** A step from one place of the answer to the next: into a field, or to the objects of one type only. */
export type Step = { key: string; name?: string } | { on: string };

/** What stands for an entity when a subgraph is asked for it. */
export interface Representation {
  /** What the subgraph calls the type. */
  typeName: string;
  key: readonly Selection[];
  requires: readonly Selection[];
}

/** A value that a fetch takes from an object above its entities. */
export interface ContextValue {
  variable: string;
  argument: ContextArgument;
  /** Where the object is that the value is taken from. */
  place: Place;
  selections: readonly Selection[];
}

/** One fetch in the making: what one subgraph is asked for at one place. */
export class Group {
  readonly id: number;
  readonly view: TypeView;
  readonly place: Place;
  /** Null for a fetch of root fields, at the top or where a field returns the root of queries. */
  readonly representation: Representation | null;
  readonly selection = new RequestSelection();
  readonly after: Set<Group>;
  /** One more than the fetches that come before it, one after the other. */
  readonly level: number;
  /** The part of the answer that it is fetched for: 0, or the id of a deferred fragment. */
  readonly deferral: number;
  readonly context: readonly ContextValue[];

  constructor(
    id: number,
    view: TypeView,
    place: Place,
    representation: Representation | null,
    after: ReadonlySet<Group>,
    deferral: number,
    context: readonly ContextValue[] = [],
  ) {
    this.id = id;
    this.view = view;
    this.place = place;
    this.representation = representation;
    this.after = new Set(after);
    this.deferral = deferral;
    this.context = context;
    this.level = 1 + Math.max(0, ...[...after].map(({ level }) => level));
  }

  dependsOn(other: Group): boolean {
    if (this === other) return true;
    if (this.level <= other.level) return false;
    return [...this.after].some((group) => group.dependsOn(other));
  }
}

/** A fetch that has the objects at a place: more of their fields can be asked of it. */
export interface Seat {
  group: Group;
  view: TypeView;
  selection: RequestSelection;
  /** External fields that it gives here all the same, by `@provides`. */
  provided: readonly Selection[];
  /** Whether it has objects of other types beside those of this place, and cannot tell them apart. */
  forAllTypes?: boolean;
}

let places = 0;

/** A place of the answer where objects are, and which fetches have them. */
export class Place {
  readonly id = (places += 1);
  /** Name of the type in the supergraph. */
  readonly type: string;
  readonly parent: Place | null;
  readonly step: Step | null;
  readonly seats: Seat[] = [];
  /** The fetch that says of which type objects are, where that had to be found out. */
  typedBy: Group | null = null;
  /** Members of an abstract type that are asked for; null for all. */
  members: ReadonlySet<string> | null = null;
  private readonly children = new Map<string, Place>();
  private readonly narrowed = new Map<string, Place>();

  constructor(type: string, parent: Place | null = null, step: Step | null = null) {
    this.type = type;
    this.parent = parent;
    this.step = step;
  }

  child(key: string, name: string, type: string): Place {
    let child = this.children.get(key);
    if (!child) this.children.set(key, (child = new Place(type, this, { key, name })));
    return child;
  }

  onType(type: string): Place {
    let narrowed = this.narrowed.get(type);
    if (!narrowed) this.narrowed.set(type, (narrowed = new Place(type, this, { on: type })));
    return narrowed;
  }

  /** Seats a fetch that is made for the objects here. */
  seat(group: Group): Seat {
    const seat: Seat = { group, view: group.view, selection: group.selection, provided: [] };
    this.seats.push(seat);
    return seat;
  }

  /** The way from the root of the answer. */
  path(): Step[] {
    return this.step ? [...this.parent!.path(), this.step] : [];
  }

  /** The fetches that say what the objects on the way are. */
  typingGroups(): Group[] {
    const above = this.parent?.typingGroups() ?? [];
    return this.typedBy ? [...above, this.typedBy] : above;
  }
}
