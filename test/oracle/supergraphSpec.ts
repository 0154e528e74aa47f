import * as fc from 'fast-check';

/**
 * Numbers from which a supergraph is made: every number means something, whatever the others are, so that fast-check
 * can make any of them smaller. 0 is always the plainest choice.
 */
const field = fc.record({
  /** Which of the subgraphs that could have it has it. */
  owner: fc.nat(5),
  kind: fc.nat(15),
  target: fc.nat(7),
  /** Lists around the type. */
  lists: fc.nat(5),
  /** A bit for each place that must not be null. */
  nonNull: fc.nat(7),
  args: fc.nat(9),
  /** Whether it throws, or gives null where it must not. */
  mood: fc.nat(11),
  role: fc.nat(11),
  pick: fc.nat(63),
});

const entity = fc.record({
  homes: fc.nat(15),
  keys: fc.nat(8),
  /** How the keys are spread over the subgraphs. */
  spread: fc.nat(63),
  ghosts: fc.nat(4),
  naked: fc.nat(15),
  fields: fc.array(field, { minLength: 1, maxLength: 6, size: 'max' }),
});

const valueType = fc.record({ fields: fc.array(field, { minLength: 1, maxLength: 3, size: 'max' }) });

const abstract = fc.record({
  home: fc.nat(3),
  members: fc.nat(127),
  second: fc.nat(7),
  secondMembers: fc.nat(127),
  fields: fc.array(field, { maxLength: 2, size: 'max' }),
});

const interfaceObject = fc.record({
  home: fc.nat(3),
  others: fc.nat(15),
  elsewhere: fc.nat(7),
  common: fc.array(field, { maxLength: 2, size: 'max' }),
  own: fc.array(field, { minLength: 1, maxLength: 3, size: 'max' }),
  added: fc.array(field, { minLength: 1, maxLength: 4, size: 'max' }),
});

const shape = fc.record({
  subgraphs: fc.integer({ min: 2, max: 4 }),
  entities: fc.array(entity, { minLength: 1, maxLength: 5, size: 'max' }),
  values: fc.array(valueType, { maxLength: 2, size: 'max' }),
  unions: fc.array(abstract, { maxLength: 2, size: 'max' }),
  interfaces: fc.array(abstract, { maxLength: 2, size: 'max' }),
  interfaceObjects: fc.array(interfaceObject, { maxLength: 1, size: 'max' }),
  roots: fc.array(field, { minLength: 1, maxLength: 6, size: 'max' }),
  mutations: fc.array(field, { maxLength: 3, size: 'max' }),
});

export const supergraphSpecs = shape;

type Drawn<Drawing> = Drawing extends fc.Arbitrary<infer Value> ? Value : never;
export type SupergraphSpec = Drawn<typeof shape>;
export type EntitySpec = Drawn<typeof entity>;
export type AbstractSpec = Drawn<typeof abstract>;
export type FieldSpec = Drawn<typeof field>;
export type InterfaceObjectSpec = Drawn<typeof interfaceObject>;
