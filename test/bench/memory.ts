import { readFileSync } from 'node:fs';
import { Random } from '../../gateway/demo/random.ts';
import { OPERATIONS } from './operations.ts';
import { send, startStacks, stopStacks } from './stack.ts';

const DOCUMENTS = 5_000;

/** Loads the gateway with many different documents, more than it keeps, and watches its resident memory. */
export async function measureMemory(url: string, urns: readonly string[], seconds: number): Promise<object> {
  const [stack] = await startStacks(url, (name) => name === 'ours, warm');
  const random = new Random('memory');
  const school = OPERATIONS.find(({ name }) => name === 'school')!;
  const bodies = Array.from({ length: DOCUMENTS }, (_, i) =>
    JSON.stringify({
      query: school.query.replace('name phase', `name alias${i}: phase`),
      variables: { urn: random.pick(urns) },
    }),
  );
  const resident = () =>
    Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${stack!.gateway.pid}/status`, 'utf8'))![1]) / 1024;
  const samples: number[] = [];
  let requests = 0;
  const end = performance.now() + seconds * 1000;
  const look = setInterval(() => samples.push(resident()), 1_000);
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      while (performance.now() < end) {
        const text = await send(stack!, random.pick(bodies));
        if (text.startsWith('{"errors"')) throw new Error(text.slice(0, 300));
        requests++;
      }
    }),
  );
  clearInterval(look);
  await stopStacks([stack!]);
  const mean = (numbers: readonly number[]) =>
    Math.round(numbers.reduce((sum, each) => sum + each, 0) / numbers.length);
  const fifth = Math.floor(samples.length / 5);
  const result = {
    documents: DOCUMENTS,
    requests,
    seconds,
    'mean MB by fifths of the time': [0, 1, 2, 3, 4].map((part) =>
      mean(samples.slice(part * fifth, (part + 1) * fifth)),
    ),
  };
  console.log(result);
  return result;
}
