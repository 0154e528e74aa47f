import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stringify } from 'csv-stringify/sync';
import { Client } from 'pg';
import { demoFiles } from '../../gateway/demo/files.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** How `npm run import` calls Node. */
const [, , ...COMMAND] = (
  JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: { import: string } }
).scripts.import.split(' ');

/** Writes a file as large as the country's in the format of one of the demo network's: its rows over and over, under other URNs, with as many columns as the real one has. */
async function writeLarge(path: string, name: string, count: number, width: number): Promise<void> {
  if (existsSync(path)) return;
  const [header, ...rows] = demoFiles()
    .find((file) => file.name === name)!
    .rows();
  const urn = header!.indexOf('URN');
  const recordType = header!.indexOf('RECTYPE');
  const schools = rows.filter((row) => recordType < 0 || row[recordType] === '1');
  const filler = (text: (column: number) => string) =>
    Array.from({ length: Math.max(0, width - header!.length) }, (_, column) => text(column));
  const out = createWriteStream(path);
  out.write(stringify([[...header!, ...filler((column) => `Further column ${column}`)]]));
  for (let start = 0; start < count; start += 1_000) {
    const some = Array.from({ length: Math.min(1_000, count - start) }, (_, i) => {
      const row = schools[(start + i) % schools.length]!.slice();
      row[urn] = String(900_000 + start + i);
      return [...row, ...filler((column) => (column % 3 ? 'Not applicable' : ''))];
    });
    if (!out.write(stringify(some))) await once(out, 'drain');
  }
  out.end();
  await once(out, 'close');
}

/** Imports a file in a process of its own. */
async function importing(
  url: string,
  kind: string,
  file: string,
): Promise<{ seconds: number; megabytes: number; report: string }> {
  const began = performance.now();
  const child = spawn(process.execPath, [...COMMAND, kind, file, '--database-url', url], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let report = '';
  child.stdout.on('data', (chunk: Buffer) => (report += chunk.toString()));
  let kilobytes = 0;
  const look = setInterval(() => {
    try {
      kilobytes = Math.max(
        kilobytes,
        Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0),
      );
    } catch {
      // it has just ended
    }
  }, 20);
  const [code] = (await once(child, 'exit')) as [number];
  clearInterval(look);
  if (code !== 0) throw new Error(`The import of ${file} failed.`);
  return { seconds: (performance.now() - began) / 1000, megabytes: kilobytes / 1024, report };
}

/** Imports files as large as the country's into an empty database, and again: rows a second and peak memory. */
export async function measureImports(server: { url: string }, directory: string): Promise<object[]> {
  const files = [
    {
      kind: 'gias-establishments',
      rows: 52_000,
      width: 110,
      path: join(directory, 'edubasealldata.csv'),
      like: 'demo_edubasealldata.csv',
    },
    {
      kind: 'ks2',
      rows: 16_000,
      width: 318,
      path: join(directory, '2022-2023_ks2final.csv'),
      like: 'demo_2022-2023_ks2final.csv',
    },
  ];
  for (const { path, like, rows, width } of files) await writeLarge(path, like, rows, width);
  const admin = async (statement: string) => {
    const client = new Client({ connectionString: server.url.replace('/partner_graph?', '/postgres?') });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await admin('drop database if exists imports with (force)');
  await admin('create database imports');
  const url = server.url.replace('/partner_graph?', '/imports?');
  const results: object[] = [];
  for (const { kind, rows, width, path } of files) {
    for (const run of ['into an empty table', 'again, unchanged']) {
      const { seconds, megabytes, report } = await importing(url, kind, path);
      results.push({
        file: `${kind}, ${rows.toLocaleString('en-GB')} rows × ${width} columns`,
        run,
        seconds: Number(seconds.toFixed(1)),
        'rows/s': Math.round(rows / seconds),
        'peak MB': Math.round(megabytes),
        inserted: Number(
          /inserted ([\d,]+)/.exec(report.replace(/.*local authority.*\n/, ''))?.[1]?.replaceAll(',', '') ?? 0,
        ),
      });
    }
  }
  await admin('drop database imports with (force)');
  console.table(results);
  return results;
}
