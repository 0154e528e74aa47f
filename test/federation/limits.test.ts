import { runInNewContext } from 'node:vm';
import { setFlagsFromString } from 'node:v8';
import { composeServices, transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import { buildASTSchema, parse, print, type DocumentNode } from 'graphql';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createEngine, type Engine, type EngineOptions } from '../../gateway/engine/engine.ts';
import { PLAN_LIMITS } from '../../gateway/engine/limits.ts';
import { Planner } from '../../gateway/engine/planner.ts';
import { partnerGateway } from '../../gateway/federation/partnerGraph.ts';
import { rewritings } from '../support/rewritings.ts';
import { OPERATIONS } from './operations.ts';
import { scaled } from '../support/time.ts';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key", "@override"])\n';

/** A graph in circles, whose fields come from two subgraphs. */
const CIRCLES = {
  left: 'type Query { a: A } type A @key(fields: "id") { id: ID! left: A other: A x: Int y: Int z: Int }',
  right: 'type A @key(fields: "id") { id: ID! right: A far: Int }',
};

function engineOf(
  subgraphs: Record<string, string>,
  more: Partial<EngineOptions> = {},
  change = (text: string) => text,
): Engine {
  const services = Object.entries(subgraphs).map(([name, sdl]) => ({
    name,
    url: `http://${name}`,
    typeDefs: parse(LINK + sdl),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (!supergraphSdl) throw new Error(JSON.stringify(errors));
  const supergraph = parse(change(supergraphSdl));
  const schema = buildASTSchema(supergraph, { assumeValid: true, assumeValidSDL: true });
  const apiSchema = buildASTSchema(transformSupergraphToPublicSchema(supergraph), { assumeValidSDL: true });
  return createEngine({ supergraph, schema, apiSchema, ask: async () => ({ data: {} }), ...more });
}

const ask = (engine: Engine, document: DocumentNode, variables: Record<string, unknown> = {}, context: object = {}) =>
  engine.execute({ document, variables, context });

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Bytes that are in use once what is not needed is gone. */
async function heap(): Promise<number> {
  for (let time = 0; time < 3; time += 1) {
    collectGarbage();
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return process.memoryUsage().heapUsed;
}

afterEach(() => {
  vi.restoreAllMocks();
});

/** Fragments that each spread the next one twice, under fields in turns. */
function exploding(depth: number, first: string, second: string): string {
  const fragments = Array.from({ length: depth }, (_, level) => {
    const [one, other] = level % 2 ? [second, first] : [first, second];
    return `fragment F${level} on A { ${one} { ...F${level + 1} } ${other} { ...F${level + 1} } }`;
  });
  return `{ a { ...F0 } } ${fragments.join(' ')} fragment F${depth} on A { x far }`;
}

const tooComplex = [expect.objectContaining({ extensions: { code: 'PLAN_TOO_COMPLEX', http: { status: 400 } } })];

describe('somebody who asks for too much at once', () => {
  it.each([
    ['fields of one subgraph', exploding(30, 'left', 'other')],
    ['fields of two subgraphs', exploding(30, 'left', 'right')],
    ['the same field twice', exploding(30, 'left', 'more: left')],
    [
      'fragments in fragments',
      exploding(30, 'left', 'other')
        .replaceAll('...F', '... on A { ... { ...F')
        .replaceAll(/(\.\.\.F\d+)/g, '$1 } }'),
    ],
    [
      'twenty aliases at each of three places',
      `{ a { ${'abcdefghijklmnopqrst'
        .split('')
        .map((key) => `${key}: right { ...F }`)
        .join(' ')} } }
      fragment F on A { ${'abcdefghijklmnopqrst'
        .split('')
        .map((key) => `${key}: left { ...G }`)
        .join(' ')} }
      fragment G on A { ${'abcdefghijklmnopqrst'
        .split('')
        .map((key) => `${key}: right { far x }`)
        .join(' ')} }`,
    ],
  ])('is told so soon: %s', async (_, text) => {
    expect(text.match(/[\w$]+|\S/g)!.length).toBeLessThan(4_000);
    const engine = engineOf(CIRCLES);
    const started = performance.now();
    const { data, errors } = await ask(engine, parse(text));
    expect(performance.now() - started).toBeLessThan(scaled(5_000));
    expect(data).toBeUndefined();
    expect(errors).toEqual(tooComplex);
    expect(errors![0]!.message).toContain('Ask for less at once.');
  });

  it('gets an answer for what is just not too much', async () => {
    const engine = engineOf(CIRCLES);
    const { data, errors } = await ask(engine, parse(exploding(10, 'left', 'other')));
    expect([data, errors]).toEqual([{ a: null }, undefined]);
  });

  it.each([
    ['fields', { mostSelections: 5 }, 'more than 5 fields'],
    ['ways', { mostSteps: 5 }, 'too many ways'],
    ['text', { mostText: 5 }, 'longer than 5 characters'],
  ])('is told what it is too much of: %s', async (_, limits, message) => {
    const document = parse('{ a { x y left { right { far } } } }');
    expect((await ask(engineOf(CIRCLES), document)).errors).toBeUndefined();
    const { errors } = await ask(engineOf(CIRCLES, { limits }), document);
    expect(errors).toEqual(tooComplex);
    expect(errors![0]!.message).toContain(message);
  });
});

describe('an operation that cannot be planned', () => {
  const plan = () => vi.spyOn(Planner.prototype, 'plan');

  it('is planned once, if it can be', async () => {
    const planned = plan();
    const engine = engineOf(CIRCLES);
    const document = parse('{ a { far } }');
    for (let time = 0; time < 5; time += 1) await ask(engine, document);
    expect(planned).toHaveBeenCalledTimes(1);
    await ask(engine, parse('{ a { far } }'));
    expect(planned).toHaveBeenCalledTimes(2);
  });

  it('is not tried again, and refused in the same words', async () => {
    const planned = plan();
    // A subgraph that says afterwards that it cannot be asked by its key.
    const engine = engineOf(CIRCLES, {}, (text) =>
      text.replace('graph: RIGHT, key: "id"', 'graph: RIGHT, key: "id", resolvable: false'),
    );
    const document = parse('{ a { x far } }');
    const answers = [];
    for (let time = 0; time < 5; time += 1) answers.push(await ask(engine, document));
    expect(planned).toHaveBeenCalledTimes(1);
    for (const { data, errors } of answers) {
      expect(data).toBeUndefined();
      expect(errors).toMatchObject([
        { message: expect.stringContaining('below a'), extensions: { code: 'NOT_PLANNABLE' } },
      ]);
    }
    expect((await ask(engine, parse('{ a { x } }'))).errors).toBeUndefined();
  });

  it('is not tried again where it is too complex', async () => {
    const planned = plan();
    const engine = engineOf(CIRCLES, { limits: { mostSteps: 10 } });
    const document = parse('{ a { left { x right { far } } other { right { far } } } }');
    for (let time = 0; time < 5; time += 1) expect((await ask(engine, document)).errors).toEqual(tooComplex);
    expect(planned).toHaveBeenCalledTimes(1);
  });
});

describe('an operation with many conditions', () => {
  const names = Array.from({ length: 20 }, (_, index) => `v${index}`);
  const text = `query (${names.map((name) => `$${name}: Boolean!`).join(' ')}) {
    a {
      ${names.map((name) => `${name}: left @include(if: $${name}) { ${name}: far right { x y z far } }`).join(' ')}
      id
    }
  }`;
  const values = (number: number) => Object.fromEntries(names.map((name, bit) => [name, (number & (1 << bit)) !== 0]));

  it('keeps no more variants than it may, however many are asked for', async () => {
    const planned = vi.spyOn(Planner.prototype, 'plan');
    const engine = engineOf(CIRCLES);
    const document = parse(text);
    const combination = (number: number) => values((number * 3_497) % 2 ** 20);
    const most = PLAN_LIMITS.mostVariants;
    let before = 0;
    for (let number = 0; number < 300; number += 1) {
      expect((await ask(engine, document, combination(number))).errors).toBeUndefined();
      if (number === most + 20) before = await heap();
    }
    expect(planned).toHaveBeenCalledTimes(300);
    // Those that were asked last are there, and those before are not.
    for (let number = 300 - most; number < 300; number += 1) await ask(engine, document, combination(number));
    expect(planned).toHaveBeenCalledTimes(300);
    await ask(engine, document, combination(0));
    expect(planned).toHaveBeenCalledTimes(301);
    planned.mockClear();
    expect((await heap()) - before).toBeLessThan(4_000_000);
  });

  it('keeps no more of all the operations of a document together', async () => {
    const planned = vi.spyOn(Planner.prototype, 'plan');
    const engine = engineOf(CIRCLES, { limits: { mostKept: 50 } });
    const operations = Array.from({ length: 10 }, (_, index) => `Operation${index}`);
    const document = parse(operations.map((name) => text.replace('query', `query ${name}`)).join('\n'));
    const once = async (operationName: string, number: number) => {
      const { errors } = await engine.execute({ document, operationName, variables: values(number), context: {} });
      expect(errors).toBeUndefined();
    };
    for (const name of operations) for (let number = 0; number < 10; number += 1) await once(name, number);
    expect(planned).toHaveBeenCalledTimes(100);
    // Those of the last five are there, and those before are not.
    for (const name of operations.slice(5)) for (let number = 0; number < 10; number += 1) await once(name, number);
    expect(planned).toHaveBeenCalledTimes(100);
    for (const name of operations.slice(0, 5)) await once(name, 0);
    expect(planned).toHaveBeenCalledTimes(105);
  });

  it('keeps what it refuses within the same bounds', async () => {
    const planned = vi.spyOn(Planner.prototype, 'plan');
    const engine = engineOf(CIRCLES, { limits: { mostSteps: 1, mostVariants: 8 } });
    const document = parse(text);
    for (let number = 1; number <= 20; number += 1)
      expect((await ask(engine, document, values(number))).errors).toEqual(tooComplex);
    for (let number = 13; number <= 20; number += 1) await ask(engine, document, values(number));
    expect(planned).toHaveBeenCalledTimes(20);
    await ask(engine, document, values(1));
    expect(planned).toHaveBeenCalledTimes(21);
  });
});

describe('a graph with many progressive overrides', () => {
  const fields = Array.from({ length: 9 }, (_, index) => `f${index}`);
  const subgraphs = {
    old: `
      type Query { a: A }
      type A @key(fields: "id") { id: ID! ${fields.map((field) => `${field}: Int`).join(' ')} }
    `,
    next: `
      type A @key(fields: "id") {
        id: ID!
        ${fields.map((field) => `${field}: Int @override(from: "old", label: "${field}")`).join('\n')}
      }
    `,
  };

  it('keeps no more variants of an operation than it may, whichever labels are on', async () => {
    const planned = vi.spyOn(Planner.prototype, 'plan');
    const asked: string[][] = [];
    const engine = engineOf(subgraphs, {
      isLabelOn: (label, context) => (context as { on: string[] }).on.includes(label),
      ask: async (graph) => {
        asked.at(-1)!.push(graph);
        return { data: graph === 'old' ? { a: { id: '1' } } : { _entities: [{}] } };
      },
    });
    const document = parse(`{ a { ${fields.join(' ')} } }`);
    const on = (number: number) => ({ on: fields.filter((_, bit) => number & (1 << bit)) });
    const most = PLAN_LIMITS.mostVariants;
    const once = async (number: number) => {
      asked.push([]);
      expect((await ask(engine, document, {}, on(number))).errors).toBeUndefined();
      expect(asked.at(-1)).toEqual(number === 0 ? ['old'] : ['old', 'next']);
    };
    for (let number = 0; number < 300; number += 1) await once(number);
    expect(planned).toHaveBeenCalledTimes(300);
    for (let number = 300 - most; number < 300; number += 1) await once(number);
    expect(planned).toHaveBeenCalledTimes(300);
    await once(0);
    expect(planned).toHaveBeenCalledTimes(301);
  });
});

describe('a gateway that is asked many different things', () => {
  it(
    'keeps a thousand planned documents of our own graph in less than 100 MB',
    async () => {
      const gateway = await partnerGateway(async () => ({ data: {} }));
      const texts: { text: string; variables: Record<string, unknown>; operationName?: string }[] = [];
      for (let round = 0; texts.length < 1_000; round += 1) {
        for (const { query, variables = {} } of OPERATIONS) {
          const document = parse(query);
          const ways = rewritings(gateway.apiSchema, document, variables);
          for (const way of round === 0 ? ways : ways.slice(0, 4)) {
            texts.push({ text: print(way.document), variables: way.variables, operationName: way.operationName });
          }
        }
      }
      texts.length = 1_000;
      await gateway.engine.execute({ document: parse(texts[0]!.text), ...texts[0]!, context: {} });
      const kept: DocumentNode[] = [];
      const before = await heap();
      for (const { text, variables, operationName } of texts) {
        const document = parse(text, { noLocation: true });
        const { errors } = await gateway.engine.execute({ document, variables, operationName, context: {} });
        for (const { extensions } of errors ?? []) expect(extensions['code']).toBe('DOWNSTREAM_SERVICE_ERROR');
        kept.push(document);
      }
      const used = (await heap()) - before;
      expect(kept).toHaveLength(1_000);
      // It would say nothing if nothing had been kept.
      expect(used).toBeGreaterThan(5_000_000);
      expect(used).toBeLessThan(100_000_000);
    },
    scaled(60_000),
  );
});
