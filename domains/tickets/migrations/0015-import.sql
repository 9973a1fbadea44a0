/* I4: a file of reviews, customers or orders on its way in. The file itself lies sealed in the file store, in parts (domains/tickets/import/parts.ts). */
create table tickets.import (
  brand_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  locale text not null,
  what text not null check (what in ('reviews', 'customers', 'orders')),
  file_name text not null,
  bytes bigint not null,
  uploads int not null,
  format text,
  encoding text not null default '',
  sheets jsonb not null default '[]',
  mapping jsonb,
  remembered boolean not null default false,
  state text not null check (state in ('reading', 'ready', 'running', 'paused', 'done', 'failed', 'cancelled')),
  problem jsonb,
  total int not null default 0,
  seen int not null default 0,
  good int not null default 0,
  doubled int not null default 0,
  refused int not null default 0,
  live int not null default 0,
  history int not null default 0,
  emergencies int not null default 0,
  /* The part that is next, counted within the chosen sheet. */
  next_part int not null default 0,
  tries smallint not null default 0,
  /* Until then the process that works on it has it; afterwards any other goes on. */
  held_until timestamptz,
  files_gone boolean not null default false,
  created_at timestamptz not null,
  started_at timestamptz,
  ended_at timestamptz,
  primary key (brand_id, id),
  foreign key (brand_id, staff_id) references people.staff (brand_id, id)
);
create index import_recent on tickets.import (brand_id, created_at desc);
create index import_open on tickets.import (created_at) where state in ('reading', 'running');
create index import_files on tickets.import (created_at) where not files_gone;
call platform.isolate('tickets.import');
create function tickets.imports_open(at timestamptz, most int) returns table (brand_id uuid, import_id uuid, state text)
  language sql stable security definer set search_path = pg_catalog as
  $$ select brand_id, id, state from tickets.import where state in ('reading', 'running') and (held_until is null or held_until <= at) order by created_at limit most $$;
create function tickets.imports_old(before timestamptz, most int) returns table (brand_id uuid, import_id uuid)
  language sql stable security definer set search_path = pg_catalog as
  $$ select brand_id, id from tickets.import where not files_gone and created_at <= before and state in ('ready', 'paused', 'done', 'failed', 'cancelled')
     order by created_at limit most $$;

/* What became of each row, part by part: written with what the part brought, so a part is done wholly or not at all. */
create table tickets.import_part (
  brand_id uuid not null,
  import_id uuid not null,
  n int not null,
  outcomes jsonb not null,
  primary key (brand_id, import_id, n),
  foreign key (brand_id, import_id) references tickets.import (brand_id, id) on delete cascade
);
call platform.isolate('tickets.import_part');

/* Emergencies that imported reviews told of: to be seen, however old. */
create table tickets.import_emergency (
  brand_id uuid not null,
  import_id uuid not null,
  ticket_id uuid not null,
  primary key (brand_id, import_id, ticket_id),
  foreign key (brand_id, import_id) references tickets.import (brand_id, id) on delete cascade,
  foreign key (brand_id, ticket_id) references tickets.ticket (brand_id, id)
);
call platform.isolate('tickets.import_emergency');

/* How files with these headings were read the last time. */
create table tickets.import_mapping (
  brand_id uuid not null,
  what text not null,
  headings bytea not null,
  mapping jsonb not null,
  used_at timestamptz not null,
  primary key (brand_id, what, headings)
);
call platform.isolate('tickets.import_mapping');

/* Orders of files, until there is an order file: a review that names one is attributed by it. */
create table tickets.imported_order (
  brand_id uuid not null,
  id uuid not null,
  platform text not null,
  number text not null,
  shop_id uuid,
  placed_at timestamptz,
  amount_minor bigint,
  currency text not null default 'CNY',
  items text not null default '',
  contact_enc bytea,
  contact_index bytea,
  import_id uuid not null,
  created_at timestamptz not null,
  primary key (brand_id, id),
  unique (brand_id, platform, number),
  foreign key (brand_id, shop_id) references people.shop (brand_id, id)
);
create index imported_order_number on tickets.imported_order (brand_id, number);
create index imported_order_contact on tickets.imported_order (brand_id, contact_index) where contact_index is not null;
call platform.isolate('tickets.imported_order');
