import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname, posix, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { ImportRefused } from './kind.ts';
import { fileSource, magicOf, textSource, type Source } from './read.ts';

/** A file of an archive may unpack to so many bytes: the largest that the Department publishes has a twentieth of it. */
const MOST_BYTES = 2 * 1024 ** 3;
/** Most files of one archive. */
const MOST_FILES = 1_000;

/** The files to import that a path leads to: one, or those of a zip archive as it was downloaded. @throws ImportRefused */
export async function sourcesOf(path: string): Promise<Source[]> {
  if (!(await stat(path).catch(() => null))?.isFile()) return [await fileSource(path)];
  const magic = await magicOf(path);
  if (magic.startsWith('1f8b')) return [await gunzipped(path)];
  if (!magic.startsWith('504b0304')) return [await fileSource(path)];
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false }).catch(notArchive(path));
  try {
    const entries = await entriesOf(zip).catch(notArchive(path));
    // A workbook is an archive, too.
    if (entries.some(({ fileName }) => fileName === '[Content_Types].xml')) return [await fileSource(path)];
    if (entries.length > MOST_FILES)
      throw new ImportRefused(`${basename(path)} holds ${entries.length} files: at most ${MOST_FILES} are read.`);
    const csv = entries.filter(({ fileName }) => /\.csv$/i.test(fileName) && !fileName.startsWith('__MACOSX/'));
    if (!csv.length) throw new ImportRefused(`${basename(path)} holds no CSV file.`);
    const sources: Source[] = [];
    for (const { fileName } of csv) sources.push(await packed(path, fileName));
    return sources;
  } finally {
    zip.close();
  }
}

const notArchive = (path: string) => (): never => {
  throw new ImportRefused(`${basename(path)} is damaged: it begins as a zip archive and is none. Download it again.`);
};

async function entriesOf(zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) entries.push(entry);
  return entries;
}

/** A file of a zip archive. It is found anew each time that it is read, so that no archive stays open. */
function packed(path: string, name: string): Promise<Source> {
  const folder = posix.basename(posix.dirname(name));
  // Without a folder in it, the archive's own name may say what the file's does not.
  return textSource(
    { name: posix.basename(name), folder: folder === '.' || folder === '' ? basename(path) : folder },
    async function* () {
      const zip = await openPromise(path, { lazyEntries: true, autoClose: false });
      try {
        const entry = (await entriesOf(zip)).find(({ fileName }) => fileName === name)!;
        yield* bounded(posix.basename(name), await zip.openReadStreamPromise(entry, {}));
      } finally {
        zip.close();
      }
    },
  );
}

function gunzipped(path: string): Promise<Source> {
  const name = basename(path).replace(/\.gz$/i, '');
  return textSource({ name, folder: basename(dirname(resolve(path))) }, () =>
    bounded(name, createReadStream(path).pipe(createGunzip())),
  );
}

/** What a packed file unpacks to, up to a limit. */
async function* bounded(name: string, stream: Readable): AsyncGenerator<Buffer> {
  let bytes = 0;
  try {
    for await (const chunk of stream) {
      bytes += (chunk as Buffer).length;
      if (bytes > MOST_BYTES) throw new ImportRefused(`${name} unpacks to more than ${MOST_BYTES / 1024 ** 3} GB.`);
      yield chunk as Buffer;
    }
  } catch (error) {
    if (error instanceof ImportRefused) throw error;
    throw new ImportRefused(`${name} is damaged and cannot be unpacked: download it again.`);
  }
}
