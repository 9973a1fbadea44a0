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
