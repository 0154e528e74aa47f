import { embeddedServer } from '../subgraphs/kit/process/embedded.ts';
import type { Settings } from '../subgraphs/kit/process/settings.ts';

/** Runs a command against the server that is given, or else the embedded one, which is shared if it runs already. */
export async function withDatabase<T>(
  { databaseUrl, dataDir }: Pick<Settings, 'databaseUrl' | 'dataDir'>,
  work: (url: string) => Promise<T>,
): Promise<T> {
  if (databaseUrl) return work(databaseUrl);
  const embedded = await embeddedServer({ dataDir, share: true });
  try {
    return await work(embedded.url);
  } finally {
    await embedded.stop();
  }
}
