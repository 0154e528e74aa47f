/** What a random supergraph consists of, before it is written as subgraphs. */

/** A type with lists around it. */
export interface TypeRef {
  name: string;
  /** Whether null is refused, from the outermost list to the innermost item. */
  nonNull: readonly boolean[];
}

export const written = ({ name, nonNull }: TypeRef): string =>
  `${'['.repeat(nonNull.length - 1)}${name}${nonNull
    .toReversed()
    .map((strict, index) => `${index ? ']' : ''}${strict ? '!' : ''}`)
    .join('')}`;

/** One thing that a field requires, and what of it. */
export interface Requirement {
  field: string;
  args: string;
  /** Fields below, each perhaps under a type condition. */
  inside: readonly { field: string; args: string; on?: string }[];
}

export interface Field {
  name: string;
  type: TypeRef;
  /** Arguments as SDL. */
  args: string;
  /** Throws for some objects, or gives null where it must not. */
  mood: 'calm' | 'throws' | 'breaks';
  /** The type whose name and rows decide about the value. */
  of: string;
  key?: boolean;
  /** Not of the same type in all subgraphs. */
  varies?: boolean;
  requires?: readonly Requirement[];
  provides?: readonly string[];
}

export interface Key {
  /** As SDL. */
  text: string;
  fields: readonly Field[];
}

export interface Entity {
  name: string;
  /** Subgraphs that have fields of it. */
  homes: readonly number[];
  keys: readonly Key[];
  keysIn: ReadonlyMap<number, readonly number[]>;
  rows: readonly string[];
  /** Rows of which there are references only; for each the subgraphs that do not know it. */
  ghosts: ReadonlyMap<string, ReadonlySet<number>>;
  naked: number;
  fields: Field[];
}

export interface ValueType {
  name: string;
  fields: Field[];
}

/** A union or interface, with its members in each subgraph that defines it. */
export interface Abstract {
  name: string;
  kind: 'union' | 'interface';
  members: Map<number, readonly string[]>;
}

/** How a subgraph has a field. */
export interface Declaration {
  field: Field;
  marks: string[];
  /** As its owner; as one that may not be asked for it; or not at all, unless it is provided. */
  how: 'own' | 'wrong' | 'external';
  /** Type in this subgraph, where it is not the same everywhere. */
  type?: TypeRef;
}

export interface Declared {
  kind: 'type' | 'interface';
  marks: Set<string>;
  implementing: Set<string>;
  fields: Map<string, Declaration>;
}

/** Everything that a subgraph declares, by type. */
export type Subgraph = Map<string, Declared>;

export interface Model {
  subgraphs: Subgraph[];
  entities: Map<string, Entity>;
  values: Map<string, ValueType>;
  abstracts: Map<string, Abstract>;
  /** The interface that other subgraphs have as an object, the types that implement it, and whose each row is. */
  interfaceObject?: { name: string; home: number; implementations: readonly string[]; homes: readonly number[] };
}
