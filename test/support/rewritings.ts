import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  Kind,
  OperationTypeNode,
  parseType,
  print,
  SchemaMetaFieldDef,
  TypeInfo,
  TypeMetaFieldDef,
  valueFromASTUntyped,
  visit,
  visitWithTypeInfo,
  type ArgumentNode,
  type ASTVisitor,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type InlineFragmentNode,
  type NameNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
  type VariableDefinitionNode,
  type VariableNode,
} from 'graphql';

export interface Answer {
  data?: unknown;
  errors?: readonly { message: string; path?: readonly (string | number)[] }[];
}

/** An operation that must be answered as the one it was made of. */
export interface Rewritten {
  way: string;
  document: DocumentNode;
  variables: Record<string, unknown>;
  operationName?: string;
  /** Turns the rewritten operation's answer back into the form of the original's, places in documents left out. */
  back<A extends Answer>(answer: A): A;
}

/** An operation and the fragments that it uses. */
interface Parts {
  operation: OperationDefinitionNode;
  fragments: readonly FragmentDefinitionNode[];
}

/** What an answer holds under the response keys of one object, wherever fragments put the fields. */
interface Place {
  entries: Map<string, Entry>;
  /** The types that the operation selects fields of here. */
  parents: Set<GraphQLCompositeType>;
}

interface Entry {
  /** The response key of the original operation. */
  original: string;
  /** The response key of the rewritten operation. */
  rewritten: string;
  fieldNames: Set<string>;
  /** Null for what has no selections. */
  within: Place | null;
}

/** What a way makes of an operation. */
interface Made {
  parts: Parts;
  /** Operations that are in the document too, but not asked. */
  others?: OperationDefinitionNode[];
  variables?: Record<string, unknown>;
  operationName?: string;
  /** Where response keys are others than in the original. */
  place?: Place;
}

/** Everything that a way needs to know of the original. */
interface Original extends Parts {
  schema: GraphQLSchema;
  variables: Record<string, unknown>;
  operationName?: string;
  isMutation: boolean;
  root: GraphQLCompositeType;
  /** A name like the wanted one that is nowhere in the document. */
  fresh(wanted: string): string;
}

/**
 * The operation in other ways that must not change its answer. What executes the operation may see other documents,
 * but a client may not see another answer.
 */
export function rewritings(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Record<string, unknown>,
  operationName?: string,
): Rewritten[] {
  const parts = partsOf(document, operationName);
  const { operation } = parts;
  if (operation.operation === OperationTypeNode.SUBSCRIPTION) return [];
  const root = schema.getRootType(operation.operation)!;
  const isMutation = operation.operation === OperationTypeNode.MUTATION;
  const plain = placeOf(schema, parts, root);
  const before = print(documentOf(parts));
  return WAYS.flatMap(([way, make]) => {
    const made = make({ ...parts, schema, variables, operationName, isMutation, root, fresh: freshNames(document) });
    if (!made) return [];
    const rewritten = documentOf(made.parts, made.others);
    if (print(rewritten) === before) return [];
    return [
      {
        way,
        document: rewritten,
        variables: made.variables ?? variables,
        operationName: made.operationName ?? operationName,
        back: (answer) => answerBack(answer, made.place ?? plain),
      },
    ];
  });
}

/** Each way says null where an operation has nothing for it. */
const WAYS: readonly (readonly [string, (original: Original) => Made | null])[] = [
  ['aliases swapped', (original) => aliased(original, swapKeys)],
  ['aliases of other fields', (original) => aliased(original, takeOtherFieldNames(original))],
  ['aliases unique', (original) => aliased(original, uniqueKeys(original))],
  ['selections doubled', selectionsDoubled],
  ['inline fragments', inlineFragments],
  ['named fragments', namedFragments],
  ['arguments as variables', (original) => literalsAsVariables(original, true)],
  ['values as variables', (original) => literalsAsVariables(original, false)],
  ['typename everywhere', typenameEverywhere],
  ['introspection beside', introspectionBeside],
  ['introspection in fragments', introspectionInFragments],
  ['operations beside', operationsBeside],
  ['directives by literal', (original) => ({ parts: idleDirectives(original, literal(true), literal(false)) })],
  ['directives by variable', directivesByVariable],
  ['excluded beside', excludedBeside],
  ['abstract types split', abstractTypesSplit],
  ['root fragments', rootFragments],
  ['root fields torn', rootFieldsTorn],
  ['selections reversed', selectionsReversed],
  ['arguments reversed', argumentsReversed],
];

/** The names of all ways, to see that none is forgotten. */
export const WAY_NAMES: readonly string[] = WAYS.map(([way]) => way);

// Ways that give the same fields other response keys.

function aliased(original: Original, rename: (place: Place) => void): Made {
  // A named fragment may be used in several places, whose keys are renamed each in its own way.
  const parts = withoutNamedFragments(original);
  const place = placeOf(original.schema, parts, original.root);
  eachPlace(place, rename);
  const { operation } = parts;
  const selected = renamed(operation.selectionSet, place);
  return { parts: { ...parts, operation: { ...operation, selectionSet: selected } }, place };
}

/** Gives every field the response key of the next one, so that each name stands for something else. */
function swapKeys({ entries }: Place): void {
  const all = [...entries.values()].filter(({ original }) => original !== '__typename');
  if (all.length < 2) return;
  for (const [index, entry] of all.entries()) entry.rewritten = all[(index + 1) % all.length]!.original;
}

/** Gives every field a name that is another field's of the same type, those first that are not selected. */
function takeOtherFieldNames({ fresh }: Original): (place: Place) => void {
  return ({ entries, parents }) => {
    const names = [...parents].flatMap((parent) => ('getFields' in parent ? Object.keys(parent.getFields()) : []));
    const selected = new Set([...entries.values()].flatMap(({ fieldNames }) => [...fieldNames]));
    const free = names.filter((name) => !selected.has(name));
    const pool = new Set([...free, ...names.toReversed(), ...entries.keys()]);
    pool.delete('__typename');
    for (const entry of entries.values()) {
      let name = [...pool].find((each) => each !== entry.original && !entry.fieldNames.has(each));
      while (!name || (!pool.has(name) && names.includes(name))) name = fresh('other');
      entry.rewritten = name;
      pool.delete(name);
    }
  };
}

function uniqueKeys({ fresh }: Original): (place: Place) => void {
  return ({ entries }) => {
    for (const entry of entries.values()) entry.rewritten = fresh(`${entry.original.replace(/^_+/, '')}_1`);
  };
}

function renamed(set: SelectionSetNode, place: Place): SelectionSetNode {
  return {
    ...set,
    selections: set.selections.map((selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return selection;
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        return { ...selection, selectionSet: renamed(selection.selectionSet, place) };
      }
      const { rewritten, within } = place.entries.get(keyOf(selection))!;
      return {
        ...selection,
        alias: rewritten === selection.name.value ? undefined : nameNode(rewritten),
        selectionSet: selection.selectionSet && within ? renamed(selection.selectionSet, within) : undefined,
      };
    }),
  };
}

// Ways that keep the response keys.

function selectionsDoubled(original: Original): Made {
  const parts = eachSelectionSet(original, ({ selections, before, parent }) => {
    if (isMutationRoot(original, parent)) return selections;
    // The second of each pair is as it was: doubling inside both would double with every level.
    return selections.flatMap((selection, index) => [selection, before[index]!]);
  });
  return { parts };
}

function inlineFragments(original: Original): Made {
  const parts = eachSelectionSet(original, ({ selections, parent }) =>
    selections.map((selection, index) => {
      const typed = (inside: SelectionNode) => inlineFragment([inside], parent.name);
      const untyped = (inside: SelectionNode) => inlineFragment([inside]);
      return index % 2 ? untyped(typed(selection)) : typed(untyped(selection));
    }),
  );
  return { parts };
}

function namedFragments(original: Original): Made {
  const made = new Map<string, FragmentDefinitionNode>();
  const moved = eachSelectionSet(original, ({ selections, parent }) => {
    const condensed = selections.map((selection) => spreadOfOneSpread(selection));
    // Equal selections share a fragment, so that fragments are used in several places.
    const key = `${parent.name} ${print(selectionSet(condensed))}`;
    let fragment = made.get(key);
    if (!fragment) {
      fragment = fragmentDefinition(original.fresh(`${parent.name}Parts`), parent.name, condensed);
      made.set(key, fragment);
    }
    return [spread(fragment.name.value)];
  });
  return { parts: onlyUsed({ ...moved, fragments: [...moved.fragments, ...made.values()] }) };
}

/** What is an inline fragment only to spread another fragment, as that spread. */
function spreadOfOneSpread(selection: SelectionNode): SelectionNode {
  if (selection.kind !== Kind.INLINE_FRAGMENT) return selection;
  const [only, ...others] = selection.selectionSet.selections;
  if (others.length || only?.kind !== Kind.FRAGMENT_SPREAD || only.directives?.length) return selection;
  // Other directives may not be allowed there.
  const canMove = selection.directives?.every(({ name }) => name.value === 'include' || name.value === 'skip') ?? true;
  return canMove ? { ...only, directives: selection.directives } : selection;
}

/** Makes variables of arguments' literals: of each argument as a whole, or of each value in its lists and objects. */
function literalsAsVariables(original: Original, whole: boolean): Made | null {
  const { schema, operation, fragments, fresh } = original;
  const variables = { ...original.variables };
  const definitions = new Map<string, VariableDefinitionNode>();
  const types = new TypeInfo(schema);

  const variableFor = (node: ValueNode, wanted: string): VariableNode | undefined => {
    const position = types.getInputType();
    if (!position || holdsVariable(node) || holdsLongNumber(node)) return undefined;
    // A scalar of the schema's own may read a literal otherwise than a value of JSON, but a text it cannot.
    const named = getNamedType(position);
    if (isScalarType(named) && !isSpecifiedScalarType(named) && node.kind !== Kind.STRING) return undefined;
    const container = types.getParentInputType();
    const mustBeGiven = isInputObjectType(container) && container.isOneOf && !isNonNullType(position);
    const type = `${String(position)}${mustBeGiven ? '!' : ''}`;
    const value: unknown = valueFromASTUntyped(node);
    // Fields merge only where their arguments are the same: equal literals must be one variable.
    const key = `${type} ${sortedJson(value)}`;
    let definition = definitions.get(key);
    if (!definition) {
      const name = fresh(wanted);
      definition = { kind: Kind.VARIABLE_DEFINITION, variable: variable(name), type: parseType(type) };
      definitions.set(key, definition);
      variables[name] = value;
    }
    return definition.variable;
  };

  const eachArgument: ASTVisitor = {
    VariableDefinition: () => false,
    Argument: (node) => {
      const value = variableFor(node.value, node.name.value);
      return value && { ...node, value };
    },
  };
  const eachValue: ASTVisitor = {
    VariableDefinition: () => false,
    // What is in a list or an object that a scalar of the schema's own reads has no type.
    ListValue: () => (isListType(getNullableType(types.getParentInputType())) ? undefined : false),
    ObjectValue: () => (isInputObjectType(getNamedType(types.getInputType())) ? undefined : false),
    ...Object.fromEntries(LEAF_VALUES.map((kind) => [kind, (node: ValueNode) => variableFor(node, 'value')])),
  };
  const visitor = visitWithTypeInfo(types, whole ? eachArgument : eachValue);
  const changed: OperationDefinitionNode = visit(operation, visitor);
  const changedFragments = fragments.map((fragment): FragmentDefinitionNode => visit(fragment, visitor));
  if (!definitions.size) return null;
  return {
    parts: { operation: withVariables(changed, [...definitions.values()]), fragments: changedFragments },
    variables,
  };
}

const LEAF_VALUES = [Kind.INT, Kind.FLOAT, Kind.STRING, Kind.BOOLEAN, Kind.ENUM, Kind.NULL] as const;

function typenameEverywhere(original: Original): Made {
  const { schema, root, fresh } = original;
  const alias = fresh('typename');
  const placesOf = new Map<readonly SelectionNode[], Place[]>();
  placeOf(schema, original, root, ({ selections }, place) => {
    placesOf.set(selections, [...(placesOf.get(selections) ?? []), place]);
  });
  const parts = eachSelectionSet(original, ({ selections, before }) => {
    // Where the original asks it perhaps under a condition, it would be there without the condition.
    const isFree = placesOf.get(before)?.every(({ entries }) => !entries.has('__typename'));
    return [...(isFree ? [field('__typename')] : []), ...selections, field('__typename', { alias })];
  });
  return { parts };
}

function introspectionBeside(original: Original): Made | null {
  if (original.isMutation) return null;
  const { operation, fragments, root } = original;
  const selections = [
    aboutSchema(original),
    ...operation.selectionSet.selections,
    aboutType(original, root.name),
    aboutType(original, 'Nothing', 'nothing'),
  ];
  return { parts: { operation: { ...operation, selectionSet: selectionSet(selections) }, fragments } };
}

function introspectionInFragments(original: Original): Made | null {
  if (original.isMutation) return null;
  const { operation, fragments, fresh, root } = original;
  const inside = eachInlineFragmentAtRoot(operation.selectionSet, () => aboutType(original, root.name, 'inside'));
  const fragment = fragmentDefinition(fresh('Introspection'), root.name, [aboutSchema(original)]);
  const selections = [
    spread(fragment.name.value),
    ...inside.selections,
    inlineFragment([aboutType(original, root.name)], root.name),
    inlineFragment([aboutType(original, 'Nothing', 'nothing')]),
  ];
  return {
    parts: { operation: { ...operation, selectionSet: selectionSet(selections) }, fragments: [...fragments, fragment] },
  };
}

/** A selection of the schema, under its own name where the original leaves that free. */
function aboutSchema(original: Original): FieldNode {
  const queryType = field('queryType', { selections: [field('name')] });
  const alias = selectsKey(original, '__schema') ? original.fresh('schema') : undefined;
  return field('__schema', { alias, selections: [queryType] });
}

function aboutType(original: Original, name: string, wanted?: string): FieldNode {
  const alias = wanted ?? (selectsKey(original, '__type') ? 'type' : undefined);
  return field('__type', {
    alias: alias && original.fresh(alias),
    args: [['name', { kind: Kind.STRING, value: name }]],
    selections: [field('name'), field('kind')],
  });
}

/** The selections with another one in every inline fragment that is of the root. */
function eachInlineFragmentAtRoot(set: SelectionSetNode, more: () => SelectionNode): SelectionSetNode {
  return selectionSet(
    set.selections.map((selection) => {
      if (selection.kind !== Kind.INLINE_FRAGMENT) return selection;
      const inside = eachInlineFragmentAtRoot(selection.selectionSet, more);
      return { ...selection, selectionSet: selectionSet([...inside.selections, more()]) };
    }),
  );
}

function operationsBeside(original: Original): Made {
  const { operation, fragments, schema, fresh } = original;
  const operationName = operation.name?.value ?? fresh('Asked');
  const named = { ...operation, name: nameNode(operationName) };
  const beside = (type: OperationTypeNode): OperationDefinitionNode => ({
    kind: Kind.OPERATION_DEFINITION,
    operation: type,
    name: nameNode(fresh('Beside')),
    selectionSet: selectionSet([field('__typename')]),
  });
  const copy = { ...operation, name: nameNode(fresh('Copy')) };
  const types = [OperationTypeNode.QUERY, ...(schema.getMutationType() ? [OperationTypeNode.MUTATION] : [])];
  const others = [...types.map((type) => beside(type)), copy];
  return { parts: { operation: named, fragments }, others, operationName };
}

/** Puts directives on selections which let everything through: include what `yes` says, skip what `no` says. */
function idleDirectives(original: Original, yes: ValueNode, no: ValueNode): Parts {
  let count = 0;
  return eachSelectionSet(original, ({ selections }) =>
    selections.map((selection) => {
      count += 1;
      // Neither may be repeated.
      const has = new Set(selection.directives?.map(({ name }) => name.value));
      const more = [
        ...(count % 3 !== 0 && !has.has('include') ? [directive('include', yes)] : []),
        ...(count % 3 !== 2 && !has.has('skip') ? [directive('skip', no)] : []),
      ];
      return { ...selection, directives: [...(selection.directives ?? []), ...more] };
    }),
  );
}

function directivesByVariable(original: Original): Made {
  const yes = original.fresh('yes');
  const no = original.fresh('no');
  const parts = idleDirectives(original, variable(yes), variable(no));
  // One is given, the other is as its default says.
  const definitions = [booleanDefinition(yes), booleanDefinition(no, false)];
  const used = definitions.filter((definition) => usesVariable(parts, definition));
  return {
    parts: { ...parts, operation: withVariables(parts.operation, used) },
    variables: { ...original.variables, [yes]: true },
  };
}

/** Puts fields beside the others which are always left out of the answer. */
function excludedBeside(original: Original): Made {
  const { fresh } = original;
  const no = fresh('no');
  let count = 0;
  const parts = eachSelectionSet(original, ({ selections, before, parent }) => {
    if (isMutationRoot(original, parent)) return selections;
    return selections.flatMap((selection, index): SelectionNode[] => {
      const was = before[index]!;
      if (was.kind !== Kind.FIELD) return [selection];
      count += 1;
      const condition = count % 2 ? directive('skip', literal(true)) : directive('include', variable(no));
      const others = was.directives?.filter(({ name }) => name.value !== 'skip' && name.value !== 'include') ?? [];
      return [selection, { ...was, alias: nameNode(fresh('excluded')), directives: [...others, condition] }];
    });
  });
  const used = [booleanDefinition(no)].filter((definition) => usesVariable(parts, definition));
  return {
    parts: { ...parts, operation: withVariables(parts.operation, used) },
    variables: { ...original.variables, [no]: false },
  };
}

/** How many characters the copies of selections may have together, as there may be such copies inside. */
const LONGEST_SPLIT = 20_000;

/** Puts what is selected of an interface or a union into a fragment for each type that it may be. */
function abstractTypesSplit(original: Original): Made {
  const { schema } = original;
  const parts = eachSelectionSet(original, ({ selections, parent }) => {
    if (isObjectType(parent)) return selections;
    const possible = schema.getPossibleTypes(parent);
    if (!possible.length) return selections;
    /** A field may be of a narrower type in an object than in the interface: it does not merge with others then. */
    const isSame = ({ name }: FieldNode) => {
      if (name.value === '__typename') return true;
      const type = isInterfaceType(parent) ? String(parent.getFields()[name.value]!.type) : '';
      return possible.every((object) => String(object.getFields()[name.value]?.type) === type);
    };
    const split = selections.filter((selection) => selection.kind === Kind.FIELD && isSame(selection));
    if (!split.length || print(selectionSet(split)).length * possible.length > LONGEST_SPLIT) return selections;
    return [
      ...possible.map(({ name }) => inlineFragment(split, name)),
      ...selections.filter((selection) => !split.includes(selection)),
    ];
  });
  return { parts };
}

function rootFragments(original: Original): Made {
  const { operation, root, fresh } = original;
  const fragments: FragmentDefinitionNode[] = [];
  const named = (selection: SelectionNode): SelectionNode => {
    const fragment = fragmentDefinition(fresh('Root'), root.name, [selection]);
    fragments.push(fragment);
    return spread(fragment.name.value);
  };
  // The order stays: mutations are executed in it.
  const selections = operation.selectionSet.selections.map((selection, index) => {
    if (index % 3 === 0) return named(selection);
    if (index % 3 === 1) return inlineFragment([inlineFragment([selection])], root.name);
    return named(inlineFragment([named(selection)], root.name));
  });
  const changed = { ...operation, selectionSet: selectionSet(selections) };
  return { parts: { operation: changed, fragments: [...original.fragments, ...fragments] } };
}

/** Asks one half of each root field in one fragment, and the other half in another. */
function rootFieldsTorn(original: Original): Made | null {
  if (original.isMutation) return null;
  const { operation, root, fresh } = original;
  const first: SelectionNode[] = [];
  const second: SelectionNode[] = [];
  for (const selection of operation.selectionSet.selections) {
    const inside = selection.kind === Kind.FIELD ? selection.selectionSet?.selections : undefined;
    if (!inside || inside.length < 2) {
      first.push(selection);
    } else {
      const middle = Math.ceil(inside.length / 2);
      first.push({ ...(selection as FieldNode), selectionSet: selectionSet(inside.slice(0, middle)) });
      second.push({ ...(selection as FieldNode), selectionSet: selectionSet(inside.slice(middle)) });
    }
  }
  if (!second.length) return null;
  const half = fragmentDefinition(fresh('Half'), root.name, second);
  const selections = [inlineFragment(first, root.name), spread(half.name.value)];
  const changed = { ...operation, selectionSet: selectionSet(selections) };
  return { parts: { operation: changed, fragments: [...original.fragments, half] } };
}

function selectionsReversed(original: Original): Made {
  const parts = eachSelectionSet(original, ({ selections, parent }) =>
    isMutationRoot(original, parent) ? selections : selections.toReversed(),
  );
  return { parts };
}

function argumentsReversed({ operation, fragments }: Original): Made {
  const change = <N extends OperationDefinitionNode | FragmentDefinitionNode>(definition: N): N =>
    visit(definition, {
      Field: (node) => ({
        ...node,
        arguments: node.arguments?.toReversed(),
        directives: node.directives?.toReversed(),
      }),
      ObjectValue: (node) => ({ ...node, fields: node.fields.toReversed() }),
    });
  const changed = change(operation);
  return {
    parts: {
      operation: { ...changed, variableDefinitions: changed.variableDefinitions?.toReversed() },
      fragments: fragments.map((fragment) => change(fragment)).toReversed(),
    },
  };
}

// From answers back to the original's.

function answerBack<A extends Answer>(answer: A, place: Place): A {
  const { data, errors } = answer;
  return {
    ...answer,
    ...(data === undefined ? {} : { data: dataBack(data, place) }),
    ...(errors ? { errors: errors.map((error) => errorBack(error, place)) } : {}),
  };
}

function dataBack(data: unknown, place: Place): unknown {
  if (Array.isArray(data)) return data.map((item) => dataBack(item, place));
  if (data === null || typeof data !== 'object') return data;
  const named = byRewritten(place);
  return Object.fromEntries(
    Object.entries(data).flatMap(([key, value]) => {
      const entry = named.get(key);
      // What the original does not ask was added.
      if (!entry) return [];
      return [[entry.original, entry.within ? dataBack(value, entry.within) : value]];
    }),
  );
}

function errorBack<E extends NonNullable<Answer['errors']>[number]>(error: E, place: Place): E {
  // Places in the rewritten document say nothing about the original.
  const { locations: _, ...rest } = error as E & { locations?: unknown };
  if (!error.path) return rest as E;
  let at: Place | null = place;
  const path = error.path.map((step) => {
    if (typeof step === 'number') return step;
    const entry: Entry | undefined = at ? byRewritten(at).get(step) : undefined;
    at = entry?.within ?? null;
    return entry?.original ?? step;
  });
  return { ...rest, path } as unknown as E;
}

function byRewritten({ entries }: Place): Map<string, Entry> {
  return new Map([...entries.values()].map((entry) => [entry.rewritten, entry]));
}

// The places of an operation.

/** The place of an operation's data; says of all selections where they are. */
function placeOf(
  schema: GraphQLSchema,
  { operation, fragments }: Parts,
  root: GraphQLCompositeType,
  met: (set: SelectionSetNode, place: Place) => void = () => {},
): Place {
  const named = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  const collect = (set: SelectionSetNode, parent: GraphQLCompositeType, place: Place): void => {
    place.parents.add(parent);
    met(set, place);
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const key = keyOf(selection);
        const entry = place.entries.get(key) ?? newEntry(key);
        place.entries.set(key, entry);
        entry.fieldNames.add(selection.name.value);
        if (selection.selectionSet) {
          entry.within ??= { entries: new Map(), parents: new Set() };
          collect(selection.selectionSet, typeOfField(schema, parent, selection.name.value), entry.within);
        }
      } else {
        const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? named.get(selection.name.value)! : selection;
        const condition = fragment.typeCondition?.name.value;
        collect(fragment.selectionSet, condition ? compositeType(schema, condition) : parent, place);
      }
    }
  };
  const place: Place = { entries: new Map(), parents: new Set() };
  collect(operation.selectionSet, root, place);
  return place;
}

function newEntry(key: string): Entry {
  return { original: key, rewritten: key, fieldNames: new Set(), within: null };
}

function eachPlace(place: Place, change: (place: Place) => void): void {
  change(place);
  for (const { within } of place.entries.values()) if (within) eachPlace(within, change);
}

function typeOfField(schema: GraphQLSchema, parent: GraphQLCompositeType, name: string): GraphQLCompositeType {
  const meta = [SchemaMetaFieldDef, TypeMetaFieldDef].find((each) => each.name === name);
  const definition = 'getFields' in parent ? parent.getFields()[name] : undefined;
  return compositeType(schema, getNamedType((definition ?? meta)!.type).name);
}

function compositeType(schema: GraphQLSchema, name: string): GraphQLCompositeType {
  const type = schema.getType(name);
  if (!isCompositeType(type)) throw new Error(`"${name}" has no fields.`);
  return type;
}

// Parts of documents.

/** The operation of a document that is asked, and the fragments that it uses. */
function partsOf(document: DocumentNode, operationName: string | undefined): Parts {
  const operations = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  const operation = operations.find(({ name }) => operationName === undefined || name?.value === operationName);
  if (!operation) throw new Error(`There is no operation "${operationName ?? ''}".`);
  const fragments = document.definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION);
  return onlyUsed({ operation, fragments });
}

function onlyUsed({ operation, fragments }: Parts): Parts {
  const used = new Set<string>();
  const follow = (node: OperationDefinitionNode | FragmentDefinitionNode): void => {
    visit(node, {
      FragmentSpread: ({ name: { value } }) => {
        if (used.has(value)) return;
        used.add(value);
        const fragment = fragments.find(({ name }) => name.value === value);
        if (fragment) follow(fragment);
      },
    });
  };
  follow(operation);
  return { operation, fragments: fragments.filter(({ name }) => used.has(name.value)) };
}

function documentOf({ operation, fragments }: Parts, others: readonly OperationDefinitionNode[] = []): DocumentNode {
  const [first, ...rest] = others;
  return { kind: Kind.DOCUMENT, definitions: [...(first ? [first] : []), operation, ...rest, ...fragments] };
}

function withoutNamedFragments({ operation, fragments }: Parts): Parts {
  const inlined = visit(operation, {
    FragmentSpread: ({ name, directives }): InlineFragmentNode => {
      const { typeCondition, selectionSet: set } = fragments.find((fragment) => fragment.name.value === name.value)!;
      return { kind: Kind.INLINE_FRAGMENT, typeCondition, directives, selectionSet: set };
    },
  });
  return { operation: inlined, fragments: [] };
}

/** The selections of an object, of what is inside them changed already. */
interface Selections {
  selections: readonly SelectionNode[];
  /** The same, of which nothing is changed. */
  before: readonly SelectionNode[];
  parent: GraphQLCompositeType;
}

/** Changes all selections, the innermost first. */
function eachSelectionSet(
  { schema, operation, fragments }: Original,
  change: (set: Selections) => readonly SelectionNode[],
): Parts {
  const types = new TypeInfo(schema);
  const open: SelectionSetNode[] = [];
  const visitor = visitWithTypeInfo(types, {
    SelectionSet: {
      enter: (node) => {
        open.push(node);
      },
      leave: (node) => {
        const before = open.pop()!.selections;
        return { ...node, selections: change({ selections: node.selections, before, parent: types.getParentType()! }) };
      },
    },
  });
  return {
    operation: visit(operation, visitor),
    fragments: fragments.map((fragment): FragmentDefinitionNode => visit(fragment, visitor)),
  };
}

/** Whether these are fields that do something, so that neither their number nor their order may change. */
function isMutationRoot({ schema }: Original, parent: GraphQLCompositeType): boolean {
  return parent === schema.getMutationType();
}

function selectsKey({ operation, fragments }: Parts, key: string): boolean {
  let found = false;
  const Field = (node: FieldNode) => {
    found ||= keyOf(node) === key;
  };
  for (const definition of [operation, ...fragments]) visit(definition, { Field });
  return found;
}

/** Makes names that are nowhere in a document, whatever they name there. */
function freshNames(document: DocumentNode): (wanted: string) => string {
  const used = new Set<string>();
  visit(document, {
    Name: ({ value }) => {
      used.add(value);
    },
  });
  return (wanted) => {
    let name = wanted;
    for (let count = 2; used.has(name); count += 1) name = `${wanted}${count}`;
    used.add(name);
    return name;
  };
}

function keyOf({ alias, name }: FieldNode): string {
  return (alias ?? name).value;
}

function nameNode(value: string): NameNode {
  return { kind: Kind.NAME, value };
}

function selectionSet(selections: readonly SelectionNode[]): SelectionSetNode {
  return { kind: Kind.SELECTION_SET, selections };
}

function field(
  name: string,
  { alias, args, selections }: { alias?: string; args?: [string, ValueNode][]; selections?: SelectionNode[] } = {},
): FieldNode {
  return {
    kind: Kind.FIELD,
    name: nameNode(name),
    alias: alias === undefined ? undefined : nameNode(alias),
    arguments: args?.map(([key, value]) => ({ kind: Kind.ARGUMENT, name: nameNode(key), value })),
    selectionSet: selections && selectionSet(selections),
  };
}

function inlineFragment(selections: readonly SelectionNode[], type?: string): InlineFragmentNode {
  return {
    kind: Kind.INLINE_FRAGMENT,
    typeCondition: type === undefined ? undefined : { kind: Kind.NAMED_TYPE, name: nameNode(type) },
    selectionSet: selectionSet(selections),
  };
}

function fragmentDefinition(name: string, type: string, selections: readonly SelectionNode[]): FragmentDefinitionNode {
  return {
    kind: Kind.FRAGMENT_DEFINITION,
    name: nameNode(name),
    typeCondition: { kind: Kind.NAMED_TYPE, name: nameNode(type) },
    selectionSet: selectionSet(selections),
  };
}

function spread(name: string): SelectionNode {
  return { kind: Kind.FRAGMENT_SPREAD, name: nameNode(name) };
}

function literal(value: boolean): ValueNode {
  return { kind: Kind.BOOLEAN, value };
}

function variable(name: string): VariableNode {
  return { kind: Kind.VARIABLE, name: nameNode(name) };
}

function directive(name: 'include' | 'skip', value: ValueNode): DirectiveNode {
  const condition: ArgumentNode = { kind: Kind.ARGUMENT, name: nameNode('if'), value };
  return { kind: Kind.DIRECTIVE, name: nameNode(name), arguments: [condition] };
}

function booleanDefinition(name: string, value?: boolean): VariableDefinitionNode {
  return {
    kind: Kind.VARIABLE_DEFINITION,
    variable: variable(name),
    type: parseType('Boolean!'),
    defaultValue: value === undefined ? undefined : { kind: Kind.BOOLEAN, value },
  };
}

function withVariables(
  operation: OperationDefinitionNode,
  more: readonly VariableDefinitionNode[],
): OperationDefinitionNode {
  return { ...operation, variableDefinitions: [...(operation.variableDefinitions ?? []), ...more] };
}

function usesVariable({ operation, fragments }: Parts, { variable: { name } }: VariableDefinitionNode): boolean {
  let found = false;
  const Variable = (node: VariableNode) => {
    found ||= node.name.value === name.value;
  };
  for (const definition of [operation, ...fragments]) visit(definition, { Variable });
  return found;
}

function holdsVariable(node: ValueNode): boolean {
  let found = false;
  visit(node, {
    Variable: () => {
      found = true;
    },
  });
  return found;
}

function holdsLongNumber(node: ValueNode): boolean {
  let found = false;
  visit(node, {
    IntValue: ({ value }) => {
      found ||= !Number.isSafeInteger(Number(value));
    },
  });
  return found;
}

/** Equal values as equal texts, whatever the order of their fields. */
function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => {
    if (!inner || typeof inner !== 'object' || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)));
  });
}
