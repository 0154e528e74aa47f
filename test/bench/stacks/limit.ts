import { createServer } from 'node:http';
import { Pool } from 'pg';
import { OPERATIONS } from '../operations.ts';

// The limit: one prepared statement that builds the answer, over plain HTTP. No query language, no schema.
const pool = new Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });
const byName = new Map(OPERATIONS.map((operation) => [operation.name, operation]));

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request
    .on('data', (chunk: Buffer) => chunks.push(chunk))
    .on('end', async () => {
      const { operation: name, variables } = JSON.parse(Buffer.concat(chunks).toString()) as {
        operation: string;
        variables: Record<string, unknown>;
      };
      const operation = byName.get(name)!;
      const { rows } = await pool.query<{ answer: string }>({
        name,
        text: operation.sql,
        values: operation.values(variables),
      });
      response.setHeader('content-type', 'application/json').end(`{"data":${rows[0]!.answer}}`);
    });
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(server.address() as { port: number }).port}/`));
