/* What a rider is doing now; a position only while on duty, the last one only. No shop named: every shop of the brand. */
create table orders.rider (
  brand_id uuid not null,
  staff_id uuid not null,
  shop_ids uuid[] not null default '{}',
  on_duty_since timestamptz,
  lat double precision,
  lng double precision,
  accuracy_m int,
  position_at timestamptz,
  /* Held up by trouble until then: nothing new is planned before. */
  held_until timestamptz,
  most smallint,
  primary key (brand_id, staff_id),
  foreign key (brand_id, staff_id) references people.staff (brand_id, id)
);
create index rider_on_duty on orders.rider (brand_id) where on_duty_since is not null;
call platform.isolate('orders.rider');

create table orders.delivery (
  brand_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  shop_id uuid not null,
  state text not null check (state in ('waiting', 'assigned', 'picked_up', 'delivered', 'failed', 'cancelled')),
  rider_id uuid,
  /* Places of the pick-up and of the door in the rider's round, and whether a person fixed the rider. */
  pick_seq smallint not null default 0,
  seq smallint not null default 0,
  fixed boolean not null default false,
  pick_at timestamptz,
  eta_at timestamptz,
  /* What was told to the customer when the rider left: measured against the truth. */
  first_eta_at timestamptz,
  /* Wrong codes at the door; the code itself is never stored. */
  code_tries smallint not null default 0,
  proof jsonb,
  trouble jsonb,
  /* Taps of the rider's phone that are known already: one that is sent again changes nothing. */
  taps uuid[] not null default '{}',
  plan_at timestamptz,
  assigned_at timestamptz,
  picked_up_at timestamptz,
  arrived_at timestamptz,
  delivered_at timestamptz,
  lost_at timestamptz,
  updated_at timestamptz not null,
  primary key (brand_id, id),
  unique (brand_id, order_id),
  foreign key (brand_id, order_id) references orders.order (brand_id, id),
  foreign key (brand_id, shop_id) references people.shop (brand_id, id),
  foreign key (brand_id, rider_id) references people.staff (brand_id, id)
);
create index delivery_open on orders.delivery (brand_id, shop_id) where state in ('waiting', 'assigned', 'picked_up', 'failed');
create index delivery_rider on orders.delivery (brand_id, rider_id, seq) where state in ('assigned', 'picked_up');
create index delivery_done on orders.delivery (brand_id, delivered_at) where delivered_at is not null;
create index delivery_plan on orders.delivery (plan_at) where state in ('waiting', 'assigned', 'picked_up');
call platform.isolate('orders.delivery');

/* Shops whose riders' rounds must be looked at anew, over all brands. */
create function orders.dispatch_due(at timestamptz, most int) returns table (brand_id uuid, shop_id uuid)
  language sql stable security definer as $$
    select d.brand_id, d.shop_id from orders.delivery d where d.state in ('waiting', 'assigned', 'picked_up') and d.plan_at <= at
    group by d.brand_id, d.shop_id order by min(d.plan_at) limit most $$;

/* O3, measured: what was brought in each hour, how much of it late, and how far the arrival told on leaving was from the truth, in minutes. */
create view orders.report_delivery with (security_invoker = true) as
  select d.brand_id, d.shop_id, d.rider_id, date_trunc('hour', d.delivered_at) as hour,
    count(*)::int as stops,
    (count(*) filter (where d.delivered_at > o.first_promised_at))::int as late,
    percentile_cont(0.5) within group (order by abs(extract(epoch from d.delivered_at - d.first_eta_at)) / 60) as eta_error_p50_min,
    percentile_cont(0.9) within group (order by abs(extract(epoch from d.delivered_at - d.first_eta_at)) / 60) as eta_error_p90_min
  from orders.delivery d join orders.order o on o.brand_id = d.brand_id and o.id = d.order_id
  where d.delivered_at is not null group by d.brand_id, d.shop_id, d.rider_id, date_trunc('hour', d.delivered_at);
grant select on orders.report_delivery to huiyin_app;
