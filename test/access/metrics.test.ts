import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { partnerGateway, readiness } from '../../gateway/federation/partnerGraph.ts';
import type { ServerOptions } from '../../gateway/server.ts';
import { localTransport } from '../../gateway/federation/transport/local.ts';
import { settings } from '../../subgraphs/kit/process/settings.ts';
import { EXPLORER, Graph, STAFF } from '../support/graph.ts';
import { serveHere } from '../support/serve.ts';

const TOKEN = 'a-token-for-what-collects-metrics';

describe('metrics', () => {
  let graph: Graph;
  const stops: (() => Promise<unknown>)[] = [];
  beforeAll(async () => {
    graph = await Graph.start('demo');
  });
  afterAll(async () => {
    for (const stop of stops) await stop();
    await graph.stop();
  });

  /** Statuses of what is asked of a server, by whose token is sent. */
  const statuses = async (options: Pick<ServerOptions, 'host' | 'metricsToken'>) => {
    const app = await serveHere({
      ...options,
      gateway: await partnerGateway(localTransport(graph.running)),
      identify: graph.identity.identify,
      ready: () => readiness(graph.running),
    });
    stops.push(() => app.close());
    const url = `${app.origin}/metrics`;
    const status = async (token: string) => {
      const response = await fetch(url, { headers: token ? { authorization: `Bearer ${token}` } : {} });
      const text = await response.text();
      expect(text.includes('process_cpu')).toBe(response.status === 200);
      return response.status;
    };
    return {
      nobody: await status(''),
      explorer: await status(EXPLORER),
      staff: await status(STAFF),
      collector: await status(TOKEN),
      other: await status(`${TOKEN.slice(0, -1)}x`),
    };
  };

  it('are read by whoever is on this machine, while nobody else reaches the server', async () => {
    expect(await statuses({ host: '127.0.0.1' })).toMatchObject({ nobody: 200, staff: 200, collector: 401 });
  });

  it('are for staff only where other machines reach the server', async () => {
    expect(await statuses({ host: '0.0.0.0' })).toEqual({
      nobody: 401,
      explorer: 403,
      staff: 200,
      collector: 401,
      other: 401,
    });
  });

  it('are for staff and what holds their token, where there is one', async () => {
    for (const host of ['127.0.0.1', '0.0.0.0']) {
      const answers = await statuses({ host, metricsToken: TOKEN });
      expect(answers, host).toEqual({ nobody: 401, explorer: 403, staff: 200, collector: 200, other: 401 });
    }
    expect(settings({ METRICS_TOKEN: TOKEN }).metricsToken).toBe(TOKEN);
    expect(() => settings({ METRICS_TOKEN: 'short' })).toThrow(/at least 16/);
  });

  it('have a token that opens nothing else', async () => {
    const response = await fetch(graph.url, { method: 'POST', headers: { authorization: `Bearer ${TOKEN}` } });
    expect(response.status).not.toBe(200);
  });
});
