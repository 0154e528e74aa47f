import { createHash } from 'node:crypto';

/** Chance that always falls out the same: a stream of numbers for a name. */
export class Random {
  private state: number;

  constructor(name: string) {
    this.state = createHash('sha256').update(name).digest().readUInt32LE();
  }

  /** A number from 0 up to 1 (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from `least` to `most`. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.next() * from.length)]!;
  }

  /** Several different ones. */
  some<T>(from: readonly T[], number: number): T[] {
    const left = from.slice();
    const picked: T[] = [];
    while (picked.length < number && left.length) picked.push(...left.splice(Math.floor(this.next() * left.length), 1));
    return picked;
  }

  /** About normally distributed around a mean. */
  normal(mean: number, deviation: number): number {
    let sum = 0;
    for (let i = 0; i < 6; i++) sum += this.next();
    return mean + (sum - 3) * deviation * Math.SQRT2;
  }
}

/** A day in ISO form, some days after another. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}
