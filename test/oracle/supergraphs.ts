import { buildSubgraphSchema } from '@apollo/subgraph';
import { composeServices } from '@theguild/federation-composition';
import { Kind, parse, print, visit, type ConstDirectiveNode, type DocumentNode, type GraphQLSchema } from 'graphql';
import { resolversOf, type World } from './data.ts';
import { written, type Declaration, type Model, type Subgraph } from './model.ts';
import { modelOf, SUBGRAPHS } from './modelling.ts';
import type { SupergraphSpec } from './supergraphSpec.ts';

/** Subgraphs that run in this process, and what they compose to. */
export interface TestSupergraph {
  sdl: Readonly<Record<string, string>>;
  schemas: ReadonlyMap<string, GraphQLSchema>;
  supergraph: string;
  /** What the resolvers of all subgraphs share while one operation is executed. */
  context: World;
}

const DIRECTIVES = [
  'key',
  'external',
  'requires',
  'provides',
  'shareable',
  'override',
  'inaccessible',
  'interfaceObject',
];
const IMPORTS = DIRECTIVES.map((name) => `"@${name}"`).join(', ');
const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: [${IMPORTS}])\n`;

/** The supergraph of these subgraphs; the reasons if they do not compose. */
export function compose(
  parts: Readonly<Record<string, { sdl: string; resolvers?: unknown }>>,
): TestSupergraph | { reasons: string[] } {
  const documents = Object.entries(parts).map(([name, { sdl, resolvers }]) => ({
    name,
    resolvers,
    typeDefs: parse(LINK + sdl),
  }));
  const { supergraphSdl, errors } = composeServices(
    documents.map(({ name, typeDefs }) => ({ name, url: `http://${name}`, typeDefs })),
  );
  if (!supergraphSdl) return { reasons: errors!.map(({ message }) => message) };
  const supergraph = withExternal(supergraphSdl, documents);
  const schemas = new Map(
    documents.map(({ name, typeDefs, resolvers = {} }) => [
      name,
      buildSubgraphSchema([{ typeDefs, resolvers: resolvers as never }]),
    ]),
  );
  return {
    sdl: Object.fromEntries(Object.entries(parts).map(([name, { sdl }]) => [name, sdl])),
    schemas,
    supergraph,
    context: { log: [] },
  };
}

/**
 * The composition says of a field that an interface object has as `@external` what it says of one that it resolves:
 * nothing. Apollo's says that it is external there, and so does this.
 */
function withExternal(supergraph: string, documents: readonly { name: string; typeDefs: DocumentNode }[]): string {
  const external = documents.flatMap(({ name, typeDefs }) =>
    typeDefs.definitions.flatMap((type) => {
      if (type.kind !== Kind.OBJECT_TYPE_DEFINITION || !marked(type, 'interfaceObject')) return [];
      return (type.fields ?? []).flatMap((field) =>
        marked(field, 'external') ? [{ name, type: type.name.value, field: field.name.value }] : [],
      );
    }),
  );
  if (!external.length) return supergraph;
  const graph = (name: string) => supergraph.match(new RegExp(`(\\w+)\\s+@join__graph\\(name: "${name}"`))![1]!;
  const changed = visit(parse(supergraph), {
    InterfaceTypeDefinition: (type) => ({
      ...type,
      fields: type.fields?.map((field) => {
        const by = external.filter((each) => each.type === type.name.value && each.field === field.name.value);
        if (!by.length || marked(field, 'join__field')) return field;
        const others = type
          .directives!.filter(({ name }) => name.value === 'join__type')
          .flatMap(({ arguments: args }) => {
            const argument = (name: string) => args?.find((each) => each.name.value === name)?.value;
            const value = argument('graph');
            return value?.kind === Kind.ENUM && !argument('isInterfaceObject') ? [value.value] : [];
          });
        const marks = [
          ...others.map((each) => `@join__field(graph: ${each})`),
          ...by.map((each) => `@join__field(graph: ${graph(each.name)}, external: true)`),
        ];
        return { ...field, directives: [...(field.directives ?? []), ...parseDirectives(marks.join(' '))] };
      }),
    }),
  });
  return print(changed);
}

const marked = ({ directives }: { directives?: readonly ConstDirectiveNode[] }, name: string): boolean =>
  directives?.some((each) => each.name.value === name) ?? false;

function parseDirectives(text: string): readonly ConstDirectiveNode[] {
  const [scalar] = parse(`scalar Marked ${text}`, { noLocation: true }).definitions;
  return scalar?.kind === Kind.SCALAR_TYPE_DEFINITION ? (scalar.directives ?? []) : [];
}

/** The supergraph that a specification stands for; the reasons if it does not compose. */
export function supergraphOf(
  spec: SupergraphSpec,
): TestSupergraph | { sdl: Record<string, string>; reasons: string[] } {
  const model = modelOf(spec);
  const parts = Object.fromEntries(
    model.subgraphs.flatMap((subgraph, index) =>
      subgraph.size
        ? [[SUBGRAPHS[index]!, { sdl: sdlOf(model, subgraph, index), resolvers: resolversOf(model, index) }]]
        : [],
    ),
  );
  const composed = compose(parts);
  return 'reasons' in composed
    ? { ...composed, sdl: Object.fromEntries(Object.entries(parts).map(([name, { sdl }]) => [name, sdl])) }
    : composed;
}

/** Types that fields may have without being declared as objects. */
const SHARED: Readonly<Record<string, string>> = {
  Hue: 'enum Hue { RED GREEN BLUE }',
  Blob: 'scalar Blob',
  Inp: 'input Inp { x: Int = 1 y: [String!] z: Inp e: Hue }',
};

/** A subgraph as SDL. */
function sdlOf({ abstracts }: Model, subgraph: Subgraph, index: number): string {
  const types = Array.from(subgraph, ([name, { kind, implementing, marks, fields }]) => {
    const heading = [kind, name, implementing.size ? `implements ${[...implementing].join(' & ')}` : '', ...marks]
      .filter(Boolean)
      .join(' ');
    return `${heading} {\n${Array.from(fields.values(), fieldSdl).join('\n')}\n}`;
  });
  const unions = [...abstracts.values()].flatMap(({ name, kind, members }) =>
    kind === 'union' && members.has(index) ? [`union ${name} = ${members.get(index)!.join(' | ')}`] : [],
  );
  const all = [...types, ...unions].join('\n');
  const used = Object.entries(SHARED)
    .filter(([name]) => new RegExp(`: \\[*${name === 'Hue' ? '(Hue|Inp)' : name}\\b`).test(all))
    .map(([, sdl]) => sdl);
  return [...used, all].join('\n');
}

const fieldSdl = ({ field: { name, args, type: usual }, type = usual, marks }: Declaration): string =>
  `  ${[`${name}${args}: ${written(type)}`, ...new Set(marks)].join(' ')}`;
