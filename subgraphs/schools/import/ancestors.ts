import type { EntityManager } from '@mikro-orm/postgresql';

/** Longest chain of predecessors that is followed; the longest in the register has 14 establishments. */
const LONGEST = 20;

/** Brings `ancestor` in line with the links. A link that leads back to where it came from is followed once. */
export async function rebuildAncestors(em: EntityManager): Promise<void> {
  await em.execute(
    `create temporary table ancestor_now on commit drop as
      with recursive up as (
        select successor as urn, predecessor as ancestor, 1 as distance, array[successor, predecessor]::text[] as path from school_link
        union all
        select up.urn, link.predecessor, up.distance + 1, up.path || link.predecessor::text
        from up join school_link link on link.successor = up.ancestor
        where link.predecessor <> all(up.path) and up.distance < ${LONGEST}
      )
      select urn, ancestor, min(distance) as distance from up group by urn, ancestor`,
  );
  await em.execute(
    'delete from ancestor old where not exists (select 1 from ancestor_now now where now.urn = old.urn and now.ancestor = old.ancestor)',
  );
  await em.execute(
    `insert into ancestor as old (urn, ancestor, distance) select urn, ancestor, distance from ancestor_now
      on conflict (urn, ancestor) do update set distance = excluded.distance where old.distance <> excluded.distance`,
  );
  await em.execute('drop table ancestor_now');
}
