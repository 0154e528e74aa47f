import { Kind, type ArgumentNode, type FieldNode, type SelectionNode, type SelectionSetNode } from 'graphql';

/** A field of a request to a subgraph, under its canonical key. */
export interface RequestField {
  key: string;
  name: string;
  arguments: readonly ArgumentNode[];
  /** Null where the field is a leaf. */
  selection: RequestSelection | null;
}

/** What a request to a subgraph selects of the objects at one place. */
export class RequestSelection {
  readonly fields = new Map<string, RequestField>();
  /** What it selects of objects of one type only. */
  readonly on = new Map<string, RequestSelection>();
  /** Whether objects are asked what they are. */
  typename = false;

  get isEmpty(): boolean {
    if (this.typename || this.fields.size > 0) return false;
    for (const inside of this.on.values()) if (!inside.isEmpty) return false;
    return true;
  }

  /** The field of a key, which is added if it is not there. */
  field(key: string, name: string, args: readonly ArgumentNode[], composite: boolean): RequestField {
    let field = this.fields.get(key);
    if (!field) {
      field = { key, name, arguments: args, selection: composite ? new RequestSelection() : null };
      this.fields.set(key, field);
    }
    return field;
  }

  onType(name: string): RequestSelection {
    let inside = this.on.get(name);
    if (!inside) this.on.set(name, (inside = new RequestSelection()));
    return inside;
  }
}

export const nameNode = (value: string) => ({ kind: Kind.NAME as const, value });

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: nameNode('__typename') };

/** A selection as GraphQL; one that selects nothing asks for the type's name, since it may not be empty. */
export function selectionSet(selection: RequestSelection): SelectionSetNode {
  const selections: SelectionNode[] = [];
  if (selection.typename) selections.push(TYPENAME);
  for (const field of selection.fields.values()) selections.push(fieldNode(field));
  for (const [type, inside] of selection.on) {
    if (inside.isEmpty) continue;
    selections.push(onType(type, selectionSet(inside)));
  }
  if (selections.length === 0) selections.push(TYPENAME);
  return { kind: Kind.SELECTION_SET, selections };
}

export function onType(type: string, inside: SelectionSetNode): SelectionNode {
  const typeCondition = { kind: Kind.NAMED_TYPE as const, name: nameNode(type) };
  return { kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet: inside };
}

function fieldNode({ key, name, arguments: args, selection }: RequestField): FieldNode {
  return {
    kind: Kind.FIELD,
    name: nameNode(name),
    ...(key === name ? {} : { alias: nameNode(key) }),
    ...(args.length > 0 ? { arguments: args as FieldNode['arguments'] } : {}),
    ...(selection ? { selectionSet: selectionSet(selection) } : {}),
  };
}
