import type { IncomingMessage } from 'node:http';
import { RequestRefused } from '../../../subgraphs/kit/serve/httpErrors.ts';

/** Most bytes of a submission. */
export const MOST_BYTES = 8 * 1024 * 1024;

/** A submission that is refused as a whole: clients may read why, and in which line. */
export class SubmissionRefused extends RequestRefused {
  constructor(message: string, { status = 400, line }: { status?: number; line?: number } = {}) {
    super(status, message, 'BAD_USER_INPUT', line ? { line } : {});
  }
}

function tooLarge(): SubmissionRefused {
  const remedy = 'send it in parts, each with an idempotency key of its own';
  return new SubmissionRefused(`The submission is larger than 8 MB: ${remedy}.`, { status: 413 });
}

/** Refuses what says beforehand that it is too large. @throws SubmissionRefused */
export function checkLength({ headers }: IncomingMessage): void {
  if (Number(headers['content-length'] ?? 0) > MOST_BYTES) throw tooLarge();
}

/**
 * The bytes of a request as they arrive. Who stops reading early leaves the connection usable, so that the client can
 * read the answer: what is still to come is thrown away, up to the most that a submission may have.
 * @throws SubmissionRefused
 */
export async function* bytesOf(request: IncomingMessage): AsyncGenerator<Buffer> {
  let read = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      read += (chunk as Buffer).length;
      if (read > MOST_BYTES) throw tooLarge();
      yield chunk as Buffer;
    }
  } finally {
    if (!request.readableEnded && !request.destroyed) {
      request.on('data', (chunk: Buffer) => {
        read += chunk.length;
        if (read > 2 * MOST_BYTES) request.destroy();
      });
    }
  }
}

/** All bytes of a request. @throws SubmissionRefused */
export async function wholeBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of bytesOf(request)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
