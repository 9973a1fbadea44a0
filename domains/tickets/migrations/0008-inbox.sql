create table tickets.saved_view (
  brand_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  name text not null,
  shared boolean not null default false,
  view text not null,
  conditions jsonb not null,
  sort text not null,
  columns text[] not null default '{}',
  position smallint not null default 0,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (brand_id, id),
  foreign key (brand_id, owner_id) references people.staff (brand_id, id)
);
create index saved_view_owner on tickets.saved_view (brand_id, owner_id);
create index saved_view_shared on tickets.saved_view (brand_id) where shared;
call platform.isolate('tickets.saved_view');

/* One deed on many tickets, done in the background; each item keeps what it needs to be undone. */
create table tickets.bulk (
  brand_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  deed jsonb not null,
  locale text not null,
  state text not null check (state in ('running', 'done', 'undoing', 'undone')),
  total int not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (brand_id, id),
  foreign key (brand_id, staff_id) references people.staff (brand_id, id)
);
create index bulk_staff on tickets.bulk (brand_id, staff_id, created_at desc);
create index bulk_open on tickets.bulk (created_at) where state in ('running', 'undoing');
call platform.isolate('tickets.bulk');
create table tickets.bulk_item (
  brand_id uuid not null,
  bulk_id uuid not null,
  ticket_id uuid not null,
  state text not null check (state in ('todo', 'done', 'failed', 'undone', 'left')),
  /* What the ticket was, and what the deed made of it: whoever changed it since is not overruled. */
  before jsonb,
  after jsonb,
  problem jsonb,
  primary key (brand_id, bulk_id, ticket_id),
  foreign key (brand_id, bulk_id) references tickets.bulk (brand_id, id) on delete cascade,
  foreign key (brand_id, ticket_id) references tickets.ticket (brand_id, id)
);
create index bulk_item_todo on tickets.bulk_item (brand_id, bulk_id, ticket_id) where state = 'todo';
create index bulk_item_done on tickets.bulk_item (brand_id, bulk_id, ticket_id) where state = 'done';
call platform.isolate('tickets.bulk_item');
create function tickets.bulks_open(most int) returns table (brand_id uuid, bulk_id uuid, staff_id uuid, undoing boolean)
  language sql stable security definer set search_path = pg_catalog as
  $$ select brand_id, id, staff_id, state = 'undoing' from tickets.bulk where state in ('running', 'undoing') order by created_at limit most $$;
create index bulk_created on tickets.bulk (created_at);
create function tickets.bulks_old(before timestamptz, most int) returns table (brand_id uuid, bulk_id uuid)
  language sql stable security definer set search_path = pg_catalog as
  $$ select brand_id, id from tickets.bulk where created_at <= before and state in ('done', 'undone') order by created_at limit most $$;

create table tickets.export (
  brand_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  locale text not null,
  format text not null check (format in ('csv', 'xlsx')),
  filter jsonb not null,
  columns text[] not null,
  state text not null check (state in ('running', 'done', 'failed', 'cancelled')),
  total int,
  rows int not null default 0,
  bytes bigint not null default 0,
  file_key text not null default '',
  tries smallint not null default 0,
  /* Until then the process that writes it has it; afterwards any other begins it anew. */
  held_until timestamptz,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (brand_id, id),
  foreign key (brand_id, staff_id) references people.staff (brand_id, id)
);
create index export_staff on tickets.export (brand_id, staff_id, created_at desc);
create index export_running on tickets.export (created_at) where state = 'running';
create index export_created on tickets.export (created_at);
call platform.isolate('tickets.export');
create function tickets.exports_open(at timestamptz, most int) returns table (brand_id uuid, export_id uuid)
  language sql stable security definer set search_path = pg_catalog as
  $$ select brand_id, id from tickets.export where state = 'running' and (held_until is null or held_until <= at) order by created_at limit most $$;
create function tickets.exports_old(before timestamptz, most int) returns table (brand_id uuid, export_id uuid)
  language sql stable security definer set search_path = pg_catalog as
  $$ select brand_id, id from tickets.export where created_at <= before and state <> 'running' order by created_at limit most $$;

/* Orders of the open, which are few beside all; and a person's and a cause's whole past. */
create index ticket_open_opened on tickets.ticket (brand_id, opened_at desc, id desc) where closed_at is null;
create index ticket_open_priority on tickets.ticket (brand_id, priority, updated_at desc, id desc) where closed_at is null;
create index ticket_assignee_closed on tickets.ticket (brand_id, assignee_id, closed_at desc, id desc) where closed_at is not null;
create index ticket_cause on tickets.ticket (brand_id, cause) where cause <> '';
create index ticket_categories on tickets.ticket using gin (categories);

/*
 * Tickets of this brand by what lies in an inverted index, at most so many. Row-level security asks its own question before any that
 * might leak, and the operators of arrays and texts count as such; so they are asked here, where the brand is part of the query.
 */
create function tickets.ids_tagged(wanted text[], most int) returns setof uuid
  language sql stable security definer set search_path = pg_catalog set gin_fuzzy_search_limit = 20000 as
  $$ select id from tickets.ticket where tags && wanted and tags <> '{}' and brand_id = platform.brand() limit most $$;
create function tickets.ids_in_categories(wanted text[], most int) returns setof uuid
  language sql stable security definer set search_path = pg_catalog set gin_fuzzy_search_limit = 20000 as
  $$ select id from tickets.ticket where categories && wanted and brand_id = platform.brand() limit most $$;
