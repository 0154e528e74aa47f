/** A row whose signs differ from other rows' in so many fields has been moved; in fewer, somebody left a sign out. */
const MOVED = 3;

/**
 * Whether the fields of a row have percent signs where those of other rows have them. In a row that has lost a field, or
 * got one too many, they do not: what stands behind the place has moved to other columns.
 */
export class PercentSigns {
  private readonly signed: (boolean | undefined)[] = [];
  private firstLine = 0;
  private agreeing = 0;
  private differing = 0;

  /** Takes the fields of a row. Gives the place of the first that differs from other rows', if the row has been moved. */
  moved(line: number, fields: readonly string[]): number | null {
    const signs = fields.map((field) => {
      const text = field.trim();
      // Nothing is printed as 0 and as 0%.
      return text.endsWith('%') ? true : /^-?\d+(\.\d+)?$/.test(text) && Number(text) !== 0 ? false : undefined;
    });
    const places = signs.flatMap((sign, place) =>
      sign === undefined || (this.signed[place] ?? sign) === sign ? [] : [place],
    );
    if (places.length >= MOVED) {
      this.differing++;
      return places[0]!;
    }
    this.firstLine ||= line;
    this.agreeing++;
    for (const [place, sign] of signs.entries()) this.signed[place] ??= sign;
    return null;
  }

  /** The line of a first row that is not like the others, which it was taken for the measure of. */
  oddFirst(): number | null {
    return this.differing > this.agreeing ? this.firstLine : null;
  }
}
