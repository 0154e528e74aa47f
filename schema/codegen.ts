import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as resolvers from '@graphql-codegen/typescript-resolvers';
import { parse } from 'graphql';
import { SUBGRAPHS, sdlOf, type SubgraphName } from '../subgraphs/kit/serve/sdl.ts';

const AUDIT = { AuditEntry: 'AuditEntry', AuditConnection: 'AuditPage', SubmissionReceipt: 'Receipt' };

/** What a resolver is given for a type of the graph, by subgraph: rows rather than the type itself. */
const models: Record<SubgraphName, Record<string, string>> = {
  schools: {
    ...AUDIT,
    RollReport: 'RollReport',
    School: 'School',
    SchoolLink: 'SchoolLink',
    LocalAuthority: 'LocalAuthority',
    Trust: 'Trust',
    TrustMembership: 'TrustMembership',
    Hub: 'Hub',
    Membership: 'Membership',
    Network: 'Network',
    Address: 'Address',
    Location: 'Location',
    AgeRange: 'AgeRange',
    SchoolConnection: 'SchoolPage',
    TrustConnection: 'TrustPage',
    HubConnection: 'HubPage',
    CollaborationEvent: 'Event',
    ReviewHostedEvent: 'Event',
    ReviewVisitEvent: 'Event',
    AccreditationEvent: 'Event',
    EnrolmentEvent: 'Event',
    VisitEvent: 'Event',
    PracticeSharedEvent: 'Event',
    MembershipEvent: 'Event',
    CollaborationHistoryConnection: 'HistoryPage',
    Collaborator: 'Collaborator',
    CollaboratorConnection: 'CollaboratorPage',
    ChangeFeed: 'ChangeFeed',
    Change: 'Change',
    Changed: 'Changed',
    Review: 'Reference',
    Enrolment: 'Reference',
    Outcome: 'Reference',
  },
  reviews: {
    ...AUDIT,
    Framework: 'Framework',
    Review: 'Review',
    Reviewer: 'Reviewer',
    ReviewHeading: 'ReviewHeading',
    Finding: 'Finding',
    ReviewVisit: 'ReviewVisit',
    AreaOfExcellence: 'AreaOfExcellence',
    School: 'School',
    Trust: 'Trust',
    ReviewConnection: 'ReviewPage',
    ReviewVisitConnection: 'ReviewVisitPage',
    AreaOfExcellenceConnection: 'AreaOfExcellencePage',
    ReviewHostedEvent: 'EventOf',
    ReviewVisitEvent: 'EventOf',
    AccreditationEvent: 'EventOf',
    ChangeFeed: 'ChangeFeed',
  },
  programmes: {
    ...AUDIT,
    Programme: 'Programme',
    Cohort: 'Cohort',
    Session: 'Session',
    Enrolment: 'Enrolment',
    Visit: 'Visit',
    PracticeShared: 'PracticeShared',
    School: 'School',
    Trust: 'Trust',
    ProgrammeConnection: 'ProgrammePage',
    CohortConnection: 'CohortPage',
    EnrolmentConnection: 'EnrolmentPage',
    VisitConnection: 'VisitPage',
    PracticeSharedConnection: 'PracticeSharedPage',
    EnrolmentEvent: 'EventOf',
    VisitEvent: 'EventOf',
    PracticeSharedEvent: 'EventOf',
    ChangeFeed: 'ChangeFeed',
  },
  outcomes: {
    ...AUDIT,
    Measure: 'Measure',
    Outcome: 'Outcome',
    DisadvantageGap: 'DisadvantageGap',
    NetworkOutcome: 'NetworkOutcome',
    School: 'School',
    Trust: 'Trust',
    Network: 'Network',
    OutcomeConnection: 'OutcomePage',
    MeasureConnection: 'MeasurePage',
    ChangeFeed: 'ChangeFeed',
    ResultFile: 'ResultFile',
    SchoolCharacteristics: 'SchoolCharacteristics',
  },
};

/** What is generated for a subgraph from its SDL, by the name of the file. */
export async function generatedTypes(name: SubgraphName): Promise<Record<GeneratedFile, string>> {
  const schema = parse(federationDefinitions + sdlOf(name));
  const config = {
    federation: true,
    enumsAsTypes: true,
    useTypeImports: true,
    skipTypename: true,
    scalars: {
      URN: 'string',
      UKPRN: 'string',
      AcademicYear: 'string',
      Date: 'string',
      URL: 'string',
      DateTime: 'string',
      JSON: 'unknown',
      EventReferences: '[string, string, string, (string | null)?][]',
      ChangeReferences: '[string, string, string, boolean][]',
    },
    maybeValue: 'T | null | undefined',
  };
  const ofResolvers = {
    ...config,
    // Types of the schema are in a file of their own, which imports nothing of ours.
    namespacedImportName: 'Types',
    // A connection's list fields are resolved for every subgraph alike.
    resolverTypeWrapperSignature: 'Promise<T> | T',
    contextType: './loaders.ts#Loaders',
    mappers: Object.fromEntries(
      Object.entries(models[name]).map(([type, model]) => [type, `./models.ts#${model} as ${type}Model`]),
    ),
    optionalResolveType: true,
  };
  const head = `// Generated from schema/${name}.graphql by \`npm run codegen\`.\n// oxlint-disable\n`;
  const generate = (
    filename: string,
    plugin: { typescript: typeof typescript } | { resolvers: typeof resolvers },
    of: object,
  ) =>
    codegen({
      filename,
      schema,
      documents: [],
      plugins: Object.keys(plugin).map((name) => ({ [name]: {} })),
      pluginMap: plugin,
      config: of,
    });
  const types = await generate('types.ts', { typescript }, config);
  const resolverTypes = await generate('resolverTypes.ts', { resolvers }, ofResolvers);
  // The types of entities are the only ones that the plugin does not look for in the other file.
  const entities = resolverTypes.replace(/(?<=export type FederationTypes = \{)[^}]*/, (block) =>
    block.replaceAll(/: (\w+);/g, ': Types.$1;'),
  );
  return { types: head + types, resolverTypes: `${head}import type * as Types from './types.ts';\n${entities}` };
}

const federationDefinitions = `
directive @link(url: String!, import: [String]) repeatable on SCHEMA
directive @key(fields: String!, resolvable: Boolean = true) repeatable on OBJECT | INTERFACE
directive @shareable on OBJECT | FIELD_DEFINITION
directive @external on OBJECT | FIELD_DEFINITION
directive @requires(fields: String!) on FIELD_DEFINITION
directive @inaccessible on FIELD_DEFINITION | OBJECT | INTERFACE | UNION | ARGUMENT_DEFINITION | SCALAR | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION
`;

/** What is generated: types of the schema, and of the resolvers for it. */
export type GeneratedFile = 'types' | 'resolverTypes';

export const generatedFile = (name: SubgraphName, file: string): string =>
  fileURLToPath(new URL(`../subgraphs/${name}/${file}.ts`, import.meta.url));

if (import.meta.main) {
  const check = process.argv.includes('--check');
  for (const name of SUBGRAPHS) {
    for (const [file, wanted] of Object.entries(await generatedTypes(name))) {
      const path = generatedFile(name, file);
      if ((await readFile(path, 'utf8').catch(() => '')) === wanted) continue;
      if (check) {
        console.error(`subgraphs/${name}/${file}.ts does not fit schema/${name}.graphql: run \`npm run codegen\`.`);
        process.exitCode = 1;
      } else {
        await writeFile(path, wanted);
        console.log(`subgraphs/${name}/${file}.ts written`);
      }
    }
  }
}
