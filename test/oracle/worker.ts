import { openSync, writeSync } from 'node:fs';
import { described, runSupergraph, shrunkFinding } from './run.ts';

/** What a process of the oracle is to do: a gateway that ends its process does not end the run. */
export type Task =
  | { kind: 'run'; seed: number; first: number; last: number; from: number; operations: number; progress: string }
  | { kind: 'shrink'; seed: number; index: number; number: number; milliseconds: number };

process.on('message', (task: Task) => void work(task).then(() => process.disconnect(), fail));
const fail = (error: unknown) => {
  console.error(error);
  process.exit(1);
};

async function work(task: Task): Promise<void> {
  // What the gateway logs of failures is in its answers as well.
  console.error = () => {};
  if (task.kind === 'shrink') {
    const finding = await shrunkFinding(task.seed, task.index, task.number, task.milliseconds);
    await sent(finding ? described(finding) : 'It is not found again.');
    return;
  }
  const { seed, first, last, operations, progress } = task;
  const file = openSync(progress, 'w');
  for (let index = first; index <= last; index++) {
    const from = index === first ? task.from : 0;
    const begins = (number: number) => void writeSync(file, `${index} ${number}`.padEnd(32), 0);
    await sent(await runSupergraph({ seed, index, operations, from, begins }));
  }
}

const sent = (message: unknown) =>
  new Promise<void>((resolve, reject) =>
    process.send!(message, undefined, {}, (error) => (error ? reject(error) : resolve())),
  );
