/* C1: one file per customer with a number of its own; a sequence may leave gaps, but nobody waits for one. */
create sequence customers.number start 100001;
grant usage on sequence customers.number to huiyin_app;

alter table customers.customer
  add column number bigint not null default nextval('customers.number'),
  /* A merged file points to its head, always straight; its rows and its identities stay its own, so that un-merging restores it. */
  add column merged_into uuid,
  add column head_id uuid not null generated always as (coalesce(merged_into, id)) stored,
  add column updated_at timestamptz not null default now(),
  add column checked_at timestamptz,
  /* YYYY-MM-DD or --MM-DD: a lunar month may have a day that no date of the calendar has. */
  add column birthday_on text check (birthday_on ~ '^(\d{4}|-)-\d{2}-\d{2}$'),
  add column birthday_lunar boolean not null default false,
  add column tags text[] not null default '{}',
  add column language text,
  add column address_id uuid,
  /* Keyed hash of the whole name: finds it without showing it. */
  add column name_index bytea,
  /* The file's own fields while it shows chosen ones of files merged into it (sealed JSON). */
  add column own_enc bytea,
  /* When to look for files of the same person; null: looked. */
  add column match_due_at timestamptz default now(),
  add unique (brand_id, number),
  add foreign key (brand_id, merged_into) references customers.customer (brand_id, id);
update customers.customer set updated_at = created_at;
create index customer_head on customers.customer (brand_id, head_id);
create index customer_name on customers.customer (brand_id, name_index) where name_index is not null;
create index customer_listed on customers.customer (brand_id, updated_at desc, id desc) where merged_into is null;
create index customer_tags on customers.customer using gin (tags) where tags <> '{}';
create index customer_match_due on customers.customer (match_due_at) where match_due_at is not null;
create index customer_birthday on customers.customer (brand_id, birthday_lunar, right(birthday_on, 5)) where birthday_on is not null;

alter table customers.identity drop constraint identity_kind_check;
alter table customers.identity
  add constraint identity_kind_check check (kind in ('phone', 'email', 'wechat_openid', 'wechat_unionid', 'mini_openid', 'meituan', 'eleme',
    'dianping', 'douyin', 'weibo', 'chat', 'member_card')),
  /* How we know that it is theirs: typed by anybody, said by the channel itself, by staff, with an order, or by a code that was sent there. */
  add column proof text not null default 'typed' check (proof in ('typed', 'channel', 'staff', 'order', 'code')),
  /* Keyed hash of the last four digits. */
  add column tail_index bytea;
create index identity_tail on customers.identity (brand_id, tail_index) where tail_index is not null;

/* Seen on one device: a family shares a tablet, so it proves nothing and only speaks for a match. */
create table customers.device (
  brand_id uuid not null,
  customer_id uuid not null,
  device_index bytea not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  primary key (brand_id, customer_id, device_index),
  foreign key (brand_id, customer_id) references customers.customer (brand_id, id)
);
create index device_index on customers.device (brand_id, device_index);
call platform.isolate('customers.device');

create table customers.address (
  brand_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  /* Text and place (latitude, longitude) together, as JSON. */
  detail_enc bytea not null,
  /* What staff see without asking: town and district. */
  area text not null,
  label text not null default '',
  /* Keyed hashes of the normalised text, and of it without what stands behind the house (floor, room). */
  text_index bytea not null,
  place_index bytea,
  times int not null default 1,
  first_at timestamptz not null,
  last_at timestamptz not null,
  state text not null default 'active' check (state in ('active', 'gone')),
  primary key (brand_id, id),
  unique (brand_id, customer_id, text_index),
  foreign key (brand_id, customer_id) references customers.customer (brand_id, id)
);
create index address_text on customers.address (brand_id, text_index);
create index address_place on customers.address (brand_id, place_index) where place_index is not null;
call platform.isolate('customers.address');

/* Taboos and preferences; a taboo is loud: shown wherever the customer is. */
create table customers.trait (
  brand_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  kind text not null check (kind in ('allergy', 'taboo', 'sugar', 'ice', 'spicy', 'skin', 'therapist', 'other')),
  value_enc bytea not null,
  value_index bytea not null,
  loud boolean not null,
  source text not null,
  source_id text not null default '',
  by_id uuid,
  by_name text not null default '',
  since timestamptz not null,
  ended_at timestamptz,
  primary key (brand_id, id),
  foreign key (brand_id, customer_id) references customers.customer (brand_id, id)
);
create unique index trait_once on customers.trait (brand_id, customer_id, kind, value_index) where ended_at is null;
call platform.isolate('customers.trait');

/* C3: what somebody agreed to, in the words that were shown. */
create table customers.consent (
  brand_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  purpose text not null,
  text_version text not null,
  text text not null,
  channel text not null,
  given_at timestamptz not null,
  by_kind text not null,
  by_id uuid,
  by_name text not null default '',
  withdrawn_at timestamptz,
  withdrawn_by text not null default '',
  primary key (brand_id, id),
  foreign key (brand_id, customer_id) references customers.customer (brand_id, id)
);
create index consent_customer on customers.consent (brand_id, customer_id, given_at desc);
call platform.isolate('customers.consent');

create table customers.note (
  brand_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  text_enc bytea not null,
  by_id uuid,
  by_name text not null,
  at timestamptz not null,
  primary key (brand_id, id),
  foreign key (brand_id, customer_id) references customers.customer (brand_id, id)
);
create index note_customer on customers.note (brand_id, customer_id, at desc, id desc);
call platform.isolate('customers.note');

/* C2: the history of every field, and what somebody has proposed for it. */
create table customers.change (
  brand_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  field text not null,
  before_enc bytea,
  after_enc bytea,
  by_kind text not null,
  by_id uuid,
  by_name text not null default '',
  reason text not null default '',
  source text not null,
  source_id text not null default '',
  state text not null check (state in ('proposed', 'confirmed', 'rejected', 'applied')),
  at timestamptz not null,
  decided_at timestamptz,
  decided_by text not null default '',
  primary key (brand_id, id),
  foreign key (brand_id, customer_id) references customers.customer (brand_id, id)
);
create index change_customer on customers.change (brand_id, customer_id, at desc, id desc);
create index change_proposed on customers.change (brand_id, at, id) where state = 'proposed';
call platform.isolate('customers.change');

/* The merges that stand make a forest: other_id belongs to head_id. What was chosen for the head is sealed JSON. */
create table customers.merge (
  brand_id uuid not null,
  id uuid not null,
  head_id uuid not null,
  other_id uuid not null,
  chosen_enc bytea,
  snapshot_enc bytea not null,
  reason text not null,
  by_id uuid,
  by_name text not null default '',
  at timestamptz not null,
  undone_at timestamptz,
  undone_by text not null default '',
  undone_reason text not null default '',
  primary key (brand_id, id),
  check (head_id <> other_id),
  foreign key (brand_id, head_id) references customers.customer (brand_id, id),
  foreign key (brand_id, other_id) references customers.customer (brand_id, id)
);
create unique index merge_other on customers.merge (brand_id, other_id) where undone_at is null;
create index merge_head on customers.merge (brand_id, head_id, at) where undone_at is null;
call platform.isolate('customers.merge');

/* Two files that probably are one person, with the reasons; a pair that somebody rejected is not proposed again. */
create table customers.match (
  brand_id uuid not null,
  id uuid not null,
  one_id uuid not null,
  other_id uuid not null,
  probability real not null,
  reasons jsonb not null,
  state text not null default 'open' check (state in ('open', 'merged', 'rejected')),
  found_at timestamptz not null,
  decided_at timestamptz,
  decided_by text not null default '',
  reason text not null default '',
  primary key (brand_id, id),
  unique (brand_id, one_id, other_id),
  check (one_id < other_id),
  foreign key (brand_id, one_id) references customers.customer (brand_id, id),
  foreign key (brand_id, other_id) references customers.customer (brand_id, id)
);
create index match_open on customers.match (brand_id, probability desc, id desc) where state = 'open';
create index match_other on customers.match (brand_id, other_id);
call platform.isolate('customers.match');

/* What the rooms above have said of a file in figures. A file keeps its own; those of a family are added up when they are read. */
create table customers.facts (
  brand_id uuid not null,
  customer_id uuid not null,
  orders int not null default 0,
  spent_minor bigint not null default 0,
  first_order_at timestamptz,
  last_order_at timestamptz,
  tickets int not null default 0,
  complaints int not null default 0,
  last_ticket_at timestamptz,
  last_rating smallint,
  last_rated_at timestamptz,
  /* The last 20 shops. */
  shops uuid[] not null default '{}',
  primary key (brand_id, customer_id),
  foreign key (brand_id, customer_id) references customers.customer (brand_id, id)
);
create index facts_shops on customers.facts using gin (shops);
call platform.isolate('customers.facts');

/* Said and not yet added up: two tickets of one customer never wait for each other. Folded into facts within a second. */
create table customers.fact_due (
  brand_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  at timestamptz not null,
  shop_id uuid,
  orders int not null default 0,
  spent_minor bigint not null default 0,
  tickets int not null default 0,
  complaints int not null default 0,
  rating smallint,
  primary key (brand_id, id)
);
call platform.isolate('customers.fact_due');
create function customers.facts_waiting() returns setof uuid language sql stable security definer set search_path = pg_catalog as
  $$ select distinct brand_id from (select brand_id from customers.fact_due limit 5000) x $$;
create function customers.matches_waiting(until timestamptz) returns setof uuid language sql stable security definer set search_path = pg_catalog as
  $$ select distinct brand_id from (select brand_id from customers.customer where match_due_at <= until order by match_due_at limit 5000) x $$;
