create schema orders;
grant usage on schema orders to huiyin_app;

/* A sequence, never a counter row: numbers may have gaps, but nobody waits for one. */
create sequence orders.number start 200001;
grant usage on sequence orders.number to huiyin_app;

create table orders.menu_item (
  brand_id uuid not null references platform.brand (id),
  id uuid not null,
  code text not null,
  name text not null,
  section text not null,
  kind text not null check (kind in ('dish', 'product', 'treatment')),
  price_minor int not null check (price_minor >= 0),
  options jsonb not null default '[]',
  station text not null,
  make_s int not null check (make_s > 0),
  ingredients text[] not null default '{}',
  allergens text[] not null default '{}',
  "on" boolean not null default true,
  position int not null default 0,
  updated_at timestamptz not null,
  primary key (brand_id, id),
  unique (brand_id, code)
);
call platform.isolate('orders.menu_item');

/* Where one shop differs from the brand's menu. */
create table orders.shop_item (
  brand_id uuid not null,
  shop_id uuid not null,
  item_id uuid not null,
  state text not null check (state in ('on', 'off', 'sold_out')),
  until timestamptz,
  price_minor int,
  updated_at timestamptz not null,
  primary key (brand_id, shop_id, item_id),
  foreign key (brand_id, shop_id) references people.shop (brand_id, id),
  foreign key (brand_id, item_id) references orders.menu_item (brand_id, id)
);
call platform.isolate('orders.shop_item');

create table orders.station (
  brand_id uuid not null,
  id uuid not null,
  shop_id uuid not null,
  key text not null,
  name text not null,
  capacity int not null check (capacity > 0),
  staff_ids uuid[] not null default '{}',
  primary key (brand_id, id),
  unique (brand_id, shop_id, key),
  foreign key (brand_id, shop_id) references people.shop (brand_id, id)
);
call platform.isolate('orders.station');

create table orders.batch (
  brand_id uuid not null,
  id uuid not null,
  shop_id uuid not null,
  ingredient text not null,
  code text not null,
  expires_on date,
  opened_at timestamptz not null,
  opened_by uuid not null,
  closed_at timestamptz,
  primary key (brand_id, id),
  foreign key (brand_id, shop_id) references people.shop (brand_id, id),
  foreign key (brand_id, opened_by) references people.staff (brand_id, id)
);
create unique index batch_in_use on orders.batch (brand_id, shop_id, ingredient) where closed_at is null;
create index batch_code on orders.batch (brand_id, code);
call platform.isolate('orders.batch');

create table orders.stop_sale (
  brand_id uuid not null references platform.brand (id),
  id uuid not null,
  item_id uuid,
  ingredient text,
  batch_code text,
  shop_ids uuid[],
  reason text not null,
  at timestamptz not null,
  by_staff uuid,
  lifted_at timestamptz,
  lifted_by uuid,
  primary key (brand_id, id),
  foreign key (brand_id, item_id) references orders.menu_item (brand_id, id),
  foreign key (brand_id, by_staff) references people.staff (brand_id, id),
  foreign key (brand_id, lifted_by) references people.staff (brand_id, id),
  check (item_id is not null or ingredient is not null or batch_code is not null)
);
create index stop_sale_open on orders.stop_sale (brand_id, at desc) where lifted_at is null;
call platform.isolate('orders.stop_sale');

create table orders.order (
  brand_id uuid not null references platform.brand (id),
  id uuid not null,
  number bigint not null default nextval('orders.number'),
  token_hash bytea not null,
  shop_id uuid not null,
  kind text not null check (kind in ('delivery', 'pickup', 'dine_in', 'visit')),
  source text not null,
  external_id text not null default '',
  status text not null,
  gaps text[] not null default '{}',
  customer_id uuid,
  conversation_id uuid,
  customer_name text not null default '',
  name_enc bytea,
  contact_enc bytea,
  contact_index bytea,
  contact_masked text not null default '',
  address_enc bytea,
  address_masked text not null default '',
  lat double precision,
  lng double precision,
  taboos text[] not null default '{}',
  note text not null default '',
  /* What was ordered in a few words, for lists. */
  summary text not null default '',
  currency text not null,
  items_minor int not null,
  delivery_fee_minor int not null default 0,
  discount_minor int not null default 0,
  total_minor int not null check (total_minor >= 0),
  refunded_minor int not null default 0,
  paid boolean not null default false,
  wanted_at timestamptz,
  contact_by timestamptz,
  first_promised_at timestamptz,
  promised_at timestamptz,
  /* When it will be ready or there by today's reckoning; the customer's page shows it. */
  expected_at timestamptz,
  warnings text[] not null default '{}',
  entered_by uuid,
  assignee_id uuid,
  locale text not null default 'zh-CN',
  playbook_version_id uuid not null,
  placed_at timestamptz not null,
  confirmed_at timestamptz,
  preparing_at timestamptz,
  ready_at timestamptz,
  delivered_at timestamptz,
  closed_at timestamptz,
  review_ask_at timestamptz,
  updated_at timestamptz not null,
  primary key (brand_id, id),
  unique (brand_id, number),
  foreign key (brand_id, shop_id) references people.shop (brand_id, id),
  foreign key (brand_id, customer_id) references customers.customer (brand_id, id),
  foreign key (brand_id, entered_by) references people.staff (brand_id, id),
  foreign key (brand_id, assignee_id) references people.staff (brand_id, id),
  foreign key (brand_id, playbook_version_id) references playbook.version (brand_id, id)
);
create unique index order_token on orders.order (token_hash);
create unique index order_external on orders.order (brand_id, source, external_id) where external_id <> '';
create index order_placed on orders.order (brand_id, placed_at desc, id desc);
create index order_shop on orders.order (brand_id, shop_id, placed_at desc, id desc);
create index order_open on orders.order (brand_id, shop_id, promised_at, id) where closed_at is null;
create index order_late on orders.order (promised_at) where closed_at is null and promised_at is not null;
create index order_contact on orders.order (contact_by) where contact_by is not null and closed_at is null;
create index order_gaps on orders.order (brand_id, placed_at desc, id desc) where gaps <> '{}' and closed_at is null;
create index order_customer on orders.order (brand_id, customer_id, placed_at desc) where customer_id is not null;
create index order_by_contact on orders.order (brand_id, contact_index, placed_at desc) where contact_index is not null;
create index order_ask on orders.order (review_ask_at) where review_ask_at is not null;
create index order_external_number on orders.order (brand_id, external_id) where external_id <> '';
call platform.isolate('orders.order');
create function orders.order_by_token(wanted bytea) returns table (brand_id uuid, order_id uuid)
  language sql stable security definer as $$ select brand_id, id from orders.order where token_hash = wanted $$;

/* Delivered orders whose customer is asked for a word now, over all brands. */
create function orders.reviews_due(at timestamptz, most int) returns table (brand_id uuid, order_id uuid)
  language sql stable security definer as $$
    select brand_id, id from orders.order where review_ask_at <= at order by review_ask_at limit most $$;

/* Orders past their contact clock or their promise and not yet marked so, over all brands. */
create function orders.orders_due(at timestamptz, most int) returns table (brand_id uuid, order_id uuid)
  language sql stable security definer as $$
    (select brand_id, id from orders.order where contact_by <= at and closed_at is null and not ('contact' = any(warnings)) order by contact_by limit most)
    union
    (select brand_id, id from orders.order where promised_at <= at and closed_at is null and not ('late' = any(warnings)) order by promised_at limit most) $$;

create table orders.order_item (
  brand_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  item_id uuid,
  position smallint not null,
  name text not null,
  quantity smallint not null check (quantity > 0),
  price_minor int not null,
  options jsonb not null default '{}',
  option_words text not null default '',
  note text not null default '',
  station text not null default '',
  make_s int not null,
  ingredients text[] not null default '{}',
  primary key (brand_id, id),
  foreign key (brand_id, order_id) references orders.order (brand_id, id),
  foreign key (brand_id, item_id) references orders.menu_item (brand_id, id)
);
create index order_item_order on orders.order_item (brand_id, order_id, position);
create index order_item_item on orders.order_item (brand_id, item_id, order_id) where item_id is not null;
call platform.isolate('orders.order_item');

/* One per line of an order: who makes it, where, until when. */
create table orders.kitchen_task (
  brand_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  order_item_id uuid not null,
  shop_id uuid not null,
  station_id uuid,
  state text not null check (state in ('waiting', 'making', 'checking', 'done', 'cancelled')),
  quantity smallint not null,
  make_s int not null,
  /* Planned: who, from when, ready when. */
  staff_id uuid,
  start_by timestamptz not null,
  due_at timestamptz not null,
  /* As it was promised first: what a station is measured by. */
  first_due_at timestamptz not null,
  expected_at timestamptz not null,
  /* It is announced as slow when less than so many seconds are left between expected and due. */
  margin_s int not null default 0,
  warned_at timestamptz,
  /* A person has given it to somebody: planning leaves that alone. */
  fixed boolean not null default false,
  last_tap uuid,
  started_at timestamptz,
  made_at timestamptz,
  made_by uuid,
  checked_at timestamptz,
  checked_by uuid,
  back_reason text not null default '',
  rework smallint not null default 0,
  updated_at timestamptz not null,
  primary key (brand_id, id),
  unique (brand_id, order_item_id),
  foreign key (brand_id, order_id) references orders.order (brand_id, id),
  foreign key (brand_id, order_item_id) references orders.order_item (brand_id, id),
  foreign key (brand_id, shop_id) references people.shop (brand_id, id),
  foreign key (brand_id, station_id) references orders.station (brand_id, id),
  foreign key (brand_id, staff_id) references people.staff (brand_id, id),
  foreign key (brand_id, made_by) references people.staff (brand_id, id),
  foreign key (brand_id, checked_by) references people.staff (brand_id, id)
);
create index kitchen_task_open on orders.kitchen_task (brand_id, shop_id, due_at, id) where state in ('waiting', 'making', 'checking');
create index kitchen_task_order on orders.kitchen_task (brand_id, order_id);
create index kitchen_task_changed on orders.kitchen_task (brand_id, shop_id, updated_at) where state in ('waiting', 'making');
create index kitchen_task_made on orders.kitchen_task (brand_id, shop_id, made_at) where made_at is not null;
call platform.isolate('orders.kitchen_task');

/* Taps on kitchen screens by the key that the screen gave them: a screen that was offline sends them again and nothing happens twice. */
create table orders.kitchen_tap (
  brand_id uuid not null,
  key uuid not null,
  task_id uuid not null,
  order_id uuid not null,
  kind text not null check (kind in ('start', 'done', 'pass', 'back', 'take', 'undo')),
  at timestamptz not null,
  received_at timestamptz not null,
  by_staff uuid,
  /* What became of it, and the task as it was before: what an undo puts back. */
  outcome text not null,
  before jsonb,
  primary key (brand_id, key),
  foreign key (brand_id, task_id) references orders.kitchen_task (brand_id, id) on delete cascade,
  foreign key (brand_id, order_id) references orders.order (brand_id, id),
  foreign key (brand_id, by_staff) references people.staff (brand_id, id)
);
create index kitchen_tap_task on orders.kitchen_tap (brand_id, task_id);
call platform.isolate('orders.kitchen_tap');

/* When a shop's kitchen was planned last. */
create table orders.kitchen_plan (
  brand_id uuid not null,
  shop_id uuid not null,
  planned_at timestamptz not null,
  primary key (brand_id, shop_id),
  foreign key (brand_id, shop_id) references people.shop (brand_id, id)
);
call platform.isolate('orders.kitchen_plan');

/* Kitchens with open work that have changed since they were planned, or stand longer than half a minute on an old plan; over all brands. */
create function orders.kitchens_due(at timestamptz, most int) returns table (brand_id uuid, shop_id uuid)
  language sql stable security definer as $$
    select k.brand_id, k.shop_id
    from (select brand_id, shop_id, max(updated_at) as changed_at from orders.kitchen_task where state in ('waiting', 'making') group by brand_id, shop_id) k
    left join orders.kitchen_plan p on p.brand_id = k.brand_id and p.shop_id = k.shop_id
    where p.planned_at is null or p.planned_at > at or p.planned_at <= at - interval '30 seconds'
      or (k.changed_at > p.planned_at and p.planned_at <= at - interval '5 seconds')
    order by p.planned_at nulls first limit most $$;

/* How stations and people did, by the hour: made, late against the first promise, made anew, and how long it took against the standard. */
create view orders.report_station with (security_invoker = true) as
  select k.brand_id, k.shop_id, coalesce(s.key, i.station) as station, k.made_by as staff_id, date_trunc('hour', k.made_at) as hour, i.item_id,
    count(*)::int as tasks, sum(k.quantity)::int as pieces, (count(*) filter (where k.made_at > k.first_due_at))::int as late,
    sum(k.rework)::int as rework, (count(*) filter (where k.rework > 0))::int as reworked_tasks,
    sum(greatest(0, extract(epoch from k.made_at - k.started_at)))::int as made_s, sum(k.make_s * ceil(k.quantity::numeric / coalesce(s.capacity, 1)))::int as standard_s
  from orders.kitchen_task k join orders.order_item i on i.brand_id = k.brand_id and i.id = k.order_item_id
  left join orders.station s on s.brand_id = k.brand_id and s.id = k.station_id
  where k.made_at is not null and k.state in ('checking', 'done')
  group by k.brand_id, k.shop_id, coalesce(s.key, i.station), k.made_by, date_trunc('hour', k.made_at), i.item_id;
grant select on orders.report_station to huiyin_app;

/* Which opened batches went into what: the way from a batch to its orders. */
create table orders.task_batch (
  brand_id uuid not null,
  task_id uuid not null,
  batch_id uuid not null,
  order_id uuid not null,
  at timestamptz not null,
  primary key (brand_id, batch_id, task_id),
  foreign key (brand_id, task_id) references orders.kitchen_task (brand_id, id),
  foreign key (brand_id, batch_id) references orders.batch (brand_id, id),
  foreign key (brand_id, order_id) references orders.order (brand_id, id)
);
create index task_batch_order on orders.task_batch (brand_id, order_id);
call platform.isolate('orders.task_batch');

/* Append-only: what happened to an order, as the trace shows it. */
create table orders.trace (
  brand_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  at timestamptz not null,
  kind text not null,
  by_kind text not null check (by_kind in ('staff', 'customer', 'platform', 'system')),
  by_staff uuid,
  data jsonb not null default '{}',
  primary key (brand_id, id),
  foreign key (brand_id, order_id) references orders.order (brand_id, id),
  foreign key (brand_id, by_staff) references people.staff (brand_id, id)
);
create index trace_order on orders.trace (brand_id, order_id, at, id);
call platform.isolate('orders.trace');

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

create table orders.review (
  brand_id uuid not null,
  order_id uuid not null,
  mark text not null check (mark in ('good', 'medium', 'bad')),
  /* What it was about: {"items": [ids], "rider": true, "words": ["late"]}. */
  about jsonb not null default '{}',
  text text not null default '',
  photos jsonb not null default '[]',
  at timestamptz not null,
  ticket_id uuid,
  answer text not null default '',
  answered_at timestamptz,
  answered_by uuid,
  primary key (brand_id, order_id),
  foreign key (brand_id, order_id) references orders.order (brand_id, id),
  foreign key (brand_id, answered_by) references people.staff (brand_id, id)
);
create index review_at on orders.review (brand_id, at desc, order_id desc);
call platform.isolate('orders.review');

/* Tickets that speak about an order; the tickets room tells, because a room never reads above itself. */
create table orders.order_ticket (
  brand_id uuid not null,
  order_id uuid not null,
  ticket_id uuid not null,
  number text not null,
  /* Opened from the order's own page or by its review: whoever holds the order's link may follow it. */
  own boolean not null default false,
  at timestamptz not null,
  primary key (brand_id, order_id, ticket_id),
  foreign key (brand_id, order_id) references orders.order (brand_id, id)
);
create index order_ticket_of on orders.order_ticket (brand_id, ticket_id);
call platform.isolate('orders.order_ticket');

/* The salon's side of an order: appointment, treatment record (sealed: about somebody's body), aftercare. */
create table orders.visit (
  brand_id uuid not null,
  order_id uuid not null,
  shop_id uuid not null,
  therapist_id uuid,
  room text not null default '',
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  arrived_at timestamptz,
  record_enc bytea,
  record_at timestamptz,
  record_by uuid,
  products jsonb not null default '[]',
  primary key (brand_id, order_id),
  foreign key (brand_id, order_id) references orders.order (brand_id, id),
  foreign key (brand_id, shop_id) references people.shop (brand_id, id),
  foreign key (brand_id, therapist_id) references people.staff (brand_id, id),
  foreign key (brand_id, record_by) references people.staff (brand_id, id),
  check (ends_at > starts_at)
);
create index visit_shop on orders.visit (brand_id, shop_id, starts_at);
create index visit_therapist on orders.visit (brand_id, therapist_id, starts_at) where therapist_id is not null;
call platform.isolate('orders.visit');

create table orders.aftercare (
  brand_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  due_at timestamptz not null,
  state text not null check (state in ('due', 'asked', 'answered', 'skipped')),
  asked_at timestamptz,
  answered_at timestamptz,
  reaction text not null default '' check (reaction in ('', 'none', 'mild', 'strong')),
  note_enc bytea,
  by_staff uuid,
  ticket_id uuid,
  primary key (brand_id, id),
  foreign key (brand_id, order_id) references orders.order (brand_id, id),
  foreign key (brand_id, by_staff) references people.staff (brand_id, id)
);
create index aftercare_due on orders.aftercare (due_at) where state = 'due';
create index aftercare_order on orders.aftercare (brand_id, order_id);
call platform.isolate('orders.aftercare');
