import {
  Kind,
  parse,
  print,
  valueFromASTUntyped,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type SelectionNode,
} from 'graphql';

/** A key by which a subgraph can be asked for an entity, or by which it names one. */
export interface Key {
  selections: readonly SelectionNode[];
  /** Whether the subgraph can be asked for the entity by this key. */
  resolvable: boolean;
}

/** An argument that a subgraph wants to be filled from an object above, as `@fromContext` says. */
export interface ContextArgument {
  /** The context that types above set. */
  context: string;
  name: string;
  type: string;
  selections: readonly SelectionNode[];
}

/** A field as one subgraph has it. */
export interface FieldView {
  name: string;
  /** The type in this subgraph, as text with its lists and non-nulls. */
  type: string;
  /** The name of that type. */
  typeName: string;
  external: boolean;
  requires: readonly SelectionNode[] | null;
  provides: readonly SelectionNode[] | null;
  /** A progressive override: the field is this subgraph's while the label is `on` (or off, for the overridden one). */
  override: { label: string; on: boolean } | null;
  context: readonly ContextArgument[];
}

/** A composite type as one subgraph has it. */
export interface TypeView {
  graph: string;
  name: string;
  kind: 'object' | 'interface' | 'union';
  /** Whether the subgraph has an object in place of an interface of the supergraph. */
  interfaceObject: boolean;
  /** Whether the type is an extension in the sense of Federation 1, where external key fields can be asked for. */
  extension: boolean;
  keys: Key[];
  fields: Map<string, FieldView>;
  /** The object types that an object of this type may have in this subgraph. */
  members: Set<string>;
}

/** A subgraph's name, and where it is. */
export interface SubgraphAddress {
  name: string;
  url: string;
}

/** What the planner knows of a supergraph: what each subgraph has of each type. */
export interface SupergraphModel {
  /** Subgraphs by their values in `join__Graph`. */
  graphs: ReadonlyMap<string, SubgraphAddress>;
  /** What subgraphs have of a type, by the type's name and the graph. */
  views: ReadonlyMap<string, ReadonlyMap<string, TypeView>>;
  /** Interfaces that a type implements, in the supergraph. */
  interfaces: ReadonlyMap<string, readonly string[]>;
  /** Labels of progressive overrides. */
  labels: readonly string[];
  /** Contexts that types set, by type. */
  contexts: ReadonlyMap<string, readonly string[]>;
  /**
   * Fields that members of one abstract type have with different types, or with another than the abstract type itself: in
   * one selection, their answers must stand under different names.
   */
  conflicting: ReadonlySet<string>;
  /** What separates a name from the number behind it in canonical keys: no field of the supergraph has it before a digit. */
  separator: string;
}

/** The subgraphs of a supergraph, by their values in `join__Graph`. */
export function readGraphs({ definitions }: DocumentNode): Map<string, SubgraphAddress> {
  const graphs = new Map<string, SubgraphAddress>();
  for (const definition of definitions) {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION || definition.name.value !== 'join__Graph') continue;
    for (const { name, directives } of definition.values ?? []) {
      const [graph = {}] = namedDirectives(directives ?? [], 'join__graph');
      graphs.set(name.value, { name: String(graph['name'] ?? name.value), url: String(graph['url'] ?? '') });
    }
  }
  return graphs;
}

/** Reads a supergraph's `join__` directives. */
export function readSupergraph(document: DocumentNode): SupergraphModel {
  const graphs = readGraphs(document);
  const views = new Map<string, Map<string, TypeView>>();
  const interfaces = new Map<string, string[]>();
  const contexts = new Map<string, string[]>();
  const labels = new Set<string>();
  const names = new Set<string>();

  for (const definition of document.definitions) {
    const kind = KINDS[definition.kind];
    if (!kind || !('name' in definition) || !definition.name) continue;
    const typeName = definition.name.value;
    const perGraph = new Map<string, TypeView>();
    views.set(typeName, perGraph);
    const directives =
      'directives' in definition ? ((definition.directives ?? []) as readonly ConstDirectiveNode[]) : [];

    for (const args of namedDirectives(directives, 'join__type')) {
      const graph = String(args['graph']);
      let view = perGraph.get(graph);
      if (!view) {
        const interfaceObject = args['isInterfaceObject'] === true;
        view = {
          graph,
          name: typeName,
          kind: interfaceObject ? 'object' : kind,
          interfaceObject,
          extension: false,
          keys: [],
          fields: new Map(),
          members: new Set(kind === 'object' || interfaceObject ? [typeName] : []),
        };
        perGraph.set(graph, view);
      }
      if (args['extension'] === true) view.extension = true;
      if (typeof args['key'] === 'string') {
        view.keys.push({ selections: selectionsOf(args['key']), resolvable: args['resolvable'] !== false });
      }
    }
    for (const args of namedDirectives(directives, 'context')) {
      contexts.set(typeName, [...(contexts.get(typeName) ?? []), String(args['name'])]);
    }
    if ('interfaces' in definition && definition.interfaces) {
      interfaces.set(
        typeName,
        definition.interfaces.map(({ name }) => name.value),
      );
    }
    if (definition.kind === Kind.UNION_TYPE_DEFINITION) {
      const joined = namedDirectives(directives, 'join__unionMember');
      for (const args of joined) perGraph.get(String(args['graph']))?.members.add(String(args['member']));
      if (joined.length === 0) {
        for (const view of perGraph.values())
          for (const { name } of definition.types ?? []) view.members.add(name.value);
      }
    }
    if ('fields' in definition && kind !== 'union') {
      for (const field of definition.fields ?? []) {
        names.add(field.name.value);
        addField(field as FieldDefinitionNode, perGraph, labels);
      }
    }
  }

  for (const perGraph of views.values()) {
    for (const view of perGraph.values()) if (view.interfaceObject) withExternal(view);
  }

  // An object type is a member of the interfaces that it implements in the same subgraph.
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    const typeName = definition.name.value;
    const joined = namedDirectives(definition.directives ?? [], 'join__implements');
    for (const args of joined) views.get(String(args['interface']))?.get(String(args['graph']))?.members.add(typeName);
    if (joined.length > 0) continue;
    for (const each of interfaces.get(typeName) ?? []) {
      for (const view of views.get(each)?.values() ?? []) {
        if (!view.interfaceObject && views.get(typeName)?.has(view.graph)) view.members.add(typeName);
      }
    }
  }

  return {
    graphs,
    views,
    interfaces,
    contexts,
    labels: [...labels],
    conflicting: conflictingFields(views),
    separator: separatorFor(names),
  };
}

const KINDS: Partial<Record<string, TypeView['kind']>> = {
  [Kind.OBJECT_TYPE_DEFINITION]: 'object',
  [Kind.INTERFACE_TYPE_DEFINITION]: 'interface',
  [Kind.UNION_TYPE_DEFINITION]: 'union',
};

/** What an interface object's field requires is another subgraph's, which not every composition says. */
function withExternal({ keys, fields }: TypeView): void {
  const nameOf = (node: SelectionNode) => (node.kind === Kind.FIELD ? node.name.value : null);
  const own = new Set(keys.flatMap(({ selections }) => selections.map(nameOf)));
  for (const name of [...fields.values()].flatMap(({ requires }) => (requires ?? []).map(nameOf))) {
    const required = name === null || own.has(name) ? undefined : fields.get(name);
    if (required) required.external = true;
  }
}

/** Puts a field into the views of the subgraphs that have it. */
function addField(field: FieldDefinitionNode, perGraph: ReadonlyMap<string, TypeView>, labels: Set<string>): void {
  const name = field.name.value;
  const type = print(field.type);
  const joined = namedDirectives(field.directives ?? [], 'join__field');
  // A field that says nothing is in every subgraph of its type.
  const places = joined.length > 0 ? joined : [...perGraph.keys()].map((graph): Arguments => ({ graph }));
  for (const args of places) {
    // One without a subgraph is supplied by an interface object.
    const view = typeof args['graph'] === 'string' ? perGraph.get(args['graph']) : undefined;
    if (!view) continue;
    const own = typeof args['type'] === 'string' ? args['type'] : type;
    const label = typeof args['overrideLabel'] === 'string' ? args['overrideLabel'] : null;
    if (label !== null) labels.add(label);
    view.fields.set(name, {
      name,
      type: own,
      typeName: own.replace(/[[\]!\s]/g, ''),
      // A field that another subgraph has taken over is only known here by its name.
      external: args['external'] === true || args['usedOverridden'] === true,
      requires: typeof args['requires'] === 'string' ? selectionsOf(args['requires']) : null,
      provides: typeof args['provides'] === 'string' ? selectionsOf(args['provides']) : null,
      override: label === null ? null : { label, on: typeof args['override'] === 'string' },
      context: (Array.isArray(args['contextArguments']) ? args['contextArguments'] : []).map(contextArgument),
    });
  }
}

function contextArgument(argument: Record<string, string>): ContextArgument {
  return {
    context: argument['context']!,
    name: argument['name']!,
    type: argument['type']!,
    selections: selectionsOf(argument['selection']!),
  };
}

type Arguments = Record<string, unknown>;

const argumentsOf = ({ arguments: args }: ConstDirectiveNode): Arguments =>
  Object.fromEntries((args ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)]));

const namedDirectives = (directives: readonly ConstDirectiveNode[], name: string): Arguments[] =>
  directives.filter((each) => each.name.value === name).map(argumentsOf);

/** The selections of a field set, which may or may not stand in braces. */
function selectionsOf(fieldSet: string): readonly SelectionNode[] {
  const text = fieldSet.trim();
  const document = parse(text.startsWith('{') ? text : `{ ${text} }`, { noLocation: true });
  const [operation] = document.definitions;
  return operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet.selections : [];
}

/** Fields (as `Type.field`) whose type differs between two members of an abstract type in one subgraph, or from the type's own. */
function conflictingFields(views: ReadonlyMap<string, ReadonlyMap<string, TypeView>>): Set<string> {
  const conflicting = new Set<string>();
  for (const perGraph of views.values()) {
    for (const { graph, kind, members, fields } of perGraph.values()) {
      if (kind === 'object') continue;
      // An interface may promise less of a field than its members hold.
      const types = new Map([...fields.values()].map(({ name, type }) => [name, new Set([type])]));
      const fieldsOf = (member: string) => views.get(member)?.get(graph)?.fields.values() ?? [];
      for (const member of members) {
        for (const { name, type } of fieldsOf(member)) types.set(name, (types.get(name) ?? new Set()).add(type));
      }
      for (const member of members) {
        for (const { name } of fieldsOf(member)) if (types.get(name)!.size > 1) conflicting.add(`${member}.${name}`);
      }
    }
  }
  return conflicting;
}

function separatorFor(names: ReadonlySet<string>): string {
  let separator = '__';
  while ([...names].some((name) => new RegExp(`${separator}\\d`).test(name))) separator += '_';
  return separator;
}
