import { describe, expect, it } from 'vitest';
import { differences, type Answer } from './answers.ts';

const subgraphError = (...path: (string | number)[]) => ({ message: 'no', path, extensions: { serviceName: 'red' } });
const right: Answer = { data: { a: [{ b: 1 }, null], c: null }, errors: [{ message: 'no', path: ['a', 1, 'b'] }] };

describe('an answer differs', () => {
  const cases: [what: string, answer: Answer, found: string[]][] = [
    ['nowhere', { ...right, errors: [subgraphError('a', 1, 'b')] }, []],
    ['nowhere, where an error is about what is further down', { ...right, errors: [subgraphError('a', 1)] }, []],
    [
      'in its data',
      { ...right, data: { a: [{ b: 2 }, null], c: null }, errors: [subgraphError('a', 1, 'b')] },
      ['data'],
    ],
    [
      'in the order of its keys',
      { data: { c: null, a: [{ b: 1 }, null] }, errors: [subgraphError('a', 1, 'b')] },
      ['key order'],
    ],
    ['where it does not say what is missing', { data: right.data }, ['error missing']],
    [
      'where it says that something is missing',
      { ...right, errors: [subgraphError('a', 1, 'b'), subgraphError('c')] },
      ['error too many'],
    ],
    [
      'where an error is about what is there',
      { ...right, errors: [subgraphError('a', 1, 'b'), subgraphError('a', 0)] },
      ['error at what is there'],
    ],
    ['where an error is nobody’s', { ...right, errors: [{ message: 'oh', path: ['a', 1, 'b'] }] }, ['internal error']],
  ];
  it.each(cases)('%s', (_, answer, found) => {
    expect(differences(answer, right)).toEqual(found);
  });
});
