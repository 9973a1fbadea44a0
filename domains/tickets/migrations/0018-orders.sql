/* Imported orders become orders. Those without a shop or a time never were any: their file told only a number. */
with moved as (
  insert into orders.order (brand_id, id, token_hash, shop_id, kind, source, external_id, status, contact_enc, contact_index, contact_masked, summary, currency,
    items_minor, total_minor, paid, playbook_version_id, placed_at, closed_at, updated_at)
  select o.brand_id, o.id, sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')), o.shop_id,
    case when o.platform in ('meituan', 'eleme') then 'delivery' else 'dine_in' end,
    case when o.platform in ('meituan', 'eleme', 'douyin') then o.platform else 'import' end, o.number, 'delivered', o.contact_enc, o.contact_index,
    case when o.contact_enc is null then '' else '****' end, left(o.items, 120), o.currency, least(coalesce(o.amount_minor, 0), 100000000),
    least(coalesce(o.amount_minor, 0), 100000000), true, v.id, o.placed_at, o.placed_at, o.created_at
  from tickets.imported_order o join playbook.version v on v.brand_id = o.brand_id and v.state = 'published'
  where o.shop_id is not null and o.placed_at is not null
  on conflict do nothing
  returning brand_id, id, source, kind, placed_at, summary, total_minor
), lines as (
  insert into orders.order_item (brand_id, id, order_id, position, name, quantity, price_minor, station, make_s)
  select brand_id, gen_random_uuid(), id, 0, left(summary, 80), 1, total_minor, '', 180 from moved where summary <> ''
)
insert into orders.trace (brand_id, id, order_id, at, kind, by_kind, data)
select brand_id, gen_random_uuid(), id, placed_at, 'placed', 'platform', jsonb_build_object('source', source, 'kind', kind, 'gaps', '[]'::jsonb) from moved;
drop table tickets.imported_order;
