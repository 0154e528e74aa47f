import {
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  type GraphQLSchema,
  type SelectionNode,
} from 'graphql';
import { selectionsText, type CanonicalKeys, type Field, type Fragment, type Selection } from './canonical.ts';
import type { Place, Seat } from './place.ts';
import type { FieldView, SupergraphModel, TypeView } from './supergraphModel.ts';

const NOTHING: readonly Selection[] = [];

/** Answers what a planner asks about the supergraph, for one operation: what each subgraph has, and how much of it. */
export class Views {
  private readonly model: SupergraphModel;
  private readonly schema: GraphQLSchema;
  private readonly keys: CanonicalKeys;
  private readonly labels: ReadonlySet<string>;
  private readonly count: () => void;
  private readonly internal = new WeakMap<readonly SelectionNode[], readonly Selection[]>();

  /**
   * @param labels the labels of progressive overrides that are on
   * @param count is called for each step that grows with the operation
   */
  constructor(
    model: SupergraphModel,
    schema: GraphQLSchema,
    keys: CanonicalKeys,
    labels: ReadonlySet<string>,
    count: () => void,
  ) {
    this.model = model;
    this.schema = schema;
    this.keys = keys;
    this.labels = labels;
    this.count = count;
  }

  /** Whether the objects at a place below the top are the root of queries, which every subgraph has without a key. */
  isQuery({ type, parent }: Place): boolean {
    return parent !== null && type === this.schema.getQueryType()?.name;
  }

  /** Whether every object of a type fulfils a type condition. */
  applies(condition: string, type: string): boolean {
    if (condition === type) return true;
    const abstract = this.schema.getType(condition);
    const sub = this.schema.getType(type);
    if (!isAbstractType(abstract)) return false;
    return (isObjectType(sub) || isInterfaceType(sub)) && this.schema.isSubType(abstract, sub);
  }

  /** Fields that are provided on objects of a type, or of whichever type they turn out to be. */
  providedFields(provided: readonly Selection[], type: string): Field[] {
    return provided.flatMap((selection) => {
      if (selection.kind === 'field') return [selection];
      return this.applies(selection.on, type) ? this.providedFields(selection.selections, type) : [];
    });
  }

  /**
   * Selections as objects of a type fulfil them: fragments that hold for all of these are opened, and those that hold for
   * none are left out.
   */
  onType(type: string, selections: readonly Selection[]): Selection[] {
    return selections.flatMap((selection): Selection[] => {
      if (selection.kind === 'field') {
        const below = selection.selections && this.fieldType(type, selection.name);
        return below ? [{ ...selection, selections: this.onType(below, selection.selections!) }] : [selection];
      }
      if (this.applies(selection.on, type)) return this.onType(type, selection.selections);
      if (isObjectType(this.schema.getType(type))) return [];
      return [{ ...selection, selections: this.onType(selection.on, selection.selections) }];
    });
  }

  /** Whether a fetch can give a field as it stands: nothing is to be fetched for it before. */
  has({ view, provided }: Pick<Seat, 'view' | 'provided'>, name: string): boolean {
    if (this.hasInline(view, name)) return true;
    const definition = view.fields.get(name);
    if (!definition || provided.length === 0 || definition.requires) return false;
    return this.providedFields(provided, view.name).some((field) => field.name === name);
  }

  /** Whether a subgraph gives a field as it stands, with nothing to be fetched for it before. */
  hasInline(view: TypeView, name: string): boolean {
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
  isServed(view: TypeView, { name, external, override }: FieldView): boolean {
    if (override && override.on !== this.labels.has(override.label)) return false;
    if (!external) return true;
    return view.extension && view.keys.some(({ selections }) => selections.some((each) => nameOf(each) === name));
  }

  /** The name of a field's type in the supergraph. */
  fieldType(type: string, field: string): string | null {
    const parent = this.schema.getType(type);
    if (!isObjectType(parent) && !isInterfaceType(parent)) return null;
    const definition = parent.getFields()[field];
    return definition ? getNamedType(definition.type).name : null;
  }

  /** What subgraphs have of a type: itself, or an object in place of an interface of it. */
  viewsOf(type: string): TypeView[] {
    const own = [...(this.model.views.get(type)?.values() ?? [])];
    if (!isObjectType(this.schema.getType(type))) return own;
    const stand = (this.model.interfaces.get(type) ?? []).flatMap((each) =>
      [...(this.model.views.get(each)?.values() ?? [])].filter(({ interfaceObject }) => interfaceObject),
    );
    return [...own, ...stand];
  }

  /** What a field provides; one of an interface provides what it does on every type that implements it. */
  providedBy(view: TypeView, { name, provides }: FieldView): readonly Selection[] {
    if (provides || view.kind !== 'interface') return this.internalSelections(provides ?? []);
    const members = [...view.members].map(
      (member) => this.model.views.get(member)?.get(view.graph)?.fields.get(name)?.provides,
    );
    const [first, ...others] = members.map((each) => this.internalSelections(each ?? []));
    if (!first?.length) return NOTHING;
    return others.every((each) => selectionsText(each) === selectionsText(first)) ? first : NOTHING;
  }

  /** How much of what is asked of a field its subgraph cannot give without another. */
  lack(view: TypeView, name: string, selections: readonly Selection[] | null): number {
    const definition = view.fields.get(name);
    if (!selections || !definition) return 0;
    const child = this.model.views.get(definition.typeName)?.get(view.graph);
    if (!child) return sizeOf(selections);
    return this.lacking(child, selections, this.providedBy(view, definition));
  }

  /** How many of some fields a subgraph cannot give of objects of a type, all that is below them included. */
  lacking(view: TypeView, selections: readonly Selection[], provided: readonly Selection[]): number {
    this.count();
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

  /** Selections with the keys that their fields have on the objects of a type, as far as the type decides about them. */
  onObjects(type: string, selections: readonly Selection[]): Selection[] {
    if (this.model.conflicting.size === 0) return [...selections];
    return selections.flatMap((selection): Selection[] => {
      if (selection.kind === 'fragment')
        return [{ ...selection, selections: this.onObjects(selection.on, selection.selections) }];
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
    return members.map(({ name }) => ({
      kind: 'fragment',
      on: name,
      selections: this.onObjects(name, [field]),
      deferral: null,
    }));
  }

  /** The selections of a field set in canonical form. */
  internalSelections(nodes: readonly SelectionNode[]): readonly Selection[] {
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
    return [
      {
        kind: 'field',
        key: this.keys.of(name, args),
        name,
        responseKey: name,
        arguments: args,
        selections,
        refusal: null,
        node: null,
      },
    ];
  }
}

const nameOf = (node: SelectionNode) => (node.kind === Kind.FIELD ? node.name.value : null);

/** The number of fields that selections hold. */
function sizeOf(selections: readonly Selection[]): number {
  let size = 0;
  for (const selection of selections) {
    size += (selection.kind === 'field' ? 1 : 0) + sizeOf(selection.selections ?? []);
  }
  return size;
}
