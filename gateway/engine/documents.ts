import { print, type DocumentNode } from 'graphql';

/**
 * Gives one object for all documents of the same text, for as long as somebody has it: what subgraphs have compiled for
 * one client's operation serves another's that asks them the same.
 */
export class SharedDocuments {
  private readonly known = new Map<string, WeakRef<DocumentNode>>();
  private readonly registry = new FinalizationRegistry<string>((key) => {
    if (!this.known.get(key)?.deref()) this.known.delete(key);
  });

  /** @param graph the subgraph that the document is for */
  share(graph: string, document: DocumentNode): DocumentNode {
    const key = `${graph} ${print(document)}`;
    const shared = this.known.get(key)?.deref();
    if (shared) return shared;
    this.known.set(key, new WeakRef(document));
    this.registry.register(document, key);
    return document;
  }
}
