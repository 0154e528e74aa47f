import {
  Kind,
  OperationTypeNode,
  parseType,
  print,
  visit,
  type DocumentNode,
  type FieldNode,
  type SelectionSetNode,
  type VariableDefinitionNode,
} from 'graphql';
import { selectionsText, type CanonicalOperation, type Selection } from './canonical.ts';
import { planTooComplex } from './limits.ts';
import type { Group, Representation, Step } from './place.ts';
import { nameNode, onType, RequestSelection, selectionSet } from './selection.ts';

/** Entities that one request asks for under one alias. */
export interface EntityAlias {
  alias: string;
  /** Name of the variable that carries their representations. */
  variable: string;
  representation: Representation;
  selection: RequestSelection;
  /** Where the entities are in the answer. */
  paths: (readonly Step[])[];
}

/** A value that a request takes from an object above its entities. */
export interface ContextSource {
  variable: string;
  path: readonly Step[];
  selections: readonly Selection[];
}

/** One request to a subgraph. */
export interface Fetch {
  id: number;
  /** The subgraph's value in `join__Graph`. */
  graph: string;
  /** The fetches that must be answered before. */
  after: readonly number[];
  /** One more than the longest chain of fetches before it. */
  level: number;
  document: DocumentNode;
  /** The client's variables that it uses. */
  variables: readonly string[];
  /** What it selects at the root; null for a fetch of entities. */
  root: RequestSelection | null;
  /** Where the objects are that have those root fields: at the top, unless a field returns the root of queries. */
  at: readonly Step[];
  entities: readonly EntityAlias[];
  context: readonly ContextSource[];
  /** The deferred fragment that it is for; 0 for the first part of the answer. */
  deferral: number;
}

/** What is fetched for an operation, and in which order. */
export interface Plan {
  fetches: readonly Fetch[];
  /** The longest chain of fetches, one after the other. */
  levels: number;
}

/** Makes requests of a planner's groups: those of one subgraph that can be sent at the same time are one. */
export function planOf(groups: readonly Group[], operation: CanonicalOperation, mostText: number): Plan {
  const batches = new Map<string, Group[]>();
  for (const group of groups) {
    if (isIdle(group)) continue;
    const single = !group.representation || group.context.length > 0;
    const key = single ? `${group.id}` : `${group.view.graph} ${group.level} ${group.deferral}`;
    const batch = batches.get(key);
    if (batch) batch.push(group);
    else batches.set(key, [group]);
  }
  const ordered = [...batches.values()].sort((a, b) => a[0]!.level - b[0]!.level);
  const ids = new Map(ordered.flatMap((batch, id) => batch.map((group) => [group, id] as const)));
  let text = 0;
  const fetches = ordered.map((batch, id) => {
    const fetch = fetchOf(id, batch, ids, operation);
    text += sizeOf(fetch);
    if (text > mostText) throw planTooComplex(`its requests to subgraphs are longer than ${mostText} characters`);
    return fetch;
  });
  return { fetches, levels: Math.max(0, ...fetches.map(({ level }) => level)) };
}

function fetchOf(
  id: number,
  batch: readonly Group[],
  ids: ReadonlyMap<Group, number>,
  operation: CanonicalOperation,
): Fetch {
  const [first] = batch as [Group];
  const after = new Set<number>();
  for (const group of batch) {
    for (const before of earlier(group)) if (ids.has(before)) after.add(ids.get(before)!);
  }
  after.delete(id);
  const root = first.representation ? null : first.selection;
  const definitions = operation.definition.variableDefinitions ?? [];
  const taken = new Set(definitions.map(({ variable }) => variable.name.value));
  const entities = root ? [] : aliasesOf(batch, taken);
  const context = first.context.map(({ variable, place, selections }): ContextSource => ({
    variable,
    path: place.path(),
    selections,
  }));
  const selections = root ? selectionSet(root) : entitySelections(entities);
  const variables = variablesIn(selections).filter(
    (name) => taken.has(name) && !context.some(({ variable }) => variable === name),
  );
  const variableDefinitions = [
    ...entities.map(({ variable }) => definitionOf(variable, '[_Any!]!')),
    ...first.context.map(({ variable, argument }) => definitionOf(variable, argument.type)),
    ...definitions.filter(({ variable }) => variables.includes(variable.name.value)).map(withoutDirectives),
  ];
  const document: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [
      {
        kind: Kind.OPERATION_DEFINITION,
        operation: first.place.parent ? OperationTypeNode.QUERY : (operation.type as OperationTypeNode),
        variableDefinitions,
        selectionSet: selections,
      },
    ],
  };
  return {
    id,
    graph: first.view.graph,
    after: [...after],
    level: first.level,
    document,
    variables,
    root,
    at: root ? first.place.path() : [],
    entities,
    context,
    deferral: first.deferral,
  };
}

/** The groups before a group; those that ask for nothing are passed over. */
function earlier(group: Group): Group[] {
  return [...group.after].flatMap((before) => (isIdle(before) ? earlier(before) : [before]));
}

/** Whether nothing is asked of a group; what the top of an operation asks of a subgraph is sent all the same. */
const isIdle = ({ selection, place }: Group) => selection.isEmpty && place.parent !== null;

/** Groups with the same representations and the same selection are one alias, for the entities of all their places. */
function aliasesOf(batch: readonly Group[], taken: ReadonlySet<string>): EntityAlias[] {
  const aliases = new Map<string, EntityAlias>();
  for (const { representation, selection, place } of batch) {
    const identity = batch.length === 1 ? '' : identityOf(representation!, selection);
    const known = aliases.get(identity);
    if (known) {
      known.paths.push(place.path());
      continue;
    }
    aliases.set(identity, {
      alias: '',
      variable: '',
      representation: representation!,
      selection,
      paths: [place.path()],
    });
  }
  const all = [...aliases.values()];
  for (const [index, each] of all.entries()) {
    each.alias = all.length === 1 ? '_entities' : `_entities${index}`;
    each.variable = freeName(all.length === 1 ? 'representations' : `representations${index}`, taken);
  }
  return all;
}

function identityOf({ typeName, key, requires }: Representation, selection: RequestSelection): string {
  return [typeName, selectionsText(key), selectionsText(requires), print(selectionSet(selection))].join('\n');
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  return taken.has(name) ? freeName(`${name}_`, taken) : name;
}

function entitySelections(entities: readonly EntityAlias[]): SelectionSetNode {
  const selections = entities.map(({ alias, variable, representation, selection }): FieldNode => ({
    kind: Kind.FIELD,
    ...(alias === '_entities' ? {} : { alias: nameNode(alias) }),
    name: nameNode('_entities'),
    arguments: [
      {
        kind: Kind.ARGUMENT,
        name: nameNode('representations'),
        value: { kind: Kind.VARIABLE, name: nameNode(variable) },
      },
    ],
    selectionSet: { kind: Kind.SELECTION_SET, selections: [onType(representation.typeName, selectionSet(selection))] },
  }));
  return { kind: Kind.SELECTION_SET, selections };
}

const definitionOf = (name: string, type: string): VariableDefinitionNode => ({
  kind: Kind.VARIABLE_DEFINITION,
  variable: { kind: Kind.VARIABLE, name: nameNode(name) },
  type: parseType(type, { noLocation: true }),
});

/** Directives on variables are between client and gateway. */
const withoutDirectives = (definition: VariableDefinitionNode): VariableDefinitionNode => ({
  ...definition,
  directives: [],
});

function variablesIn(selections: SelectionSetNode): string[] {
  const names = new Set<string>();
  visit(selections, { Variable: ({ name }) => void names.add(name.value) });
  return [...names];
}

/** A rough measure of a request's text. */
function sizeOf({ document }: Fetch): number {
  let size = 0;
  visit(document, { Name: ({ value }) => void (size += value.length + 2) });
  return size;
}

/** A place of the answer as text: `school.reviews.nodes.(Review)`. */
export const pathText = (path: readonly Step[]) =>
  path.map((step) => ('key' in step ? step.key : `(${step.on})`)).join('.');

/** A plan as people read it, and as JSON. */
export interface PlanDescription {
  /** The longest chain of requests, one after the other. */
  levels: number;
  fetches: {
    id: number;
    subgraph: string;
    level: number;
    /** The requests that must be answered before. */
    after: readonly number[];
    /** The deferred fragment that it is for. */
    deferral?: number;
    /** Where in the answer the entities are that it asks for; a type in parentheses stands for objects of it only. */
    at?: string[];
    /** Variables whose values are taken from objects above. */
    context?: string[];
    operation: string;
  }[];
}

export function describePlan({ fetches, levels }: Plan, graphName: (graph: string) => string): PlanDescription {
  return {
    levels,
    fetches: fetches.map(({ id, graph, after, level, at, entities, document, deferral, context }) => ({
      id,
      subgraph: graphName(graph),
      level,
      after,
      ...(deferral ? { deferral } : {}),
      ...(at.length > 0 ? { at: [pathText(at)] } : {}),
      ...(entities.length > 0 ? { at: [...new Set(entities.flatMap(({ paths }) => paths.map(pathText)))] } : {}),
      ...(context.length > 0
        ? { context: context.map(({ variable, path }) => `$${variable} from ${pathText(path)}`) }
        : {}),
      operation: print(document),
    })),
  };
}
