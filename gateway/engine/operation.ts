import { Kind, visit, type DocumentNode, type FragmentDefinitionNode, type OperationDefinitionNode } from 'graphql';

/** The operation of a name in a document, or its only one, and the fragments by name. */
export function partsOf({ definitions }: DocumentNode, operationName: string | undefined) {
  const fragments = new Map<string, FragmentDefinitionNode>();
  let operation: OperationDefinitionNode | undefined;
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    else if (definition.kind === Kind.OPERATION_DEFINITION && (!operationName || definition.name?.value === operationName)) operation ??= definition;
  }
  return { operation: operation!, fragments };
}

/** Without variables and fragments that nothing uses any more. */
export function withoutUnused(document: DocumentNode, operation: OperationDefinitionNode): DocumentNode {
  const variables = new Set<string>();
  const spreads = new Set<string>();
  const byName = new Map(document.definitions.flatMap((definition) => (definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [])));
  const look = (node: OperationDefinitionNode | FragmentDefinitionNode) =>
    void visit(node.selectionSet, {
      Variable: ({ name }) => void variables.add(name.value),
      FragmentSpread({ name }) {
        if (spreads.has(name.value)) return;
        spreads.add(name.value);
        const fragment = byName.get(name.value);
        if (fragment) look(fragment);
      },
    });
  look(operation);
  const kept = { ...operation, variableDefinitions: operation.variableDefinitions?.filter(({ variable }) => variables.has(variable.name.value)) };
  return { ...document, definitions: [kept, ...[...spreads].flatMap((name) => byName.get(name) ?? [])] };
}
