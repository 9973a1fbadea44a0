/* F3: one judgement of the handling per cycle, against whom and what it was given. */
create table tickets.csat (
  brand_id uuid not null,
  ticket_id uuid not null,
  cycle smallint not null,
  stars smallint not null check (stars between 1 and 5),
  reasons text[] not null default '{}',
  words text not null default '',
  staff_id uuid,
  shop_id uuid,
  team text not null,
  kind text not null,
  category text not null default '',
  channel_kind text not null,
  /* How it was given: the customer's page, a revisit by phone, a written revisit. */
  via text not null check (via in ('page', 'phone', 'written')),
  at timestamptz not null,
  primary key (brand_id, ticket_id, cycle),
  foreign key (brand_id, ticket_id) references tickets.ticket (brand_id, id),
  foreign key (brand_id, staff_id) references people.staff (brand_id, id),
  foreign key (brand_id, shop_id) references people.shop (brand_id, id)
);
create index csat_at on tickets.csat (brand_id, at desc);
create index csat_staff on tickets.csat (brand_id, staff_id, at desc);
create index csat_shop on tickets.csat (brand_id, shop_id, at desc);
call platform.isolate('tickets.csat');
insert into tickets.csat (brand_id, ticket_id, cycle, stars, reasons, words, staff_id, shop_id, team, kind, category, channel_kind, via, at)
  select brand_id, id, coalesce((rating->>'cycle')::smallint, cycle), (rating->>'stars')::smallint,
    coalesce((select array_agg(x) from jsonb_array_elements_text(rating->'reasons') x), '{}'), coalesce(rating->>'words', ''),
    (rating->>'assignee')::uuid, shop_id, team, kind, coalesce(categories[1], ''), channel_kind, 'page', coalesce((rating->>'at')::timestamptz, updated_at)
  from tickets.ticket where rating is not null;

/* F2. Planned when a ticket closes; a reopened one is not revisited until it is closed again. */
create table tickets.revisit (
  brand_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  cycle smallint not null,
  /* Null: added by a person and not by the playbook. */
  after_days smallint,
  means text not null check (means in ('phone', 'written')),
  state text not null check (state in ('planned', 'due', 'asked', 'done', 'unreachable', 'cancelled')),
  role text not null default '',
  owner_id uuid,
  shop_id uuid,
  planned_at timestamptz not null,
  /* The next instant at which something happens: it becomes due, is retried, or an unanswered question ends. */
  next_at timestamptz,
  /* Until when somebody should have phoned, or the customer's answer is waited for. */
  due_at timestamptz,
  tries jsonb not null default '[]',
  result text not null default '' check (result in ('', 'content', 'not_content', 'no_answer', 'unreachable')),
  stars smallint,
  words text not null default '',
  done_by uuid,
  done_at timestamptz,
  primary key (brand_id, id),
  foreign key (brand_id, ticket_id) references tickets.ticket (brand_id, id),
  foreign key (brand_id, owner_id) references people.staff (brand_id, id),
  foreign key (brand_id, shop_id) references people.shop (brand_id, id)
);
/* Closed twice in one cycle (undone in between), it is still planned once. */
create unique index revisit_planned on tickets.revisit (brand_id, ticket_id, cycle, after_days) where state <> 'cancelled';
create index revisit_ticket on tickets.revisit (brand_id, ticket_id, planned_at);
create index revisit_open on tickets.revisit (brand_id, state, planned_at, id) where state in ('planned', 'due', 'asked');
create index revisit_work on tickets.revisit (brand_id, owner_id, planned_at, id) where state = 'due';
create index revisit_shop on tickets.revisit (brand_id, shop_id, planned_at, id) where state in ('planned', 'due', 'asked');
create index revisit_next on tickets.revisit (next_at) where next_at is not null;
create index revisit_done on tickets.revisit (brand_id, done_at desc, id desc) where state in ('done', 'unreachable');
call platform.isolate('tickets.revisit');
create function tickets.revisits_due(at timestamptz, most int) returns table (brand_id uuid, ticket_id uuid)
  language sql stable security definer set search_path = pg_catalog as
  $$ select distinct r.brand_id, r.ticket_id from (select brand_id, ticket_id from tickets.revisit where next_at <= at order by next_at limit most) r $$;
