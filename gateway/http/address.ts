import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const fileIn = (dataDir: string) => join(dataDir, 'address');

/** Notes where a server answers whose tokens the issuer of this data directory signs. */
export const noteAddress = (dataDir: string, origin: string): void => writeFileSync(fileIn(dataDir), origin);

/** Where the server of a data directory answered last; null if none did. */
export function addressNoted(dataDir: string): string | null {
  try {
    return readFileSync(fileIn(dataDir), 'utf8');
  } catch {
    return null;
  }
}
