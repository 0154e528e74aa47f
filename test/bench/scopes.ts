/** A supergraph without what it demands of callers: for gateways that enforce nothing, or would have to be told who asks. */
export const withoutScopes = (supergraph: string): string =>
  supergraph
    .replace(/ @link\(url: "https:\/\/specs\.apollo\.dev\/(requiresScopes|authenticated|policy)\/[^)]*\)/g, '')
    .replace(/^(directive @|scalar )(requiresScopes|authenticated|policy).*$/gm, '')
    .replace(/ @(authenticated\b|(requiresScopes|policy)\([^)]*\))/g, '');
