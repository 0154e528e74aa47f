import type { ApolloServer } from '@apollo/server';
import type { Caller } from '../../../subgraphs/kit/caller.ts';
import { ask, type Answer } from '../ask.ts';
import type { RequestContext } from '../../federation/supergraph.ts';
import { SubmissionRefused } from './body.ts';
import { identifierKey, type OtherIdentifier } from './cells.ts';

const SCHOOLS = `query ($uid: ID!, $after: String) {
  trust(uid: $uid) {
    schools(first: 100, after: $after) { nodes { urn ukprn laestab } pageInfo { hasNextPage endCursor } }
  }
}`;

interface Page {
  nodes: { urn: string; ukprn: string | null; laestab: string | null }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** The schools of the register could not be asked. */
export class SchoolsNotAnswered extends Error {
  readonly answer: Answer;

  constructor(answer: Answer) {
    super('The schools of the trust could not be asked.');
    this.answer = answer;
  }
}

/**
 * The URNs of a trust's schools, by another identifier of theirs.
 * @throws SubmissionRefused for who belongs to no trust, SchoolsNotAnswered
 */
export async function urnsByIdentifier(
  apollo: ApolloServer<RequestContext>,
  caller: Caller,
  name: OtherIdentifier,
): Promise<Map<string, string>> {
  if (caller.trust === null) {
    const reason = `Schools are found by ${name.toUpperCase()} among those of a trust, and this client has none`;
    throw new SubmissionRefused(`${reason}: name them by URN.`, { line: 1 });
  }
  const urns = new Map<string, string>();
  for (let after: string | null = null; ;) {
    const answer: Answer = await ask(apollo, caller, { query: SCHOOLS, variables: { uid: caller.trust, after } });
    const trust = answer.data?.['trust'] as { schools: Page } | null | undefined;
    if (!trust || answer.errors?.length) throw new SchoolsNotAnswered(answer);
    for (const school of trust.schools.nodes) {
      const identifier = school[name];
      if (identifier) urns.set(identifierKey(identifier), school.urn);
    }
    if (!trust.schools.pageInfo.hasNextPage) return urns;
    after = trust.schools.pageInfo.endCursor;
  }
}
