import type { EntityManager } from '@mikro-orm/postgresql';
import { date, text, urn } from '../../kit/import/columns.ts';
import type { ImportKind } from '../../kit/import/kind.ts';
import { query } from '../../kit/write/submissions.ts';
import { SchoolLink } from '../entities.ts';
import type { SchoolLinkKind } from '../types.ts';
import { rebuildAncestors } from './ancestors.ts';
import { coverageNote, NEARLY_ALL, releaseOf, rememberRelease, withdrawnNote } from './release.ts';

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

  passOver: (at) =>
    Object.hasOwn(TYPES, at.text('LinkType') ?? '')
      ? undefined
      : `link type "${at.text('LinkType')}", which is no succession`,
  async open(session) {
    const { em, merge, report } = session;
    const release = await releaseOf(session, 'gias-links');
    const edges = new Map<string, Edge>();
    /** Establishments whose links the file lists. */
    const covered = new Set<string>();
    return {
      row(row, { reject }) {
        const { urn, other, name, type, date } = row as unknown as Link;
        const known = TYPES[type]!;
        if (urn === other) return reject('LinkURN', other, 'is the URN of the same row: a school cannot follow itself');
        covered.add(urn);
        const [predecessor, successor] = known.first === 'urn' ? [urn, other] : [other, urn];
        const edge = edges.get(`${predecessor} ${successor}`) ?? {
          predecessor,
          successor,
          kind: known.kind,
          date,
          predecessorName: null,
          successorName: null,
        };
        if (TELLING.indexOf(known.kind) > TELLING.indexOf(edge.kind)) edge.kind = known.kind;
        if (date && (!edge.date || date < edge.date)) edge.date = date;
        edge[known.first === 'urn' ? 'successorName' : 'predecessorName'] = name;
        edges.set(`${predecessor} ${successor}`, edge);
      },
      async finish() {
        const rows = [...edges.values()];
        const isWhole = await isWholeDownload(em, rows, covered);
        // In part, a file has the word of one side only: what both said stays.
        const inPart = isWhole ? {} : { initial: ['kind', 'date'] };
        if (rows.length) await merge(SchoolLink, rows, { kept: ['predecessorName', 'successorName'], ...inPart });
        await merge.settled();
        if (release) {
          const withdrawn = await withdraw(em, rows, covered, isWhole);
          report.count('school link', 'removed', withdrawn.length);
          report.notes.push(...withdrawnNote(withdrawn));
          if (isWhole) await rememberRelease(em, 'gias-links', release);
        }
        report.notes.push(coverageNote(release, isWhole, covered.size));
        await rebuildAncestors(em);
      },
    };
  },
};

/**
 * Whether a download is of all establishments. In a whole one nearly every link is listed by both of its sides, and
 * nearly all establishments with known links are in it; one of the academies only has one side of theirs.
 */
async function isWholeDownload(
  em: EntityManager,
  edges: readonly Edge[],
  covered: ReadonlySet<string>,
): Promise<boolean> {
  const fromBoth = edges.filter((edge) => edge.predecessorName !== null && edge.successorName !== null).length;
  if (fromBoth < edges.length * NEARLY_ALL) return false;
  const [counts] = await query<{ known: number; here: number }>(
    em,
    `select count(*)::int as known, count(covered.urn)::int as here
    from (select predecessor as urn from school_link union select successor from school_link) linked
      left join unnest($1::text[]) as covered(urn) on covered.urn = linked.urn`,
    [[...covered]],
  );
  return counts!.here >= counts!.known * NEARLY_ALL;
}

/**
 * Removes links that a release does not have any more; of one in part, those that nobody but its establishments told.
 * A side that tells of a link gives the other's name.
 * @returns the links, in words
 */
async function withdraw(
  em: EntityManager,
  edges: readonly Edge[],
  covered: ReadonlySet<string>,
  isWhole: boolean,
): Promise<string[]> {
  const removed = await query<{ predecessor: string; successor: string }>(
    em,
    `with here as (select * from unnest($1::text[], $2::text[]) as e(predecessor, successor)),
      covered as (select urn from unnest($3::text[]) as c(urn)),
      gone as (
        select link.predecessor, link.successor from school_link link
          left join covered p on p.urn = link.predecessor left join covered s on s.urn = link.successor
        where not exists (select from here where here.predecessor = link.predecessor and here.successor = link.successor)
          and ($4 or ((link.predecessor_name is null or s.urn is not null) and (link.successor_name is null or p.urn is not null) and (p.urn is not null or s.urn is not null)))
      )
    delete from school_link using gone where school_link.predecessor = gone.predecessor and school_link.successor = gone.successor
    returning gone.predecessor, gone.successor`,
    [edges.map(({ predecessor }) => predecessor), edges.map(({ successor }) => successor), [...covered], isWhole],
  );
  return removed.map(({ predecessor, successor }) => `${predecessor} before ${successor}`).sort();
}
