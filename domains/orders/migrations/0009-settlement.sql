/* By how much an order's money has just moved; written in the transaction of the move, folded into days by one sweep, so that no row is hot. */
create table orders.money_moved (
  brand_id uuid not null,
  id uuid not null,
  shop_id uuid not null,
  source text not null,
  at timestamptz not null,
  orders smallint not null,
  cancelled smallint not null,
  total_minor int not null,
  discount_minor int not null,
  delivery_fee_minor int not null,
  received_minor int not null,
  refunded_minor int not null,
  primary key (brand_id, id)
);
call platform.isolate('orders.money_moved');

/* What a shop took and gave back on a day of its own zone; every number is a sum of orders.money_moved. */
create table orders.settled_day (
  brand_id uuid not null,
  day date not null,
  shop_id uuid not null,
  source text not null,
  orders int not null,
  cancelled int not null,
  total_minor bigint not null,
  discount_minor bigint not null,
  delivery_fee_minor bigint not null,
  received_minor bigint not null,
  refunded_minor bigint not null,
  primary key (brand_id, day, shop_id, source),
  foreign key (brand_id, shop_id) references people.shop (brand_id, id)
);
call platform.isolate('orders.settled_day');

create function orders.money_waiting() returns setof uuid language sql stable security definer as
  $$ select distinct brand_id from orders.money_moved $$;

/* Orders from before there were days. */
insert into orders.money_moved (brand_id, id, shop_id, source, at, orders, cancelled, total_minor, discount_minor, delivery_fee_minor, received_minor, refunded_minor)
select brand_id, gen_random_uuid(), shop_id, source, placed_at, (status <> 'cancelled')::int, (status = 'cancelled')::int,
  case when status = 'cancelled' then 0 else total_minor end, case when status = 'cancelled' then 0 else discount_minor end,
  case when status = 'cancelled' then 0 else delivery_fee_minor end,
  coalesce(paid_minor, case when paid then total_minor else 0 end), refunded_minor
from orders.order where status <> 'draft';

/* Dishes by the hour: what was sold of each, made anew, judged with its order, and behind tickets. */
create view orders.report_dish with (security_invoker = true) as
  select o.brand_id, o.shop_id, i.item_id, i.name, date_trunc('hour', o.placed_at) as hour,
    sum(i.quantity)::int as sold, count(distinct o.id)::int as orders,
    (count(*) filter (where k.rework > 0))::int as reworked,
    (count(*) filter (where r.mark = 'good'))::int as good, (count(*) filter (where r.mark = 'bad'))::int as bad,
    (count(*) filter (where exists (select from orders.order_ticket t where t.brand_id = o.brand_id and t.order_id = o.id)))::int as with_ticket
  from orders.order o join orders.order_item i on i.brand_id = o.brand_id and i.order_id = o.id
  left join orders.kitchen_task k on k.brand_id = i.brand_id and k.order_item_id = i.id
  left join orders.review r on r.brand_id = o.brand_id and r.order_id = o.id
  where o.status not in ('draft', 'cancelled')
  group by o.brand_id, o.shop_id, i.item_id, i.name, date_trunc('hour', o.placed_at);
grant select on orders.report_dish to huiyin_app;

/* Shops by the hour, which is what a shift is cut from: how much, how late against the first promise, how judged. */
create view orders.report_hour with (security_invoker = true) as
  select o.brand_id, o.shop_id, o.kind, o.source, date_trunc('hour', o.placed_at) as hour,
    count(*)::int as orders, (count(*) filter (where o.status = 'cancelled'))::int as cancelled,
    (count(*) filter (where coalesce(o.delivered_at, o.ready_at) > o.first_promised_at))::int as late,
    (count(*) filter (where o.first_promised_at is distinct from o.promised_at))::int as promised_anew,
    (count(*) filter (where r.mark = 'good'))::int as good, (count(*) filter (where r.mark = 'medium'))::int as medium,
    (count(*) filter (where r.mark = 'bad'))::int as bad,
    (count(*) filter (where exists (select from orders.order_ticket t where t.brand_id = o.brand_id and t.order_id = o.id)))::int as with_ticket
  from orders.order o left join orders.review r on r.brand_id = o.brand_id and r.order_id = o.id
  where o.status <> 'draft'
  group by o.brand_id, o.shop_id, o.kind, o.source, date_trunc('hour', o.placed_at);
grant select on orders.report_hour to huiyin_app;
