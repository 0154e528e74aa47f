import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { Driver } from '../faultMatrix/driver.ts';
import { measure } from '../faultMatrix/matrix.ts';
import { System, TIMEOUT, type Fault, type Target } from '../faultMatrix/system.ts';
import { freshDatabase, STAFF } from '../support/graph.ts';
import { wired } from '../support/wire.ts';

// The short part of `npm run faults`.
describe('a fault under load', () => {
  let system: System;
  let driver: Driver;
  const stops: (() => Promise<unknown>)[] = [];
  beforeAll(async () => {
    const { url, drop } = await freshDatabase('demo');
    const database = await wired(url);
    stops.push(() => database.wire.close(), drop);
    system = await System.start({
      databaseUrl: url,
      database,
      dataDir: inject('identityDir'),
      postgres: async () => async () => {},
    });
    stops.unshift(() => system.stop());
    driver = new Driver(system.url, STAFF, ['900001', '900016', '900374', '900100']);
    await driver.learn();
  });
  afterAll(async () => {
    for (const stop of stops) await stop();
  });

  it.each<[Target, Fault]>([
    ['reviews', 'frozen'],
    ['outcomes', 'killed'],
    ['PostgreSQL', 'cut'],
  ])('costs its own part, and nothing wrong is said: %s %s', async (target, fault) => {
    const { requests, complete, partial, failed, wrong, longest } = await measure(system, driver, target, fault, {
      perSecond: 10,
      lasts: 2_500,
      after: 3_000,
    });
    expect({ wrong, failed }).toEqual({ wrong: 0, failed: 0 });
    expect(complete + partial).toBe(requests);
    expect(complete).toBeGreaterThan(requests / 4);
    // The driver and seven processes share the machine.
    expect(longest).toBeLessThan(2 * TIMEOUT);
  });
});
