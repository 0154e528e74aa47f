import { execute } from 'graphql';
import { Client } from 'pg';
import { inject } from 'vitest';
import { importInto } from '../../gateway/commands/import.ts';
import { answerCache, partnerGateway, readiness, startSubgraphs } from '../../gateway/federation/partnerGraph.ts';
import { schoolsOfTrusts } from '../../gateway/identity/identify.ts';
import { localIssuer, SCOPES_OF } from '../../gateway/identity/localIssuer.ts';
import { startIdentity, type Identity } from '../../gateway/identity/start.ts';
import { metrics } from '../../gateway/metrics.ts';
import type { ServerOptions } from '../../gateway/server.ts';
import type { Transport } from '../../gateway/federation/supergraph.ts';
import { boundedTransport } from '../../gateway/federation/transport/bounded.ts';
import { localTransport } from '../../gateway/federation/transport/local.ts';
import { subgraphs } from '../../subgraphs/index.ts';
import { NOBODY } from '../../subgraphs/kit/caller.ts';
import type { ImportReport } from '../../subgraphs/kit/import/report.ts';
import type { ImportOptions } from '../../subgraphs/kit/import/run.ts';
import type { SubgraphName } from '../../subgraphs/kit/serve/sdl.ts';
import type { RunningSubgraph } from '../../subgraphs/kit/subgraph.ts';
import { serveHere, type Served } from './serve.ts';

export type Answer = {
  // oxlint-disable-next-line typescript/no-explicit-any -- answers are as varied as questions
  data: any;
  // oxlint-disable-next-line typescript/no-explicit-any
  errors?: { message: string; path?: (string | number)[]; extensions?: Record<string, any> }[];
  text: string;
  status: number;
};

const issuer = await localIssuer(inject('identityDir'));

/** Tokens of the issuer that all tests share. */
export const STAFF = await issuer.issue({ client: 'staff', scopes: SCOPES_OF.staff });
export const EXPLORER = await issuer.issue({ client: 'explorer', scopes: SCOPES_OF.explorer });
export const trustToken = (uid: string, scopes: readonly string[] = SCOPES_OF.trust): Promise<string> =>
  issuer.issue({ client: `trust-${uid}`, trust: uid, scopes });
/** Without a token. */
export const ANONYMOUS = '';

/** Asks a graph over HTTP, as a client does: as staff, unless a token says otherwise. */
export async function ask(
  url: string,
  query: string,
  variables: Record<string, unknown> = {},
  token = STAFF,
): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  return { ...(JSON.parse(text) as Answer), text, status: response.status };
}

let databases = 0;

/** A database of its own: a copy of the demo network, or empty. */
export async function freshDatabase(content: 'demo' | 'empty'): Promise<{ url: string; drop: () => Promise<void> }> {
  const template = inject('demoDatabase');
  const name = `test_${process.pid}_${++databases}`;
  const admin = template.replace('/partner_graph?', '/postgres?');
  const run = async (statement: string) => {
    const client = new Client({ connectionString: admin });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  // Copies of one database are made one after the other.
  for (let tries = 0; ; tries++) {
    try {
      await run(`create database ${name} ${content === 'demo' ? 'template partner_graph strategy file_copy' : ''}`);
      break;
    } catch (error) {
      if (tries > 50 || (error as { code?: string }).code !== '55006') throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  return {
    url: template.replace('/partner_graph?', `/${name}?`),
    drop: () => run(`drop database if exists ${name} with (force)`),
  };
}

/** Subgraphs executed as the specification's own implementation does. */
function interpreting(running: readonly RunningSubgraph[]): Transport {
  return async (name, { document, variables, operationName, context }) => {
    const { schema, database } = running.find((each) => each.name === name)!;
    return execute({
      schema,
      document,
      variableValues: variables,
      operationName,
      contextValue: subgraphs[name as SubgraphName].loaders(database, context?.caller ?? NOBODY),
    });
  };
}

/** The whole product in this process, on a database of its own. */
export class Graph {
  url = '';
  databaseUrl = '';
  running: RunningSubgraph[] = [];
  identity!: Identity;
  /** What was kept from clients. */
  logged: unknown[] = [];
  private stops: (() => Promise<unknown>)[] = [];

  /**
   * @param cache whether subgraphs keep the rows that they read
   * @param timeout longest time of a request, in milliseconds
   * @param interpreted whether subgraphs are executed by graphql-js
   */
  static async start(
    content: 'demo' | 'empty',
    {
      cache = true,
      interpreted = false,
      timeout = 10_000,
    }: { cache?: boolean; interpreted?: boolean; timeout?: number } = {},
  ): Promise<Graph> {
    const graph = new Graph();
    const database = await freshDatabase(content);
    graph.databaseUrl = database.url;
    const answers = answerCache();
    graph.running = await startSubgraphs({
      url: database.url,
      poolSize: 4,
      cache,
      answers,
      log: (error) => graph.logged.push(error),
    });
    const transport = boundedTransport(interpreted ? interpreting(graph.running) : localTransport(graph.running), {
      timeout,
    });
    graph.identity = await startIdentity(
      { host: '127.0.0.1', dataDir: inject('identityDir') },
      { databaseUrl: database.url, schoolsOf: schoolsOfTrusts(transport) },
    );
    const app = await serveHere({
      gateway: await partnerGateway(transport, answers),
      identify: graph.identity.identify,
      loopbackOnly: true,
      ready: () => readiness(graph.running),
      metrics: metrics(graph.running, answers, transport),
      timeout,
    });
    graph.url = app.url;
    graph.stops = [
      () => app.close(),
      () => graph.identity.close(),
      () => Promise.all(graph.running.map((subgraph) => subgraph.close())),
      database.drop,
    ];
    return graph;
  }

  ask(query: string, variables?: Record<string, unknown>, token?: string): Promise<Answer> {
    return ask(this.url, query, variables, token);
  }

  subgraph(name: SubgraphName): RunningSubgraph {
    return this.running.find((each) => each.name === name)!;
  }

  /** Imports a text. */
  import(kind: string, name: string, text: string, options: ImportOptions = {}): Promise<ImportReport> {
    return importInto(
      this.running,
      kind,
      {
        name,
        text: async function* () {
          yield text;
        },
      },
      options,
    );
  }

  /** Number of statements that all subgraphs have sent so far. */
  get statements(): number {
    return this.running.reduce((sum, { database }) => sum + database.statements, 0);
  }

  /** Serves the same graph once more, under options of its own. Whoever does closes it, before the graph ends. */
  async serveAgain(options: Partial<ServerOptions>): Promise<Served> {
    return serveHere({
      gateway: await partnerGateway(localTransport(this.running)),
      identify: this.identity.identify,
      ready: () => readiness(this.running),
      ...options,
    });
  }

  async stop(): Promise<void> {
    for (const stop of this.stops) await stop();
  }
}
