import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { array, assert, asyncProperty, constantFrom, integer } from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { sourcesOf } from '../../subgraphs/kit/import/archive.ts';
import { linesOf, type Source } from '../../subgraphs/kit/import/read.ts';

const textOf = (text: string, pieces = 7): Source => ({
  name: 'text.csv',
  async *text() {
    for (let at = 0; at < text.length; at += pieces) yield text.slice(at, at + pieces);
  },
});
async function rowsOf(source: Source): Promise<{ line: number; fields: string[] }[]> {
  const rows = [];
  for await (const { line, fields } of linesOf(source)) rows.push({ line, fields });
  return rows;
}

describe('rows of a text', () => {
  it('end where their own line break is, whichever it is', async () => {
    const rows = await rowsOf(textOf('A,B\r\n1,2\n3\r\n"x\r\ny",4\r5,6\n\n ,\n7,8'));
    expect(rows.map(({ line, fields }) => [line, ...fields])).toEqual([
      [1, 'A', 'B'],
      [2, '1', '2'],
      [3, '3'],
      [4, 'x\ny', '4'],
      [6, '5', '6'],
      [9, '7', '8'],
    ]);
  });

  it('are the same with any mixture of line breaks, however the text comes in pieces', async () => {
    await assert(
      asyncProperty(
        array(constantFrom('\n', '\r\n', '\r'), { minLength: 5, maxLength: 5 }),
        integer({ min: 1, max: 9 }),
        async (breaks, pieces) => {
          const rows = ['A,B', '1,2', '"a\nb",3', '4', '5,6'];
          const read = await rowsOf(textOf(rows.map((row, index) => row + breaks[index]).join(''), pieces));
          expect(read.map(({ line, fields }) => [line, ...fields])).toEqual([
            [1, 'A', 'B'],
            [2, '1', '2'],
            [3, 'a\nb', '3'],
            [5, '4'],
            [6, '5', '6'],
          ]);
        },
      ),
      { numRuns: 100 },
    );
  });

  it.each([
    ['semicolons', ';'],
    ['tabs', '\t'],
  ])('may be separated by %s', async (_, separator) => {
    const rows = await rowsOf(
      textOf(`A,B;C\tD\n`.replace(/[;\t]/g, '_').replace(',', separator) + `1${separator}"2,3"\n`),
    );
    expect(rows[1]!.fields).toEqual(['1', '2,3']);
  });
});

describe('files as they come', () => {
  let directory: string;
  beforeAll(() => (directory = mkdtempSync(join(tmpdir(), 'partner-graph-packed-'))));
  afterAll(() => rmSync(directory, { recursive: true }));
  const at = (name: string, bytes: string | Buffer) => {
    writeFileSync(join(directory, name), bytes);
    return join(directory, name);
  };
  const zipOf = async (files: Record<string, string | Buffer>) => {
    const zip = new ZipFile();
    for (const [name, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text as string), name);
    zip.end();
    return buffer(zip.outputStream);
  };

  it('are read out of a zip archive, with the folder that says the year', async () => {
    const path = at(
      'download.zip',
      await zipOf({
        '2024-2025/919_ks2final.csv': '\ufeffA,B\n1,é\n',
        '2024-2025/readme.txt': 'x',
        '2024-2025/919_abs.csv': Buffer.from('A,B\n2,\xe9\n', 'latin1'),
      }),
    );
    const sources = await sourcesOf(path);
    expect(sources.map(({ name, folder }) => [name, folder])).toEqual([
      ['919_ks2final.csv', '2024-2025'],
      ['919_abs.csv', '2024-2025'],
    ]);
    expect(await Promise.all(sources.map(async (source) => (await rowsOf(source))[1]!.fields))).toEqual([
      ['1', 'é'],
      ['2', 'é'],
    ]);
  });

  it('are read through gzip', async () => {
    const [source] = await sourcesOf(at('rows.csv.gz', gzipSync('A,B\n1,2\n')));
    expect([source!.name, (await rowsOf(source!))[1]!.fields]).toEqual(['rows.csv', ['1', '2']]);
  });

  it.each([
    [
      'an archive that is cut off',
      async () => (await zipOf({ 'a.csv': 'A\n1\n' })).subarray(0, 60),
      /begins as a zip archive and is none/,
    ],
    ['an archive without CSV', () => zipOf({ 'a.txt': 'A' }), /holds no CSV file/],
    ['a workbook', () => zipOf({ '[Content_Types].xml': '<a/>' }), /spreadsheet/],
    ['gzip that is cut off', async () => gzipSync('A,B\n1,2\n').subarray(0, 20), /cannot be unpacked/],
    ['UTF-16 without a mark', async () => Buffer.from('A,B\n1,2\n', 'utf16le'), /zero bytes/],
    ['nothing but a mark', async () => Buffer.from('\ufeff'), /is empty/],
  ])('refuses %s', async (_, bytes, reason) => {
    const path = at('broken', await bytes());
    await expect((async () => Promise.all((await sourcesOf(path)).map(rowsOf)))()).rejects.toThrow(reason);
  });

  it('refuses what is no file', async () => {
    await expect(sourcesOf(directory)).rejects.toThrow(/is not a file/);
    await expect(sourcesOf(join(directory, 'none.csv'))).rejects.toThrow(/There is no file/);
  });
});
