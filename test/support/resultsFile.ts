import { RECORD_TYPES, LAYOUTS } from '../../subgraphs/outcomes/import/layouts.ts';
import { measureOf } from '../../subgraphs/outcomes/measures.ts';

/** The URN of a fictional school: none of the register's has so high a number. */
export const urnOf = (school: number): string => String(990_000 + school);

/**
 * A fictional file in the format of the performance tables: every column that the catalogue has for a year, some that
 * it does not read before and behind them, schools, an authority, and England. Its figures are made by a rule.
 */
export function resultsFile(kind: 'ks2' | 'ks4', year: string, schools = 8): string[][] {
  const lines = LAYOUTS.filter((line) => line.kind === kind && line.published(year) === 'PUBLISHED');
  const results = lines.filter(({ group }) => group);
  const before = `${Number(year.slice(2, 4))}`;
  const first = [
    'RECTYPE',
    'ALPHAIND',
    'LEA',
    'ESTAB',
    'URN',
    'SCHNAME',
    'TOWN',
    'NFTYPE',
    'ICLOSE',
    'AGERANGE',
    'TOTPUPS',
  ];
  const companions = (line: (typeof lines)[number]) =>
    [line.pupils, line.coverage, line.column, line.lower, line.upper, line.gap].flatMap((names) => names.slice(0, 1));
  const read = [
    ...new Set([...results.flatMap(companions), ...lines.filter(({ group }) => !group).flatMap(companions)]),
  ].filter((name) => !first.includes(name));
  const header = [...first, ...read, kind === 'ks2' ? `PTRWM_EXP_${before}` : `ATT8SCR_${before}`, 'DESCR'];
  const byColumn = new Map(results.map((line) => [line.column[0]!, line]));
  const bounds = new Map(
    results.flatMap(
      ({ lower, upper }) =>
        [
          [lower[0]!, -0.8],
          [upper[0]!, 0.8],
        ] as [string, number][],
    ),
  );

  const types = [...RECORD_TYPES[kind]];
  const typeOf = (level: string) => types.find(([, each]) => each === level)![0];
  const cell = (column: string, row: number): string => {
    const measure = measureOf(byColumn.get(column)?.of ?? '');
    const turn = (row * 7 + column.length * 3 + column.charCodeAt(column.length - 1)) % 17;
    if (bounds.has(column)) return (turn / 10 - 0.8 + bounds.get(column)!).toFixed(1);
    if (measure && turn === 5 && row < schools) return 'SUPP';
    if (measure?.unit === 'PERCENT') return `${30 + turn * 3}%`;
    if (measure?.unit === 'SCALED_SCORE') return String(98 + turn);
    if (measure?.unit === 'PROGRESS_SCORE') return (turn / 10 - 0.8).toFixed(1);
    if (measure) return measure.code === 'EBACCAPS' ? (2 + turn / 8).toFixed(2) : (35 + turn).toFixed(1);
    if (column.endsWith('COV')) return '95%';
    if (/^(P[TS]|PS)/.test(column)) return `${turn}%`;
    if (column.startsWith('DIFFN')) return String(-turn);
    if (column === 'DESCR') return String(turn % 6);
    if (column === 'EGENDER') return 'MIXED';
    if (column.startsWith('ADMPOL')) return 'NSE';
    return String(20 + turn);
  };
  const rows = [
    ...Array.from({ length: schools }, (_, row) => ({ level: 'SCHOOL', row })),
    { level: 'LOCAL_AUTHORITY', row: schools },
    { level: 'ENGLAND_ALL', row: schools + 1 },
    { level: 'ENGLAND_STATE_FUNDED', row: schools + 2 },
  ];
  return [
    header,
    ...rows.map(({ level, row }) =>
      header.map((column, index) => {
        const school = level === 'SCHOOL';
        switch (column) {
          case 'RECTYPE':
            return typeOf(level);
          case 'ALPHAIND':
            return school ? String(row * 3) : '';
          case 'LEA':
            return level.startsWith('ENGLAND') ? '' : '977';
          case 'ESTAB':
            return school ? String(2000 + row) : '';
          case 'URN':
            return school ? urnOf(row) : '';
          case 'SCHNAME':
            return school ? `Fictional School ${row}, Invented Row` : '';
          case 'TOWN':
            return school ? 'Nowhere' : '';
          case 'NFTYPE':
            return school ? 'CY' : '';
          case 'ICLOSE':
            return school ? '0' : '';
          case 'AGERANGE':
            return school ? '4-16' : '';
          case 'TOTPUPS':
            return String(200 + row);
          default:
            return index === header.length - 2 ? (kind === 'ks2' ? '61%' : '47.1') : cell(column, row);
        }
      }),
    ),
  ];
}
