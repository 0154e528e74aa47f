import type { Selection } from './canonical.ts';
import { Place, type Group } from './place.ts';
import type { Key, SupergraphModel, TypeView } from './supergraphModel.ts';
import type { Views } from './views.ts';

/** How a subgraph can be asked for the entities at a place. */
export interface Entry {
  key: Key;
  /** The key's fields, each with a subgraph that has it. */
  sources: { selection: Selection; from: TypeView }[];
  level: number;
}

/** Finds out which subgraphs can be asked for the objects of a place, by which keys, and how soon. */
export class Reach {
  private readonly model: SupergraphModel;
  private readonly views: Views;
  /** Name of the operation's root type. */
  private readonly root: string;
  private readonly count: () => void;
  private readonly covered = new Map<Selection, Map<TypeView, boolean>>();
  /** How many of such questions are being answered, one for the other. */
  private depth = 0;

  constructor(model: SupergraphModel, views: Views, root: string, count: () => void) {
    this.model = model;
    this.views = views;
    this.root = root;
    this.count = count;
  }

  /** How soon each subgraph can give fields of the objects at a place: the level of the fetch that does. */
  levels(place: Place, excluded: ReadonlySet<Group>): Map<TypeView, number> {
    const levels = new Map<TypeView, number>();
    if (!place.parent) {
      for (const view of this.views.viewsOf(place.type)) levels.set(view, 1);
      return levels;
    }
    for (const { view, group } of place.seats) {
      if (!excluded.has(group)) levels.set(view, Math.min(levels.get(view) ?? Infinity, group.level));
    }
    if (this.views.isQuery(place)) {
      const level = 1 + Math.min(...levels.values());
      for (const view of this.views.viewsOf(place.type)) if (!levels.has(view)) levels.set(view, level);
      return levels;
    }
    const views = this.views.viewsOf(place.type).filter(({ keys }) => keys.some(({ resolvable }) => resolvable));
    for (let changed = true; changed;) {
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
  entry(place: Place, view: TypeView, levels: ReadonlyMap<TypeView, number>): Entry | null {
    let best: Entry | null = null;
    const own = levels.get(view);
    const seated = place.seats.some((seat) => seat.view === view);
    for (const key of view.keys) {
      if (!key.resolvable) continue;
      const sources: Entry['sources'] = [];
      let level = 0;
      for (const selection of this.views.internalSelections(key.selections)) {
        let from: TypeView | null = null;
        let soonest = Infinity;
        for (const [other, at] of levels) {
          this.count();
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
    return place.seats.some(
      (seat) => seat.view === view && seat.provided.length > 0 && this.views.has(seat, selection.name),
    );
  }

  /** Whether a selection can be had of objects that a subgraph has, be it by way of others. */
  private covers(view: TypeView, selection: Selection): boolean {
    let known = this.covered.get(selection);
    if (!known) this.covered.set(selection, (known = new Map()));
    const answer = known.get(view);
    if (answer !== undefined) return answer;
    this.count();
    // While it is being found out it is not so, which ends circles; a no that rests on that is not remembered.
    known.set(view, false);
    this.depth += 1;
    const result = this.coversOne(view, selection);
    this.depth -= 1;
    if (result || this.depth === 0) known.set(view, result);
    else known.delete(view);
    return result;
  }

  private coversOne(view: TypeView, selection: Selection): boolean {
    if (selection.kind === 'fragment') {
      const members = [...view.members].filter((member) => this.views.applies(selection.on, member));
      return members.every((member) => {
        const own = this.model.views.get(member)?.get(view.graph);
        return own !== undefined && selection.selections.every((each) => this.covers(own, each));
      });
    }
    if (selection.name === '__typename') return true;
    if (!this.views.hasInline(view, selection.name)) return false;
    if (!selection.selections) return true;
    const definition = view.fields.get(selection.name)!;
    const child = this.model.views.get(definition.typeName)?.get(view.graph);
    if (!child) return false;
    return selection.selections.every((each) => this.covers(child, each) || this.coversBeyond(child, each));
  }

  /** Whether a field of an entity can be had of another subgraph. */
  private coversBeyond(view: TypeView, selection: Selection): boolean {
    const start = new Map<TypeView, number>([[view, 0]]);
    const place = new Place(view.name, new Place(this.root), { key: '' });
    const views = this.views.viewsOf(view.name);
    for (let changed = true; changed;) {
      changed = false;
      for (const other of views) {
        if (start.has(other) || !this.entry(place, other, start)) continue;
        start.set(other, start.size);
        changed = true;
      }
    }
    return [...start.keys()].some((other) => this.covers(other, selection));
  }
}
