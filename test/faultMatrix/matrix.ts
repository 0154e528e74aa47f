import { setTimeout as sleep } from 'node:timers/promises';
import type { Driver, Tally } from './driver.ts';
import type { Fault, System, Target } from './system.ts';

/** What one fault cost. */
export interface Cell extends Tally {
  target: Target;
  fault: Fault;
  p50: number;
  p99: number;
  longest: number;
  /** Until every answer was complete again, in milliseconds, from when the fault ended. */
  recovery: number;
}

export interface Load {
  perSecond: number;
  /** How long a fault lasts, and how long it is looked at afterwards, in milliseconds. */
  lasts: number;
  after: number;
}

/** Has one fault happen under steady load, and tells what it cost. */
export async function measure(
  system: System,
  driver: Driver,
  target: Target,
  fault: Fault,
  { perSecond, lasts, after }: Load,
): Promise<Cell> {
  let goesOn = true;
  const driving = driver.during(perSecond, () => goesOn);
  await sleep(500);
  const end = await system.have(target, fault);
  await sleep(lasts);
  await end();
  const ended = performance.now();
  await sleep(after);
  goesOn = false;
  const tally = await driving;
  const times = tally.times.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))]!);
  return {
    ...tally,
    target,
    fault,
    p50: at(0.5),
    p99: at(0.99),
    longest: at(1),
    recovery: Math.max(0, Math.round(tally.lastIncomplete - ended)),
  };
}

/** Cells as a table. */
export function table(cells: readonly Cell[]): string {
  const columns = ['requests', 'complete', 'partial', 'failed', 'wrong', 'p50', 'p99', 'longest', 'recovery'] as const;
  const head = [
    '',
    ...columns.map((name) => (['p50', 'p99', 'longest', 'recovery'].includes(name) ? `${name} ms` : name)),
  ];
  const rows = cells.map((cell) => [`${cell.target} ${cell.fault}`, ...columns.map((name) => cell[name])]);
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
