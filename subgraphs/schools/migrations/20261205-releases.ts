import { Migration } from '@mikro-orm/migrations';

/** The last whole release of each of the register's files. */
export class Releases extends Migration {
  override name = '20261205-releases';

  override up(): void {
    this.addSql(
      `create table "register_release" ("kind" varchar(255) not null, "date" date not null, primary key ("kind"));`,
    );
  }
}
