import type pg from 'pg'
import type { LunchWorld } from './lunch-world.ts'

const CUSTOMERS = 20_000

/**
 * A week behind it: delivered orders with their dishes, deliveries and traces, so that nothing is fast only because the tables are empty.
 * Shape: written as rows; their numbers are marked `old-` and count in no figure.
 */
export async function writeHistory(owner: pg.Client, { brandId }: LunchWorld, orders: number): Promise<void> {
  await owner.query(
    `create temp table old as
     with people as materialized (select
       array(select id from people.shop where brand_id = $1) as shops,
       array(select staff_id from people.staff_grant where brand_id = $1 and role = 'kitchen') as cooks,
       array(select staff_id from people.staff_grant where brand_id = $1 and role = 'rider') as riders)
     select gen_random_uuid() as id, gen_random_uuid() as item, gen_random_uuid() as task, n,
       now() - make_interval(secs => 7200 + n * 604800.0 / ${orders}) as at, shops[1 + n % cardinality(shops)] as shop_id,
       md5('customer ' || n % ${CUSTOMERS})::uuid as customer_id, cooks[1 + n % cardinality(cooks)] as cook, riders[1 + n % cardinality(riders)] as rider
     from people, generate_series(1, ${orders}) n`,
    [brandId],
  )
  const ago = (minutes: number) => `at + interval '${minutes} minutes'`
  await writeCustomers(owner, brandId)
  await owner.query(
    `insert into orders.order (brand_id, id, token_hash, shop_id, customer_id, kind, source, external_id, status, summary, currency, items_minor, total_minor, paid,
       first_promised_at, promised_at, playbook_version_id, placed_at, confirmed_at, preparing_at, ready_at, delivered_at, closed_at, updated_at)
     select $1, id, sha256(id::text::bytea), shop_id, customer_id, 'delivery', 'api', 'old-' || n, 'delivered', '回锅肉饭', 'CNY', 2600, 2600, true,
       ${ago(35)}, ${ago(35)}, (select id from playbook.version where brand_id = $1 and state = 'published'), at, at, ${ago(5)}, ${ago(15)}, ${ago(33)},
       ${ago(33)}, ${ago(33)} from old`,
    [brandId],
  )
  await owner.query(
    `insert into orders.order_item (brand_id, id, order_id, item_id, position, name, quantity, price_minor, station, make_s)
     select $1, item, old.id, m.id, 0, m.name, 1, 2600, 'wok', 120 from old, (select id, name from orders.menu_item where brand_id = $1 limit 1) m`,
    [brandId],
  )
  await owner.query(
    `insert into orders.kitchen_task (brand_id, id, order_id, order_item_id, shop_id, state, quantity, make_s, start_by, due_at, first_due_at,
       expected_at, started_at, made_at, made_by, staff_id, updated_at)
     select $1, task, id, item, shop_id, 'done', 1, 120, at, ${ago(20)}, ${ago(20)}, ${ago(20)}, ${ago(5)}, ${ago(12)}, cook, cook, ${ago(15)} from old`,
    [brandId],
  )
  await owner.query(
    `insert into orders.delivery (brand_id, id, order_id, shop_id, state, rider_id, first_eta_at, assigned_at, picked_up_at, delivered_at, updated_at)
     select $1, gen_random_uuid(), id, shop_id, 'delivered', rider, ${ago(31)}, ${ago(10)}, ${ago(18)}, ${ago(33)}, ${ago(33)} from old`,
    [brandId],
  )
  await owner.query(
    `insert into orders.trace (brand_id, id, order_id, at, kind, by_kind, data)
     select $1, gen_random_uuid(), id, at + make_interval(mins => k * 3), 'told', 'system', '{"what": "confirmed"}' from old, generate_series(0, 5) k`,
    [brandId],
  )
  await owner.query(
    `insert into customers.deed (brand_id, source, customer_id, what, kind, at, shop_id, amount_minor, items)
     select $1, 'order ' || id, customer_id, 'order', 'delivery', at, shop_id, 2600, '{回锅肉饭}' from old`,
    [brandId],
  )
  await owner.query('drop table old')
  // As autovacuum does in the hours between.
  await owner.query('vacuum analyze')
}

/** Whoever ordered in that week: a file, a number, a place and figures each. */
async function writeCustomers(owner: pg.Client, brandId: string): Promise<void> {
  const all = `generate_series(0, ${CUSTOMERS - 1}) n, lateral (select md5('customer ' || n)::uuid as id, sha256(n::text::bytea) as secret) c`
  await owner.query(
    `insert into customers.customer (brand_id, id, name_enc, name_masked, name_index, created_at, match_due_at)
     select $1, id, secret, '顾*', secret, now(), null from ${all}`,
    [brandId],
  )
  await owner.query(
    `insert into customers.identity (brand_id, id, customer_id, kind, value_enc, value_index, masked, proof, created_at)
     select $1, id, id, 'phone', secret, secret, '138****0000', 'order', now() from ${all}`,
    [brandId],
  )
  await owner.query(
    `insert into customers.address (brand_id, id, customer_id, detail_enc, area, text_index, first_at, last_at)
     select $1, id, id, secret, '一环路', secret, now(), now() from ${all}`,
    [brandId],
  )
  await owner.query(
    `insert into customers.facts (brand_id, customer_id, orders, spent_minor, first_order_at, last_order_at)
     select $1, id, 1, 2600, now(), now() from ${all}`,
    [brandId],
  )
}
