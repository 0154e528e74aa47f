import type { ImportReport } from '../../kit/import/report.ts';
import type { CoverageEntry } from '../entities.ts';
import type { PupilGroup } from '../types.ts';
import type { Account } from './account.ts';

/** Counts, for each measure and group, how many values a file has and which markers stand in place of others. */
export class Coverage {
  private readonly entries = new Map<string, CoverageEntry>();
  private readonly missing: readonly string[];

  constructor({ found, notThere, missing }: Account) {
    for (const { line, column } of found) if (line.group) this.entry(line.of, line.group).column = column;
    for (const { of, group } of notThere) if (group) this.entry(of, group).status = 'NOT_PUBLISHED';
    this.missing = missing;
  }

  private entry(measure: string, pupilGroup: PupilGroup): CoverageEntry {
    const key = `${measure} ${pupilGroup}`;
    let entry = this.entries.get(key);
    if (!entry)
      this.entries.set(key, (entry = { measure, pupilGroup, column: null, status: 'FOUND', values: 0, markers: {} }));
    return entry;
  }

  /** One cell: a value, or a marker in its place. */
  count(measure: string, pupilGroup: PupilGroup, marker: string | null): void {
    const entry = this.entry(measure, pupilGroup);
    if (marker === null) entry.values++;
    else entry.markers[marker || 'blank'] = (entry.markers[marker || 'blank'] ?? 0) + 1;
  }

  /** What is kept with the file. */
  list(): CoverageEntry[] {
    return [...this.entries.values()];
  }

  /** The account as it ends a report: a line for each measure. */
  tell(report: ImportReport, title: string): void {
    const lines = new Map<string, string[]>();
    for (const { measure, pupilGroup, status, values, markers } of this.entries.values()) {
      const printed = Object.entries(markers).map(([marker, number]) => `${marker} ${number}`);
      const said = status === 'NOT_PUBLISHED' ? 'not published' : [`${values}`, ...printed].join(', ');
      lines.set(measure, [...(lines.get(measure) ?? []), `${pupilGroup} ${said}`]);
    }
    report.account.push(`account of ${title}: values, and markers in their place`);
    for (const [measure, groups] of lines) report.account.push(`  ${measure}: ${groups.join('; ')}`);
    if (this.missing.length) report.account.push(`  missing: ${this.missing.join(', ')}`);
  }
}
