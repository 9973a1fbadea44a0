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
