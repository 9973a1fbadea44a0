create table tickets.saved_view (
  brand_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  name text not null,
  shared boolean not null default false,
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
  state text not null check (state in ('running', 'done', 'undoing', 'undone')),
  total int not null,
  done int not null default 0,
  failed int not null default 0,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (brand_id, id),
  foreign key (brand_id, staff_id) references people.staff (brand_id, id)
);
create index bulk_staff on tickets.bulk (brand_id, staff_id, created_at desc);
call platform.isolate('tickets.bulk');
create table tickets.bulk_item (
  brand_id uuid not null,
  bulk_id uuid not null,
  ticket_id uuid not null,
  state text not null check (state in ('todo', 'done', 'failed', 'undone')),
  before jsonb,
  problem text not null default '',
  primary key (brand_id, bulk_id, ticket_id),
  foreign key (brand_id, bulk_id) references tickets.bulk (brand_id, id),
  foreign key (brand_id, ticket_id) references tickets.ticket (brand_id, id)
);
create index bulk_item_todo on tickets.bulk_item (brand_id, bulk_id, ticket_id) where state = 'todo';
call platform.isolate('tickets.bulk_item');

create table tickets.export (
  brand_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  format text not null check (format in ('csv', 'xlsx')),
  query jsonb not null,
  state text not null check (state in ('running', 'done', 'failed')),
  total int not null,
  rows int not null default 0,
  bytes bigint not null default 0,
  file_key text not null default '',
  problem text not null default '',
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (brand_id, id),
  foreign key (brand_id, staff_id) references people.staff (brand_id, id)
);
create index export_staff on tickets.export (brand_id, staff_id, created_at desc);
call platform.isolate('tickets.export');
