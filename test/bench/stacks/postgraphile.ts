import { createServer } from 'node:http';
import { grafserv } from 'postgraphile/grafserv/node';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { jsonPgSmartTags } from 'postgraphile/utils';
import { PostGraphileConnectionFilterPreset } from 'postgraphile-plugin-connection-filter';

// One engine over all tables: what one would pick who has a single database and wants GraphQL. The relations between
// schemas, which subgraphs keep to themselves, are told to it.
const relations = jsonPgSmartTags({
  version: 1,
  config: {
    class: {
      'reviews.review': { tags: { foreignKey: '(urn) references schools.school (urn)' } },
      'programmes.enrolment': { tags: { foreignKey: '(urn) references schools.school (urn)' } },
      'outcomes.result': {
        tags: {
          foreignKey: [
            '(subject) references schools.school (urn)',
            '(measure_code) references outcomes.measure (code)',
          ],
        },
      },
    },
  },
});
const pgl = postgraphile({
  extends: [PostGraphileAmberPreset, PostGraphileConnectionFilterPreset],
  plugins: [relations],
  disablePlugins: ['PgIndexBehaviorsPlugin'],
  pgServices: [
    makePgService({
      connectionString: process.env['DATABASE_URL'],
      schemas: ['schools', 'reviews', 'programmes', 'outcomes'],
    }),
  ],
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false },
  grafast: { explain: false },
});
const server = createServer();
server.on('error', (error) => console.error(error));
await pgl.createServ(grafserv).addTo(server);
server.listen(0, '127.0.0.1', () =>
  console.log(`http://127.0.0.1:${(server.address() as { port: number }).port}/graphql`),
);
