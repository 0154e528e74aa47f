import { Migration } from '@mikro-orm/migrations';

/** What decides who may see a row. */
export class Scope extends Migration {
  override name = '20261128-scope';

  override up(): void {
    this.addSql('alter table "result" add column "submitted_by" varchar(255) null;');
  }
}
