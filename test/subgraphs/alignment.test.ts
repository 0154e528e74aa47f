import { describe, expect, it } from 'vitest';
import { Alignment, movedFrom } from '../../subgraphs/outcomes/import/alignment.ts';

/** Figures of one column after the other, which have little to do with each other, and none a percent sign. */
const figures = (factor: number) =>
  Array.from({ length: 80 }, (_, place) => (((place * 37) % 101) * factor + 1).toFixed(1));

describe('rows of authorities and of England', () => {
  it('fit each other column by column, however many of one are blank', () => {
    expect(movedFrom(figures(1.1), figures(1))).toBeNull();
    const sparse = figures(1.1).map((text, place) => (place % 2 ? '' : text));
    expect(movedFrom(sparse, figures(1))).toBeNull();
    expect(movedFrom(sparse.toReversed(), figures(1).toReversed())).toBeNull();
  });

  it.each([5, 30, 60])('do not when one has lost or got a field at the place %i', (at) => {
    const lost = figures(1.1).toSpliced(at, 1);
    const got = figures(1.1).toSpliced(at, 0, '');
    for (const row of [lost, got]) {
      const place = movedFrom(row, figures(1))!;
      expect(Math.abs(place - at)).toBeLessThanOrEqual(2);
    }
  });

  it('are told by their lines, whichever comes first', () => {
    const alignment = new Alignment();
    alignment.take(5, figures(1.2), false);
    alignment.take(6, figures(1.1).toSpliced(20, 1), false);
    expect(alignment.odd()).toBeNull();
    alignment.take(7, figures(1), true);
    expect(alignment.odd()).toMatchObject({ line: 6, england: 7 });
  });
});
