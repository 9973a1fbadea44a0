/* People who may read and annotate a ticket that is not theirs: mentioned, asked, given a task, or complained about with a right of reply. */
alter table tickets.ticket add column participants uuid[] not null default '{}';
alter table tickets.ticket add column tags text[] not null default '{}';
alter table tickets.ticket add column merged_into uuid;
alter table tickets.ticket add column cause text not null default '';
/* The person complained about: never decides the own case. */
alter table tickets.ticket add column accused_id uuid;
/* Why an overdue ticket is overdue, said by whoever holds it; taken back when the clocks change hands. */
alter table tickets.ticket add column late_reason text not null default '';
alter table tickets.ticket add column open_tasks smallint not null default 0;
alter table tickets.ticket add foreign key (brand_id, merged_into) references tickets.ticket (brand_id, id);
create index ticket_merged on tickets.ticket (brand_id, merged_into) where merged_into is not null;
create index ticket_order on tickets.ticket (brand_id, (fields->>'orderNumber')) where fields->>'orderNumber' is not null;
create index ticket_tags on tickets.ticket using gin (tags) where tags <> '{}';

/* R3: everything that somebody owes with a deadline, of whatever sort, so that one list, one reminder and one escalation serve all. */
create table tickets.task (
  brand_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  kind text not null check (kind in ('step', 'question', 'statement', 'opinion', 'decision', 'approval', 'revisit', 'contact', 'facts')),
  title text not null,
  details text not null default '',
  resources text not null default '',
  /* The row of the own table that this task is about: opinion, approval, revisit … */
  about_id uuid,
  team text not null default '',
  shop_id uuid,
  owner_id uuid,
  state text not null default 'open' check (state in ('open', 'done', 'cancelled')),
  due_at timestamptz not null,
  next_at timestamptz,
  level smallint not null default 0,
  reminded_at timestamptz,
  position smallint not null default 0,
  result text not null default '',
  photos uuid[] not null default '{}',
  created_by uuid,
  created_at timestamptz not null,
  done_by uuid,
  done_at timestamptz,
  primary key (brand_id, id),
  foreign key (brand_id, ticket_id) references tickets.ticket (brand_id, id),
  foreign key (brand_id, owner_id) references people.staff (brand_id, id),
  foreign key (brand_id, shop_id) references people.shop (brand_id, id)
);
create index task_ticket on tickets.task (brand_id, ticket_id, created_at);
create index task_owner on tickets.task (brand_id, owner_id, due_at, id) where state = 'open';
create index task_ownerless on tickets.task (brand_id, due_at, id) where state = 'open' and owner_id is null;
create index task_open_shop on tickets.task (brand_id, shop_id, due_at, id) where state = 'open';
create index task_next on tickets.task (next_at) where next_at is not null;
create index task_about on tickets.task (brand_id, about_id) where about_id is not null;
call platform.isolate('tickets.task');
create function tickets.tasks_due(at timestamptz, most int) returns table (brand_id uuid, ticket_id uuid)
  language sql stable security definer set search_path = pg_catalog as
  $$ select distinct t.brand_id, t.ticket_id from (select brand_id, ticket_id from tickets.task where next_at <= at order by next_at limit most) t $$;
