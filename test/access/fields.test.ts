import { buildSubgraphSchema } from '@apollo/subgraph';
import { composeServices } from '@theguild/federation-composition';
import { execute, parse, print, type ExecutionResult } from 'graphql';
import { expect, it } from 'vitest';
import { federationGateway, type Transport } from '../../gateway/federation/supergraph.ts';
import { Caller, NOBODY } from '../../subgraphs/kit/caller.ts';

const SDL = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.6", import: ["@key", "@authenticated", "@requiresScopes", "@policy"])
  interface Thing { id: ID! secret: String open: String }
  type One implements Thing { id: ID! secret: String @requiresScopes(scopes: [["reviews:read", "outcomes:read"], ["network:admin"]]) open: String }
  type Two implements Thing { id: ID! secret: String open: String }
  type Query { things: [Thing!]! two: Two mine: String @authenticated theirs: String @policy(policies: [["acts_for_schools"]]) }
`;
const ONE = { __typename: 'One', id: '1', secret: 'one', open: 'o' };
const TWO = { __typename: 'Two', id: '2', secret: 'two', open: 't' };

/** Answers of a graph that is not ours to a caller, and what its subgraph was asked. */
async function asked(query: string, caller: Caller, composed = true) {
  const schema = buildSubgraphSchema([
    {
      typeDefs: parse(SDL),
      resolvers: { Query: { things: () => [ONE, TWO], two: () => TWO, mine: () => 'mine', theirs: () => 'theirs' } },
    },
  ]);
  const { supergraphSdl } = composeServices([{ name: 'a', url: 'http://a', typeDefs: parse(SDL) }]);
  const requests: string[] = [];
  const transport: Transport = async (_, { document, variables }) => {
    requests.push(print(document));
    return (await execute({ schema, document, variableValues: variables })) as ExecutionResult;
  };
  // Some compositions leave it to the gateway what a field of an interface demands.
  const supergraph = supergraphSdl!.replace(/interface Thing[^}]*}/, (text) =>
    text.replace(/@requiresScopes\([^)]*\)/, ''),
  );
  const { executor } = await (
    await federationGateway(composed ? supergraphSdl! : supergraph, transport)
  ).load({} as never);
  const result = await executor!({ document: parse(query), request: {}, context: { caller } } as never);
  return {
    ...(JSON.parse(JSON.stringify(result)) as { data: unknown; errors?: { path: string[]; extensions: object }[] }),
    requests: requests.join(),
  };
}

const holder = (...scopes: string[]) => new Caller({ client: 'c', scopes });

it.each([true, false])(
  'a field of an interface demands what it does in each type, and what is refused is not even asked for; said by composition: %s',
  async (composed) => {
    const refused = await asked('{ things { id secret open } two { secret } }', NOBODY, composed);
    expect(refused.data).toEqual({
      things: [
        { id: '1', secret: null, open: 'o' },
        { id: '2', secret: null, open: 't' },
      ],
      two: { secret: 'two' },
    });
    expect(refused.errors).toMatchObject([
      {
        path: ['things', 0, 'secret'],
        extensions: {
          code: 'UNAUTHORIZED_FIELD',
          requiredScopes: [['reviews:read', 'outcomes:read'], ['network:admin']],
        },
      },
    ]);
    expect(refused.requests.match(/secret/g)).toHaveLength(1);
    const part = await asked('{ things { id ... on Two { secret } } }', NOBODY, composed);
    expect([part.data, part.errors]).toEqual([{ things: [{ id: '1' }, { id: '2', secret: 'two' }] }, undefined]);
  },
);

it('any of its sets of scopes is enough, and all of a set is needed', async () => {
  const seen = async (...scopes: string[]) =>
    (await asked('{ things { secret } }', holder(...scopes))).errors === undefined;
  expect([await seen('reviews:read'), await seen('network:admin'), await seen('programmes:read')]).toEqual([
    true,
    true,
    false,
  ]);
});

it('a token, or being somebody in particular, may be demanded', async () => {
  expect((await asked('{ mine theirs }', NOBODY)).data).toEqual({ mine: null, theirs: null });
  expect((await asked('{ mine theirs }', holder())).data).toEqual({ mine: 'mine', theirs: null });
  expect((await asked('{ mine theirs }', new Caller({ client: 'c', trust: '1', scopes: [] }))).data).toEqual({
    mine: 'mine',
    theirs: 'theirs',
  });
});
