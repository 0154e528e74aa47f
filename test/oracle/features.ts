import {
  isInterfaceType,
  isObjectType,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { directives } from './subgraphFacts.ts';

/** What of Federation a request to a subgraph makes use of. */
export function featuresOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Record<string, unknown> | undefined,
): Set<string> {
  const features = new Set<string>();
  const info = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      OperationDefinition({ operation }) {
        if (operation === 'mutation') features.add('mutations');
      },
      Field({ arguments: args }) {
        const parent = info.getParentType();
        const field = info.getFieldDef();
        if (!parent || !field) return;
        if (directives(parent, 'interfaceObject').length) features.add('interface objects');
        if (directives(parent, 'shareable').length) features.add('shared value types');
        for (const { name, arguments: values } of field.astNode?.directives ?? []) {
          if (name.value === 'external') features.add('@provides (external field asked)');
          if (name.value === 'override') features.add('@override');
          if (name.value === 'shareable') features.add('@shareable fields');
          if (name.value !== 'requires') continue;
          const fields = values!.map(print).join();
          features.add('@requires');
          if (fields.includes('(')) features.add('@requires with arguments');
          if (fields.includes('{')) features.add('@requires, nested');
          if (fields.includes('... on')) features.add('@requires with type conditions');
        }
        if (args?.length && parent.name !== 'Query') features.add('arguments below the root');
        if (isInterfaceType(parent)) features.add('fields of interfaces');
      },
      InlineFragment() {
        const type = info.getParentType();
        if (isObjectType(type) && type.name !== 'Query') features.add('type conditions');
      },
    }),
  );
  for (const representation of Object.values(variables ?? {}).flat()) {
    if (typeof representation !== 'object' || representation === null || !('__typename' in representation)) continue;
    const { __typename: name, ...key } = representation as Record<string, unknown>;
    features.add('entities');
    if (isInterfaceType(schema.getType(String(name)))) features.add('entities by their interface');
    const type = directives(schema.getType(String(name)), 'key');
    if (type.length > 1) features.add('entities of several keys');
    if (Object.keys(key).length > 1) features.add('compound keys or requirements');
    if (Object.values(key).some((value) => typeof value === 'object' && value !== null))
      features.add('nested keys or requirements');
  }
  return features;
}

/** What an operation itself makes use of. */
export function featuresOfOperation(text: string): Set<string> {
  const features = new Set<string>();
  const tests: Record<string, RegExp> = {
    'named fragments': /\.\.\.F\d/,
    '@skip and @include': /@(skip|include)/,
    'conditions by variable': /if: \$/,
    'variables in input': /[[{,:] ?\$v/,
    aliases: /\w+: \w+[ ({]/,
    '__typename aliased': /\w+: __typename/,
    introspection: /__(schema|type)\b/,
    'several operations': /query (Before|After)/,
  };
  for (const [name, test] of Object.entries(tests)) if (test.test(text)) features.add(name);
  return features;
}
