import { date, text, urn } from '../../kit/import/columns.ts';
import type { ImportKind } from '../../kit/import/kind.ts';
import { SchoolLink } from '../entities.ts';
import type { SchoolLinkKind } from '../generated.ts';
import { rebuildAncestors } from './ancestors.ts';

interface Link {
  urn: string;
  other: string;
  name: string | null;
  type: string;
  date: string | null;
}

interface Edge {
  predecessor: string;
  successor: string;
  kind: SchoolLinkKind;
  date: string | null;
  predecessorName: string | null;
  successorName: string | null;
}

/** What ties two establishments, by the register's word: which of the two came first, and how. Other words are no succession. */
const TYPES: Record<string, { first: 'urn' | 'other'; kind: SchoolLinkKind }> = {
  Predecessor: { first: 'other', kind: 'SUCCESSION' },
  Successor: { first: 'urn', kind: 'SUCCESSION' },
  'Predecessor - merged': { first: 'other', kind: 'MERGER' },
  'Successor - merged': { first: 'urn', kind: 'MERGER' },
  'Predecessor - amalgamated': { first: 'other', kind: 'AMALGAMATION' },
  'Successor - amalgamated': { first: 'urn', kind: 'AMALGAMATION' },
  'Predecessor - Split School': { first: 'other', kind: 'SPLIT' },
  'Successor - Split School': { first: 'urn', kind: 'SPLIT' },
};

/** Both sides of a link are listed and may differ: the more telling word wins, whatever the order of the rows. */
const TELLING: SchoolLinkKind[] = ['SUCCESSION', 'MERGER', 'AMALGAMATION', 'SPLIT'];

/** Links between establishments: who became whom. */
export const links: ImportKind = {
  kind: 'gias-links',
  describes: 'Establishment links of Get Information About Schools (links_edubasealldata….csv)',
  columns: [
    { from: 'URN', to: 'urn', read: urn, must: 'value' },
    { from: 'LinkURN', to: 'other', read: urn, must: 'value' },
    { from: 'LinkName', to: 'name', read: text, must: 'column' },
    { from: 'LinkType', to: 'type', read: text, must: 'value' },
    { from: 'LinkEstablishedDate', to: 'date', read: date, must: 'column' },
  ],

  passOver: (at) => (Object.hasOwn(TYPES, at.text('LinkType') ?? '') ? undefined : `link type "${at.text('LinkType')}", which is no succession`),
  open({ em, merge }) {
    const edges = new Map<string, Edge>();
    return {
      row(row, { reject }) {
        const { urn, other, name, type, date } = row as unknown as Link;
        const known = TYPES[type]!;
        if (urn === other) return reject('LinkURN', other, 'is the URN of the same row: a school cannot follow itself');
        const [predecessor, successor] = known.first === 'urn' ? [urn, other] : [other, urn];
        const edge = edges.get(`${predecessor} ${successor}`) ?? { predecessor, successor, kind: known.kind, date, predecessorName: null, successorName: null };
        if (TELLING.indexOf(known.kind) > TELLING.indexOf(edge.kind)) edge.kind = known.kind;
        if (date && (!edge.date || date < edge.date)) edge.date = date;
        edge[known.first === 'urn' ? 'successorName' : 'predecessorName'] = name;
        edges.set(`${predecessor} ${successor}`, edge);
      },
      async finish() {
        if (edges.size) await merge(SchoolLink, [...edges.values()]);
        await rebuildAncestors(em);
      },
    };
  },
};
