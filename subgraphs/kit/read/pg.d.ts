declare module 'pg/lib/utils.js' {
  /** How `pg` writes a value as text: a list as an array, a moment in time with its offset. */
  export function prepareValue(value: unknown): string | Buffer | null;
}
