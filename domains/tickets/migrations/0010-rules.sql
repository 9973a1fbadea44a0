/* When / if / then, written by a manager. */
create table tickets.rule (
  brand_id uuid not null,
  id uuid not null,
  name text not null,
  "on" boolean not null default false,
  position smallint not null,
  trigger text not null check (trigger in ('opened', 'changed', 'time')),
  /* For `time`: so many minutes after what. */
  after_min int,
  after_what text check (after_what in ('opened', 'updated', 'due', 'waiting', 'proposed')),
  conditions jsonb not null,
  actions jsonb not null,
  /* When it has fired, the rules below are not asked. */
  stops boolean not null default false,
  created_by uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (brand_id, id)
);
create index rule_on on tickets.rule (brand_id, trigger, position) where "on";
call platform.isolate('tickets.rule');
create table tickets.rule_run (
  brand_id uuid not null,
  id uuid not null,
  rule_id uuid not null,
  ticket_id uuid not null,
  cycle smallint not null,
  /* The event that caused it, or the passing of time; with the rule it is the key by which it happens once. */
  cause text not null,
  did jsonb not null,
  problem text not null default '',
  at timestamptz not null,
  primary key (brand_id, id),
  unique (brand_id, rule_id, ticket_id, cause),
  foreign key (brand_id, rule_id) references tickets.rule (brand_id, id) on delete cascade,
  foreign key (brand_id, ticket_id) references tickets.ticket (brand_id, id)
);
create index rule_run_rule on tickets.rule_run (brand_id, rule_id, at desc, id desc);
create index rule_run_ticket on tickets.rule_run (brand_id, ticket_id);
call platform.isolate('tickets.rule_run');

/* Tickets that rules have to look at, written with the change that is their cause. `chain` names the rules that led to it: none of these is asked again. */
create table tickets.rule_due (
  brand_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  trigger text not null check (trigger in ('opened', 'changed')),
  chain uuid[] not null default '{}',
  at timestamptz not null,
  primary key (brand_id, id),
  foreign key (brand_id, ticket_id) references tickets.ticket (brand_id, id)
);
call platform.isolate('tickets.rule_due');
create function tickets.rules_due(most int) returns table (brand_id uuid, id uuid)
  language sql stable security definer set search_path = pg_catalog as
  $$ select brand_id, id from tickets.rule_due order by id limit most $$;
create function tickets.brands_with_time_rules() returns setof uuid
  language sql stable security definer set search_path = pg_catalog as
  $$ select distinct brand_id from tickets.rule where "on" and trigger = 'time' $$;

/* A rule on change fires when a ticket comes to fit, not again while it goes on fitting. */
create table tickets.rule_fit (
  brand_id uuid not null,
  rule_id uuid not null,
  ticket_id uuid not null,
  primary key (brand_id, rule_id, ticket_id),
  foreign key (brand_id, rule_id) references tickets.rule (brand_id, id) on delete cascade,
  foreign key (brand_id, ticket_id) references tickets.ticket (brand_id, id)
);
call platform.isolate('tickets.rule_fit');
