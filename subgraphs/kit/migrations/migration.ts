import { Migration } from '@mikro-orm/migrations';

/** A step from one version of a database to the next: a name, and the statements that make it. */
export function migration(name: string, ...statements: readonly string[]): new (...args: never[]) => Migration {
  return class extends Migration {
    override name = name;

    override up(): void {
      this.addSql(statements.join('\n'));
    }
  };
}
