import { withoutScopes } from '../scopes.ts';
import { readFileSync } from 'node:fs';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloGateway, LocalGraphQLDataSource } from '@apollo/gateway';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { MikroORM, type EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { parse } from 'graphql';
import * as outcomesEntities from '../../../subgraphs/outcomes/entities.ts';
import * as programmesEntities from '../../../subgraphs/programmes/entities.ts';
import * as reviewsEntities from '../../../subgraphs/reviews/entities.ts';
import { sdlOf } from '../../../subgraphs/kit/serve/sdl.ts';
import * as schoolsEntities from '../../../subgraphs/schools/entities.ts';

// The usual stack, as its documentation writes it: Apollo Server and Apollo Gateway over subgraphs of
// `buildSubgraphSchema`, resolvers with DataLoader over `em.find`. `MODE=local`: all in this process; `MODE=http`: the
// gateway, over subgraphs at SUBGRAPH_URLS; `MODE=subgraph NAME=reviews`: one of them.
const { MODE: mode, NAME, DATABASE_URL: url, SUBGRAPH_URLS } = process.env;
// That gateway knows nothing of scopes, which it gets without.
const SUPERGRAPH = withoutScopes(readFileSync(new URL('../../../schema/supergraph.graphql', import.meta.url), 'utf8'));
type Row = any;

const { School, Trust, TrustMembership, Hub, Membership, Ancestor } = schoolsEntities;
const { Review, Reviewer, Heading, Finding, AreaOfExcellence, Framework } = reviewsEntities;
const { Enrolment, Cohort, Programme, Visit, PracticeShared } = programmesEntities;
const { Result, Measure } = outcomesEntities;
const ENTITIES: Record<string, any[]> = {
  schools: schoolsEntities.entities,
  reviews: reviewsEntities.entities,
  programmes: programmesEntities.entities,
  outcomes: outcomesEntities.entities,
};

/** Loaders of one request: rows by a key, or all rows of a key. */
function loadersOf(em: EntityManager) {
  const loaders = new Map<string, DataLoader<string, any>>();
  const loader = (name: string, load: (keys: string[]) => Promise<Map<string, any>>, none: () => any) => {
    let found = loaders.get(name);
    if (!found)
      loaders.set(
        name,
        (found = new DataLoader(async (keys) => {
          const rows = await load([...keys]);
          return keys.map((key) => rows.get(key) ?? none());
        })),
      );
    return found;
  };
  return {
    em,
    one: (entity: any, property: string) =>
      loader(
        `one ${entity.meta.className} ${property}`,
        async (keys) =>
          new Map(
            (await em.find(entity, { [property]: { $in: keys } } as never)).map((row: Row) => [row[property], row]),
          ),
        () => null,
      ),
    many: (entity: any, property: string, orderBy: object = {}) =>
      loader(
        `many ${entity.meta.className} ${property}`,
        async (keys) =>
          Map.groupBy(
            await em.find(entity, { [property]: { $in: keys } } as never, { orderBy } as never),
            (row: Row) => row[property],
          ) as Map<string, any>,
        () => [],
      ),
    outcomes: (where: object) =>
      loader(
        `outcomes ${JSON.stringify(where)}`,
        async (keys) =>
          Map.groupBy(
            await em.find(
              Result,
              { level: 'SCHOOL', subject: { $in: keys }, ...where } as never,
              { orderBy: { academicYear: 'desc', measureCode: 'asc' } } as never,
            ),
            (row: Row) => row.subject,
          ) as Map<string, any>,
        () => [],
      ),
  };
}
type Context = ReturnType<typeof loadersOf>;

const page = (rows: Row[], first = 20) => ({ nodes: rows.slice(0, first), totalCount: rows.length });
const urnsOf = ({ urn, historyUrns }: Row): string[] => historyUrns ?? [urn];
const ofAll = async (loader: DataLoader<string, any>, urns: string[]) =>
  (await Promise.all(urns.map((urn) => loader.load(urn)))).flat();
const by = (property: string) => (a: Row, b: Row) =>
  a[property] === b[property] ? (a.id < b.id ? 1 : -1) : a[property] < b[property] ? 1 : -1;
const subjectOf = ({ id }: Row) => id.slice(id.indexOf(':') + 1);
const TYPES: Record<string, string> = {
  REVIEW_HOSTED: 'ReviewHostedEvent',
  REVIEW_VISIT: 'ReviewVisitEvent',
  ACCREDITATION: 'AccreditationEvent',
  ENROLMENT: 'EnrolmentEvent',
  VISIT: 'VisitEvent',
  PRACTICE_SHARED: 'PracticeSharedEvent',
};

const history = async (school: Row, { many }: Context) => {
  const urns = [school.urn, ...(await many(Ancestor, 'urn').load(school.urn)).map(({ ancestor }: Row) => ancestor)];
  return { urns, memberships: (await ofAll(many(Membership, 'urn', { joined: 'desc', id: 'desc' }), urns)) as Row[] };
};

const resolvers: Record<string, any> = {
  schools: {
    Query: {
      school: (_: unknown, { urn }: Row, { one }: Context) => one(School, 'urn').load(urn),
      async schools(_: unknown, { filter = {}, first = 20 }: Row, { em }: Context) {
        const where: Row = {};
        if (filter.urns) where.urn = { $in: filter.urns };
        if (filter.phase) where.phase = { $in: filter.phase };
        if (filter.fsmShare) where.fsmShare = { $gte: filter.fsmShare.min };
        return {
          nodes: await em.find(School, where as never, { orderBy: { name: 'asc', urn: 'asc' }, limit: first } as never),
        };
      },
    },
    School: {
      __resolveReference: async (reference: Row, { one }: Context) => {
        const row = await one(School, 'urn').load(reference.urn);
        return row && { ...row, ...reference };
      },
      historyUrns: async (school: Row, _: unknown, context: Context) => [
        school.urn,
        ...(await context.many(Ancestor, 'urn').load(school.urn)).map(({ ancestor }: Row) => ancestor),
      ],
      trust: async ({ urn }: Row, _: unknown, { one, many }: Context) => {
        const now = (await many(TrustMembership, 'urn').load(urn)).find(({ left }: Row) => !left);
        return now ? one(Trust, 'uid').load(now.trustUid) : null;
      },
      hub: async (school: Row, _: unknown, context: Context) => {
        const now = (await history(school, context)).memberships.find(({ kind, left }) => kind === 'HUB' && !left);
        return now ? context.one(Hub, 'id').load(now.hubId) : null;
      },
      async collaborationHistory(school: Row, { first }: Row, context: Context) {
        const { urns, memberships } = await history(school, context);
        const events: Row[] = [...(school.reviewEvents ?? []), ...(school.programmeEvents ?? [])]
          .filter(([, , , urn]) => !urn || urns.includes(urn))
          .map(([date, kind, id, urn]) => ({ __typename: TYPES[kind], id: `${kind}:${id}`, date, kind, urn }));
        for (const membership of memberships) {
          events.push({
            __typename: 'MembershipEvent',
            id: `JOINED:${membership.id}`,
            date: membership.joined,
            kind: `JOINED_${membership.kind}`,
            membership,
          });
          if (membership.left)
            events.push({
              __typename: 'MembershipEvent',
              id: `LEFT:${membership.id}`,
              date: membership.left,
              kind: `LEFT_${membership.kind}`,
              membership,
            });
        }
        return page(events.sort(by('date')), first);
      },
    },
  },
  reviews: {
    School: {
      reviews: async (school: Row, { first }: Row, { many }: Context) =>
        page((await ofAll(many(Review, 'urn'), urnsOf(school))).sort(by('startDate')), first),
      async reviewEvents(school: Row, _: unknown, { many }: Context) {
        const urns = urnsOf(school);
        const [reviews, visits, areas] = await Promise.all([
          ofAll(many(Review, 'urn'), urns),
          ofAll(many(Reviewer, 'urn'), urns),
          ofAll(many(AreaOfExcellence, 'urn'), urns),
        ]);
        return [
          ...reviews.map(({ startDate, id, urn }) => [startDate, 'REVIEW_HOSTED', id, urn]),
          ...visits.map(({ date, id, urn }) => [date, 'REVIEW_VISIT', id, urn]),
          ...areas
            .filter(({ status }) => status === 'ACCREDITED')
            .map(({ accreditedOn, id, urn }) => [accreditedOn, 'ACCREDITATION', id, urn]),
        ];
      },
    },
    Review: {
      __resolveReference: ({ id }: Row, { one }: Context) => one(Review, 'id').load(id),
      hostSchool: ({ urn }: Row) => urn && { urn },
      async headings({ id, frameworkCode }: Row, _: unknown, { one, many }: Context) {
        const [framework, headings, findings] = await Promise.all([
          one(Framework, 'code').load(frameworkCode),
          many(Heading, 'reviewId').load(id),
          many(Finding, 'reviewId', { position: 'asc' }).load(id),
        ]);
        return framework.headings.map(({ code, title }: Row) => ({
          code,
          title,
          estimate: headings.find((heading: Row) => heading.code === code)?.estimate ?? null,
          findings: findings.filter(({ heading }: Row) => heading === code),
        }));
      },
    },
    ReviewVisit: { review: ({ reviewId }: Row, _: unknown, { one }: Context) => one(Review, 'id').load(reviewId) },
    ReviewHostedEvent: {
      review: (event: Row, _: unknown, { one }: Context) => one(Review, 'id').load(subjectOf(event)),
    },
    ReviewVisitEvent: {
      reviewVisit: (event: Row, _: unknown, { one }: Context) => one(Reviewer, 'id').load(subjectOf(event)),
    },
    AccreditationEvent: {
      areaOfExcellence: (event: Row, _: unknown, { one }: Context) =>
        one(AreaOfExcellence, 'id').load(subjectOf(event)),
    },
  },
  programmes: {
    School: {
      enrolments: async (school: Row, { first }: Row, { many }: Context) =>
        page((await ofAll(many(Enrolment, 'urn'), urnsOf(school))).sort(by('enrolledOn')), first),
      async programmeEvents(school: Row, _: unknown, { many }: Context) {
        const urns = urnsOf(school);
        const [enrolments, hosted, visited, shared] = await Promise.all([
          ofAll(many(Enrolment, 'urn'), urns),
          ofAll(many(Visit, 'hostUrn'), urns),
          ofAll(many(Visit, 'visitingUrn'), urns),
          ofAll(many(PracticeShared, 'urn'), urns),
        ]);
        return [
          ...enrolments.map(({ enrolledOn, id, urn }) => [enrolledOn, 'ENROLMENT', id, urn]),
          ...hosted.map(({ date, id, hostUrn }) => [date, 'VISIT', `${id}:HOST`, hostUrn]),
          ...visited.map(({ date, id, visitingUrn }) => [date, 'VISIT', `${id}:VISITOR`, visitingUrn]),
          ...shared.map(({ sharedOn, id, urn }) => [sharedOn, 'PRACTICE_SHARED', id, urn]),
        ];
      },
    },
    Enrolment: {
      async programme({ cohortId }: Row, _: unknown, { one }: Context) {
        const cohort = await one(Cohort, 'id').load(cohortId);
        return one(Programme, 'code').load(cohort.programmeCode);
      },
    },
    Visit: {
      hostSchool: ({ hostUrn: urn }: Row) => ({ urn }),
      visitingSchool: ({ visitingUrn: urn }: Row) => ({ urn }),
    },
    EnrolmentEvent: {
      enrolment: (event: Row, _: unknown, { one }: Context) => one(Enrolment, 'id').load(subjectOf(event)),
    },
    VisitEvent: {
      visit: (event: Row, _: unknown, { one }: Context) =>
        one(Visit, 'id').load(subjectOf(event).replace(/:(HOST|VISITOR)$/, '')),
    },
    PracticeSharedEvent: {
      practice: (event: Row, _: unknown, { one }: Context) => one(PracticeShared, 'id').load(subjectOf(event)),
    },
  },
  outcomes: {
    School: {
      outcomes: async (school: Row, { measures, pupilGroups, from, first }: Row, { outcomes }: Context) =>
        page(
          await ofAll(
            outcomes({
              measureCode: { $in: measures },
              pupilGroup: { $in: pupilGroups },
              ...(from ? { academicYear: { $gte: from } } : {}),
            }),
            urnsOf(school),
          ),
          first,
        ),
    },
    Outcome: {
      measure: ({ measureCode }: Row, _: unknown, { one }: Context) => one(Measure, 'code').load(measureCode),
    },
  },
};

const schemaOf = (name: string) =>
  buildSubgraphSchema([
    {
      typeDefs: parse(sdlOf(name)),
      resolvers: resolvers[name],
    },
  ] as never);

async function databaseOf(name: string): Promise<MikroORM> {
  const { hostname, searchParams, username, password, pathname, port } = new URL(url!.replace('@/', '@localhost/'));
  return MikroORM.init({
    entities: ENTITIES[name]!,
    dbName: pathname.slice(1),
    host: searchParams.get('host') ?? hostname,
    port: port ? Number(port) : undefined,
    user: username,
    password: decodeURIComponent(password),
    schema: name,
    driverOptions: { options: `-c search_path=${name},public` },
    pool: { min: 0, max: 10 },
    logger: () => {},
  } as never) as never;
}

const plugins = [ApolloServerPluginInlineTraceDisabled(), ApolloServerPluginUsageReportingDisabled()];
if (mode === 'subgraph') {
  const orm = await databaseOf(NAME!);
  const server = new ApolloServer({ schema: schemaOf(NAME!), plugins });
  console.log(
    (
      await startStandaloneServer(server, {
        listen: { port: 0, host: '127.0.0.1' },
        context: async () => loadersOf(orm.em.fork() as never),
      })
    ).url,
  );
} else {
  const orms: Record<string, MikroORM> = {};
  if (mode === 'local') for (const name of Object.keys(resolvers)) orms[name] = await databaseOf(name);
  const urls = JSON.parse(SUBGRAPH_URLS ?? '{}') as Record<string, string>;
  class Local extends LocalGraphQLDataSource {
    readonly orm: MikroORM;
    constructor(name: string) {
      super(schemaOf(name));
      this.orm = orms[name]!;
    }
    override process(options: any) {
      return super.process({
        ...options,
        context: (options.context[this.orm.config.get('schema')!] ??= loadersOf(this.orm.em.fork() as never)),
      });
    }
  }
  const sdl =
    mode === 'local'
      ? SUPERGRAPH
      : SUPERGRAPH.replace(
          /@join__graph\(name: "(\w+)", url: "[^"]*"\)/g,
          (_, name: string) => `@join__graph(name: "${name}", url: "${urls[name]}")`,
        );
  const gateway = new ApolloGateway({
    supergraphSdl: sdl,
    ...(mode === 'local' ? { buildService: ({ name }: { name: string }) => new Local(name) } : {}),
    logger: { debug() {}, info() {}, warn() {}, error: console.error },
  } as never);
  const server = new ApolloServer({ gateway: gateway as never, plugins });
  console.log(
    (await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' }, context: async () => ({}) })).url,
  );
}
