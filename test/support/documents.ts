import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  parse,
  print,
  typeFromAST,
  validate,
  visit,
  type DocumentNode,
  type GraphQLType,
  type GraphQLSchema,
} from 'graphql';

/** A valid operation, and variables that it can be planned with. */
export interface Asked {
  text: string;
  operationName?: string;
  variables: Record<string, unknown>;
}

/** A document, read anew. */
export const documentOf = (text: string): DocumentNode => parse(text, { noLocation: true });

/** Strings that begin as a GraphQL document does, with what stands between the quotes. */
const QUOTED = /(['"`])(\s*(?:query\b|mutation\b|subscription\b|fragment\b|#|\{)(?:\\.|(?!\1)[^\\])*)\1/g;
const CONSTANT = /\bconst (\w+)(?:: string)? = (['`])((?:\\.|(?!\2)[^\\])*)\2/g;

/** The GraphQL operations in the sources of some directory's tests, as far as they stand there as text. */
export function operationsIn(directory: string, schema: GraphQLSchema): Asked[] {
  const path = fileURLToPath(new URL(`../${directory}`, import.meta.url));
  const files = readdirSync(path)
    .filter((name) => name.endsWith('.ts'))
    .toSorted();
  return files.flatMap((name) => {
    const source = readFileSync(`${path}/${name}`, 'utf8');
    const constants = new Map([...source.matchAll(CONSTANT)].map(([, constant, , text]) => [constant!, text!]));
    // What is put into a text is another text of the file, or else some value: any is as good for a plan.
    const filled = (text: string, depth = 0): string =>
      text.replace(/\$\{([^}]*)\}/g, (_, name: string) =>
        constants.has(name) && depth < 5 ? filled(constants.get(name)!, depth + 1) : '1',
      );
    return [...source.matchAll(QUOTED)].flatMap(([, , text]) =>
      operationsOf(filled(text!.replaceAll("\\'", "'")), schema),
    );
  });
}

/** The operations of a document, each with variables; none if it is not valid. */
export function operationsOf(text: string, schema: GraphQLSchema): Asked[] {
  let document: DocumentNode;
  try {
    document = withoutDefer(documentOf(text));
  } catch {
    return [];
  }
  if (validate(schema, document).length > 0) return [];
  const operations = document.definitions.flatMap((each) => (each.kind === Kind.OPERATION_DEFINITION ? [each] : []));
  return operations.flatMap(({ name, variableDefinitions = [] }): Asked[] => {
    // Conditions are planned both ways: all of them true, and all of them false.
    const booleans = variableDefinitions.some(({ type }) => print(type).startsWith('Boolean'));
    return (booleans ? [true, false] : [true]).map((condition) => {
      const needed = variableDefinitions.filter(({ type, defaultValue }) => {
        const isBoolean = print(type).startsWith('Boolean');
        return isBoolean || (type.kind === Kind.NON_NULL_TYPE && !defaultValue);
      });
      const values = needed.map(({ variable, type }) => [
        variable.name.value,
        valueOf(typeFromAST(schema, type as never), condition),
      ]);
      return { text: print(document), operationName: name?.value, variables: Object.fromEntries(values) };
    });
  });
}

/** Plans are compared of whole answers: what comes later is planned as if it came at once. */
const withoutDefer = (document: DocumentNode): DocumentNode =>
  visit(document, { Directive: ({ name }) => (name.value === 'defer' ? null : undefined) });

/** Some value of a type. */
function valueOf(type: GraphQLType | undefined, condition: boolean): unknown {
  if (isNonNullType(type)) return valueOf(type.ofType, condition);
  if (isListType(type)) return [valueOf(type.ofType, condition)];
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (isInputObjectType(type)) {
    const needed = Object.values(type.getFields()).filter(
      (field) => isNonNullType(field.type) && field.defaultValue === undefined,
    );
    return Object.fromEntries(needed.map((field) => [field.name, valueOf(field.type, condition)]));
  }
  const name = type && getNamedType(type).name;
  return name === 'Boolean' ? condition : name === 'Int' || name === 'Float' ? 1 : '1';
}
