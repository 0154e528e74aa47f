import { feedCursor, feedRequest, type ChangeReference, type FeedRequest } from '../kit/feed/feed.ts';
import type { SubgraphName } from '../kit/serve/sdl.ts';
import type { Change, ChangeFeed } from './models.ts';

/** A page of the feed: the changes of one subgraph after the other, as far as the page goes. */
export interface ChangePage {
  changes: Change[];
  endCursor: string;
  hasMore: boolean;
  missingSources: string[];
}

/**
 * Puts a page together from what each subgraph says.
 * @param own the changes of the schools subgraph
 */
export function changePage(
  { id, reviewChanges, programmeChanges, outcomeChanges }: ChangeFeed,
  own: readonly ChangeReference[],
): ChangePage {
  const { first, positions } = feedRequest(id);
  const sources: [SubgraphName, readonly ChangeReference[] | null | undefined][] = [
    ['schools', own],
    ['reviews', reviewChanges],
    ['programmes', programmeChanges],
    ['outcomes', outcomeChanges],
  ];
  const reached: FeedRequest['positions'] = { ...positions };
  const page: ChangePage = { changes: [], endCursor: '', hasMore: false, missingSources: [] };
  for (const [source, references] of sources) {
    if (!references) page.missingSources.push(source);
    for (const [transaction, type, key, deleted] of references ?? []) {
      if (page.changes.length === first) {
        page.hasMore = true;
        break;
      }
      page.changes.push({ type: type as Change['type'], id: key, deleted });
      reached[source] = [transaction, type, key];
    }
  }
  page.endCursor = feedCursor(reached);
  return page;
}
