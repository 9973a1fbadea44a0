/* What customers did, as often as the rooms above say it: an order, a ticket or a rating has one row (`source`) that always says how it stands now.
   Figures are added up from these rows, and segments ask them for a span of time. */
create table customers.deed (
  brand_id uuid not null,
  source text not null,
  customer_id uuid not null,
  what text not null check (what in ('order', 'ticket', 'rating')),
  /* Of a ticket: complaint, praise …; of an order: delivery, visit … */
  kind text not null default '',
  at timestamptz not null,
  shop_id uuid,
  /* 0 where it does not count (cancelled). */
  n smallint not null default 1,
  amount_minor bigint not null default 0,
  stars smallint,
  items text[] not null default '{}',
  primary key (brand_id, source)
);
create index deed_customer on customers.deed (brand_id, customer_id, what, at) include (n, amount_minor);
create index deed_lately on customers.deed (brand_id, what, at) include (customer_id, n, amount_minor);
call platform.isolate('customers.deed');

alter table customers.fact_due
  add column source text not null default '',
  add column what text not null default '',
  add column kind text not null default '',
  add column items text[] not null default '{}';

alter table customers.facts
  add column visits int not null default 0,
  add column last_visit_at timestamptz,
  add column ratings int not null default 0,
  add column stars int not null default 0;

/* Other files were merged into this one at some time: its figures are those of a family. */
alter table customers.customer add column shared boolean not null default false;
update customers.customer c set shared = true
  where exists (select from customers.merge m where m.brand_id = c.brand_id and m.head_id = c.id);

/* Rooms that say once more what happened before there were deeds; a brand of later has none. `after` is the last id that was said. */
create table customers.refill (
  brand_id uuid not null references platform.brand (id),
  room text not null check (room in ('orders', 'tickets')),
  after uuid not null default '00000000-0000-0000-0000-000000000000',
  done_at timestamptz,
  primary key (brand_id, room)
);
call platform.isolate('customers.refill');
insert into customers.refill (brand_id, room) select b.id, r.room from platform.brand b, (values ('orders'), ('tickets')) r(room);
create function customers.refills_waiting(wanted text) returns setof uuid language sql stable security definer set search_path = pg_catalog as
  $$ select brand_id from customers.refill where room = wanted and done_at is null $$;

/* C1: customers by rule; who they are is asked anew each time. */
create table customers.segment (
  brand_id uuid not null references platform.brand (id),
  id uuid not null,
  name text not null,
  description text not null default '',
  rule jsonb not null,
  by_name text not null default '',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  archived_at timestamptz,
  primary key (brand_id, id)
);
create unique index segment_name on customers.segment (brand_id, name) where archived_at is null;
call platform.isolate('customers.segment');
