// Keeps a copy of what a token may see: GRAPH_TOKEN=… node sync.ts copy.json
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const { GRAPH_URL = 'http://localhost:4000/graphql', GRAPH_TOKEN } = process.env;
const [, , file = 'copy.json'] = process.argv;
const QUERY = `query ($since: String) {
  changes(since: $since, first: 500, types: [SCHOOL, MEMBERSHIP, REVIEW, ENROLMENT, OUTCOME]) {
    nodes { type id operation node {
      ... on School { name roll }
      ... on Membership { memberUrn: urn joined left }
      ... on Review { hostUrn: urn startDate headings { code estimate } }
      ... on Enrolment { role staff }
      ... on Outcome { academicYear value pupils }
    } }
    endCursor hasMore
  }
}`;

type Copy = { since: string | null; things: Record<string, object> };
type Change = { type: string; id: string; operation: 'UPSERT' | 'DELETE'; node: object | null };
type Page = { nodes: Change[]; endCursor: string; hasMore: boolean };
type Answer = { data?: { changes: Page }; errors?: { extensions: { code: string } }[] };

// After these, the same request may be answered a little later.
const PASSES = new Set(['SUBGRAPH_TIMEOUT', 'SUBGRAPH_UNAVAILABLE', 'OVERLOADED', 'RATE_LIMITED']);
let copy: Copy = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { since: null, things: {} };

/** One page of changes. Waits when it is told to, and when somebody does not answer. */
async function page(tries = 0): Promise<Page> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${GRAPH_TOKEN}` };
  const body = JSON.stringify({ query: QUERY, variables: { since: copy.since } });
  const response = await fetch(GRAPH_URL, { method: 'POST', headers, body }).catch(() => null);
  const { data, errors }: Answer = (await response?.json().catch(() => null)) ?? {};
  const codes = errors?.map(({ extensions }) => extensions.code);
  if (!response || response.status >= 500 || codes?.some((code) => PASSES.has(code))) {
    if (tries === 8) throw new Error(`${GRAPH_URL} does not answer: ${JSON.stringify(errors ?? response?.status)}`);
    await sleep(1000 * Number(response?.headers.get('retry-after') ?? 2 ** tries));
    return page(tries + 1);
  }
  if (codes?.includes('STALE_CURSOR')) {
    copy = { since: null, things: {} }; // too long ago: begin again
    return page();
  }
  if (errors) throw new Error(JSON.stringify(errors));
  return data!.changes;
}

for (let more = true; more;) {
  const { nodes, endCursor, hasMore } = await page();
  for (const { type, id, node } of nodes) {
    if (node) copy.things[`${type} ${id}`] = node;
    else delete copy.things[`${type} ${id}`];
  }
  [copy.since, more] = [endCursor, hasMore];
}
writeFileSync(`${file}.new`, JSON.stringify(copy));
renameSync(`${file}.new`, file); // all of it or nothing
console.log(`${Object.keys(copy.things).length} things`);
