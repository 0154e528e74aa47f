import { buildClientSchema, getIntrospectionQuery, isObjectType, type IntrospectionQuery } from 'graphql';
import { expect, it } from 'vitest';
import { ANONYMOUS, Graph } from '../support/graph.ts';

it('the schema that explorers see says of each type and field what it demands, and keeps what it said', async () => {
  const graph = await Graph.start('empty');
  const { data } = await graph.ask(getIntrospectionQuery(), {}, ANONYMOUS);
  const schema = buildClientSchema(data as IntrospectionQuery);
  const described = (coordinate: string) => {
    const [name, field] = coordinate.split('.');
    const type = schema.getType(name!);
    if (field === undefined) return type?.description;
    return isObjectType(type) ? type.getFields()[field]?.description : undefined;
  };
  const expected = {
    Review: 'the scope "reviews:read"',
    'School.reviews': 'the scope "reviews:read"',
    'School.collaborationHistory': 'the scope "reviews:read" and "programmes:read"',
    'School.member': 'a token or an API key',
    'Query.network': 'a token or an API key',
    'Query.programmes': 'the scope "programmes:read"',
    'Mutation.submitOutcomes': 'the scope "outcomes:write", and a caller for whom "acts_for_schools" holds',
    'Mutation.recordReview': 'the scope "reviews:write", and a caller for whom "staff" holds',
  };
  for (const [coordinate, need] of Object.entries(expected)) {
    const description = described(coordinate);
    expect(description, coordinate).toMatch(/^.{10,}\n\nNeeds .*\.$/s);
    expect(description!.slice(description!.lastIndexOf('\n\n') + 2), coordinate).toBe(`Needs ${need}.`);
  }
  for (const open of ['School', 'School.name', 'School.outcomes', 'Query.school', 'Query.schools']) {
    expect(described(open), open).not.toContain('Needs ');
  }
  await graph.stop();
});
