import {
  getNamedType,
  getNullableType,
  GraphQLError,
  isInputObjectType,
  isLeafType,
  isListType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type ValidationRule,
  type ValueNode,
} from 'graphql';
import { MOST_ROWS } from '../../subgraphs/kit/write/submissions.ts';

/** Longest document, in characters. */
export const MAX_DOCUMENT = 200_000;

/** How long what a client sends may be, by its place: `Type.field(argument:)` for an argument, `Input.field` for a field. */
export interface InputLimits {
  /** Longest identifier, in characters. */
  id: number;
  /** Longest of any other text, in characters. */
  text: number;
  /** Most values of a list. */
  list: number;
  /** Texts that have a longest length of their own. */
  texts: ReadonlyMap<string, number>;
  /** Lists that have a longest length of their own. */
  lists: ReadonlyMap<string, number>;
}

/** For a graph of somebody else, of which nothing is known. */
export const GENERAL_INPUT_LIMITS: InputLimits = {
  id: 1_000,
  text: 100_000,
  list: 10_000,
  texts: new Map(),
  lists: new Map(),
};

/** For our own graph. */
export const PARTNER_INPUT_LIMITS: InputLimits = {
  id: 200,
  text: 1_000,
  list: 100,
  texts: new Map([
    ['FindingInput.text', 20_000],
    ['AreaOfExcellenceInput.description', 20_000],
  ]),
  lists: new Map([
    ['SchoolFilter.urns', 500],
    ['Network.outcomes(measures:)', 10],
    ['Mutation.submitOutcomes(rows:)', MOST_ROWS],
    ['Mutation.recordEnrolments(rows:)', MOST_ROWS],
    ['Mutation.recordReview(rows:)', MOST_ROWS],
    ['Mutation.updateRoll(rows:)', MOST_ROWS],
  ]),
};

/** A value at one place of an operation. */
interface Place {
  /** What it is called in errors: `filter.academicYear`. */
  name: string;
  coordinate: string;
  type: GraphQLInputType;
}

/** Where an operation uses a variable. */
interface VariableUse extends Place {
  variable: string;
}

/** What is known of a document: which variables it uses where, and what is wrong with what is written in it. */
interface Known {
  uses: VariableUse[];
  problem: GraphQLError | null;
}

const many = (number: number) => number.toLocaleString('en-GB');

const tooLarge = (message: string, limit: number, code = 'BAD_USER_INPUT') =>
  new GraphQLError(message, { extensions: { code, limit, http: { status: 400 } } });

/**
 * Checks how long the arguments of an operation are, before anything is made of them: lists, texts and
 * identifiers, in variables and in the document alike.
 */
export function inputCheck(limits: InputLimits) {
  const knownOf = new WeakMap<DocumentNode, Known>();

  const checkText = (length: number, { name, coordinate, type }: Place): void => {
    const isId = getNamedType(type).name === 'ID';
    const most = limits.texts.get(coordinate) ?? (isId ? limits.id : limits.text);
    if (length <= most) return;
    throw tooLarge(
      `\`${name}\` has ${many(length)} characters: ${isId ? 'an identifier' : 'it'} has at most ${many(most)}.`,
      most,
    );
  };

  const checkList = (length: number, { name, coordinate }: Place): void => {
    const most = limits.lists.get(coordinate) ?? limits.list;
    if (length <= most) return;
    // A submission has a code of its own for this, on which clients rely.
    const isRows = coordinate.endsWith('(rows:)');
    const [what, code] = isRows ? ['rows', 'TOO_MANY_ROWS'] : ['values', 'BAD_USER_INPUT'];
    throw tooLarge(`\`${name}\` holds ${many(length)} ${what}: at most ${many(most)} are taken at once.`, most, code);
  };

  /** Checks a value as it came in JSON. How deep it is nested was bounded before it was parsed. */
  const checkValue = (value: unknown, place: Place): void => {
    const type = getNullableType(place.type);
    if (typeof value === 'string') return checkText(value.length, place);
    if (typeof value !== 'object' || value === null || isLeafType(type)) return;
    if (isListType(type)) {
      if (!Array.isArray(value)) return checkValue(value, { ...place, type: type.ofType as GraphQLInputType });
      checkList(value.length, place);
      const item = { ...place, type: type.ofType as GraphQLInputType };
      for (const each of value) checkValue(each, item);
    } else if (isInputObjectType(type) && !Array.isArray(value)) {
      const fields = type.getFields();
      for (const [key, each] of Object.entries(value)) {
        if (each === null || typeof each === 'number' || typeof each === 'boolean' || !Object.hasOwn(fields, key))
          continue;
        checkValue(each, fieldOf(place, type.name, key, fields[key]!.type));
      }
    }
  };

  /** Checks a value as it is written in a document, and takes note of the variables in it. */
  const checkLiteral = (node: ValueNode, place: Place, uses: VariableUse[]): void => {
    const type = getNullableType(place.type);
    if (node.kind === Kind.VARIABLE) uses.push({ ...place, variable: node.name.value });
    else if (node.kind === Kind.STRING) checkText(node.value.length, place);
    else if (node.kind === Kind.LIST && isListType(type)) {
      checkList(node.values.length, place);
      for (const each of node.values) checkLiteral(each, { ...place, type: type.ofType as GraphQLInputType }, uses);
    } else if (node.kind === Kind.OBJECT) {
      const named = getNamedType(type);
      if (!isInputObjectType(named)) return;
      const fields = named.getFields();
      for (const { name, value } of node.fields) {
        if (Object.hasOwn(fields, name.value))
          checkLiteral(value, fieldOf(place, named.name, name.value, fields[name.value]!.type), uses);
      }
    }
  };

  const look = (schema: GraphQLSchema, document: DocumentNode): Known => {
    const known: Known = { uses: [], problem: null };
    const typeInfo = new TypeInfo(schema);
    const visitor = visitWithTypeInfo(typeInfo, {
      Argument(node) {
        const parent = typeInfo.getParentType();
        const argument = typeInfo.getArgument();
        const field = typeInfo.getFieldDef();
        if (!argument || !field || typeInfo.getDirective()) return;
        const coordinate = `${parent?.name}.${field.name}(${argument.name}:)`;
        checkLiteral(node.value, { name: argument.name, coordinate, type: argument.type }, known.uses);
      },
    });
    try {
      visit(document, visitor);
      known.uses = distinct(known.uses);
      checkDefaults(document, known.uses);
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      known.problem = error;
    }
    return known;
  };

  const checkDefaults = ({ definitions }: DocumentNode, uses: readonly VariableUse[]): void => {
    for (const definition of definitions) {
      if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
      for (const { variable, defaultValue } of definition.variableDefinitions ?? []) {
        if (!defaultValue) continue;
        for (const use of uses) if (use.variable === variable.name.value) checkLiteral(defaultValue, use, []);
      }
    }
  };

  /** @throws GraphQLError, whose message says what is too long, how long it is, and how long it may be */
  return (
    schema: GraphQLSchema,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Readonly<Record<string, unknown>>,
  ): void => {
    let known = knownOf.get(document);
    if (!known) knownOf.set(document, (known = look(schema, document)));
    if (known.problem) throw known.problem;
    if (known.uses.length === 0 || !operation.variableDefinitions?.length) return;
    for (const use of known.uses) {
      if (Object.hasOwn(variables, use.variable)) checkValue(variables[use.variable], use);
    }
  };
}

const fieldOf = ({ name }: Place, type: string, field: string, fieldType: GraphQLInputType): Place => ({
  name: `${name}.${field}`,
  coordinate: `${type}.${field}`,
  type: fieldType,
});

/** One variable may be used at the same place under a thousand aliases: it is checked once. */
function distinct(uses: readonly VariableUse[]): VariableUse[] {
  return [...new Map(uses.map((use) => [`${use.variable} ${use.coordinate}`, use])).values()];
}

/** Refuses documents that are too long to be kept, planned and compiled. */
export const documentLengthRule: ValidationRule = (context) => ({
  Document(node) {
    const length = node.loc?.source.body.length ?? 0;
    if (length <= MAX_DOCUMENT) return undefined;
    context.reportError(
      tooLarge(
        `The document has ${many(length)} characters, and at most ${many(MAX_DOCUMENT)} are taken: send values as variables.`,
        MAX_DOCUMENT,
      ),
    );
    return false;
  },
});
