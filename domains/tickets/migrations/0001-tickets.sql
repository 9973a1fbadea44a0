create schema tickets;
grant usage on schema tickets to huiyin_app;

/* A sequence, never a counter row: numbers may have gaps, but nobody waits for one. */
create sequence tickets.number start 100001;
grant usage on sequence tickets.number to huiyin_app;

create table tickets.ticket (
  brand_id uuid not null references platform.brand (id),
  id uuid not null,
  number bigint not null default nextval('tickets.number'),
  token_hash bytea not null,
  status text not null,
  kind text not null,
  categories text[] not null,
  severity smallint not null,
  impact smallint not null,
  priority text not null check (priority in ('P1', 'P2', 'P3', 'P4')),
  triage jsonb not null,
  title text not null,
  excerpt text not null,
  content text not null,
  fields jsonb not null default '{}',
  customer_id uuid,
  customer_name text not null default '',
  channel_id uuid not null,
  channel_kind text not null,
  shop_id uuid,
  place text not null default '',
  locale text not null default 'zh-CN',
  playbook_version_id uuid not null,
  rule_index smallint not null,
  team text not null,
  assignee_id uuid,
  escalation smallint not null default 0,
  escalated_to uuid,
  /* Everybody who has had it in an earlier cycle: a reopened ticket goes to somebody else. */
  past_assignees uuid[] not null default '{}',
  cycle smallint not null default 1,
  due_at timestamptz,
  due_metric text,
  photos smallint not null default 0,
  proposal jsonb,
  remind_at timestamptz,
  closes_at timestamptz,
  rating jsonb,
  search tsvector not null,
  opened_at timestamptz not null,
  updated_at timestamptz not null,
  closed_at timestamptz,
  primary key (brand_id, id),
  unique (brand_id, number),
  foreign key (brand_id, customer_id) references customers.customer (brand_id, id),
  foreign key (brand_id, channel_id) references channels.channel (brand_id, id),
  foreign key (brand_id, shop_id) references people.shop (brand_id, id),
  foreign key (brand_id, playbook_version_id) references playbook.version (brand_id, id),
  foreign key (brand_id, assignee_id) references people.staff (brand_id, id)
);
create unique index ticket_token on tickets.ticket (token_hash);
create index ticket_updated on tickets.ticket (brand_id, updated_at desc, id desc);
create index ticket_opened on tickets.ticket (brand_id, opened_at desc, id desc);
create index ticket_open_updated on tickets.ticket (brand_id, updated_at desc, id desc) where closed_at is null;
create index ticket_mine on tickets.ticket (brand_id, assignee_id, updated_at desc, id desc) where closed_at is null;
create index ticket_team on tickets.ticket (brand_id, team, updated_at desc, id desc) where closed_at is null;
create index ticket_shop on tickets.ticket (brand_id, shop_id, updated_at desc, id desc) include (due_at) where closed_at is null;
create index ticket_reopened on tickets.ticket (brand_id, updated_at desc, id desc) where closed_at is null and cycle > 1;
create index ticket_due on tickets.ticket (brand_id, due_at, id) where closed_at is null and due_at is not null;
create index ticket_ownerless on tickets.ticket (brand_id, updated_at desc, id desc) where closed_at is null and assignee_id is null;
create index ticket_p1 on tickets.ticket (brand_id, updated_at desc, id desc) where closed_at is null and priority = 'P1';
create index ticket_waiting on tickets.ticket (brand_id, updated_at desc, id desc) where status = 'waiting_customer';
create index ticket_closed on tickets.ticket (brand_id, closed_at desc, id desc) where closed_at is not null;
create index ticket_shop_closed on tickets.ticket (brand_id, shop_id, closed_at desc, id desc) where closed_at is not null;
create index ticket_customer on tickets.ticket (brand_id, customer_id, opened_at desc) where customer_id is not null;
create index ticket_closes on tickets.ticket (closes_at) where closes_at is not null;
create index ticket_remind on tickets.ticket (remind_at) where remind_at is not null;
create index ticket_search on tickets.ticket using gin (search);
call platform.isolate('tickets.ticket');
create function tickets.ticket_by_token(wanted bytea) returns table (brand_id uuid, ticket_id uuid)
  language sql stable security definer as $$ select brand_id, id from tickets.ticket where token_hash = wanted $$;

/* The timeline: append-only. */
create table tickets.entry (
  brand_id uuid not null,
  ticket_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  kind text not null check (kind in ('message_in', 'message_out', 'note', 'fact')),
  fact text not null default '',
  by_kind text not null check (by_kind in ('customer', 'staff', 'system')),
  by_id uuid,
  by_name text not null default '',
  role text not null default '',
  text text not null default '',
  data jsonb not null default '{}',
  primary key (brand_id, ticket_id, id),
  foreign key (brand_id, ticket_id) references tickets.ticket (brand_id, id)
);
call platform.isolate('tickets.entry');
revoke update, delete on tickets.entry from huiyin_app;

create table tickets.clock (
  brand_id uuid not null,
  ticket_id uuid not null,
  cycle smallint not null,
  metric text not null check (metric in ('acknowledge', 'respond', 'plan', 'resolve')),
  state text not null check (state in ('active', 'paused', 'met', 'breached', 'cancelled')),
  target_min int not null,
  calendar text not null,
  started_at timestamptz not null,
  due_at timestamptz,
  warn_at timestamptz,
  /* The next instant at which the sweeper has something to do: warn, breach, escalate again. */
  next_at timestamptz,
  level smallint not null default 0,
  provisional boolean not null default false,
  warned_at timestamptz,
  breached_at timestamptz,
  met_at timestamptz,
  primary key (brand_id, ticket_id, cycle, metric),
  foreign key (brand_id, ticket_id) references tickets.ticket (brand_id, id)
);
create index clock_next on tickets.clock (next_at) where next_at is not null;
create index clock_provisional on tickets.clock (brand_id, ticket_id) where provisional and state in ('active', 'paused');
call platform.isolate('tickets.clock');
create function tickets.clocks_due(at timestamptz, most int) returns table (brand_id uuid, ticket_id uuid)
  language sql stable security definer as
  $$ select distinct c.brand_id, c.ticket_id from (select brand_id, ticket_id from tickets.clock where next_at <= at order by next_at limit most) c $$;

/* The history from which every due instant is worked out again. */
create table tickets.pause (
  brand_id uuid not null,
  ticket_id uuid not null,
  from_at timestamptz not null,
  to_at timestamptz,
  primary key (brand_id, ticket_id, from_at),
  foreign key (brand_id, ticket_id) references tickets.ticket (brand_id, id)
);
call platform.isolate('tickets.pause');

/* T3: a P1 that nobody has taken goes on calling, up the chain. */
create table tickets.alarm (
  brand_id uuid not null,
  ticket_id uuid not null,
  raised_at timestamptz not null,
  level smallint not null default 0,
  next_at timestamptz,
  taken_by uuid,
  taken_at timestamptz,
  primary key (brand_id, ticket_id),
  foreign key (brand_id, ticket_id) references tickets.ticket (brand_id, id)
);
create index alarm_next on tickets.alarm (next_at) where next_at is not null;
call platform.isolate('tickets.alarm');
create function tickets.alarms_due(at timestamptz, most int) returns table (brand_id uuid, ticket_id uuid)
  language sql stable security definer as
  $$ select brand_id, ticket_id from tickets.alarm where next_at <= at order by next_at limit most $$;
create function tickets.silences_due(at timestamptz, most int) returns table (brand_id uuid, ticket_id uuid)
  language sql stable security definer as
  $$ (select brand_id, id from tickets.ticket where closes_at <= at order by closes_at limit most)
     union (select brand_id, id from tickets.ticket where remind_at <= at order by remind_at limit most) $$;

create table tickets.notice (
  brand_id uuid not null,
  staff_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  kind text not null,
  at timestamptz not null,
  seen_at timestamptz,
  primary key (brand_id, staff_id, id),
  foreign key (brand_id, ticket_id) references tickets.ticket (brand_id, id),
  foreign key (brand_id, staff_id) references people.staff (brand_id, id)
);
create index notice_unseen on tickets.notice (brand_id, staff_id) where seen_at is null;
call platform.isolate('tickets.notice');

create table tickets.seen (
  brand_id uuid not null,
  staff_id uuid not null,
  ticket_id uuid not null,
  at timestamptz not null,
  primary key (brand_id, staff_id, ticket_id),
  foreign key (brand_id, ticket_id) references tickets.ticket (brand_id, id)
);
call platform.isolate('tickets.seen');
