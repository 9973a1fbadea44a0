create schema notify;
grant usage on schema notify to huiyin_app;

/* T3: a group's robot; bound to a region or a shop, or to the whole brand. Its address is its secret. */
create table notify.robot (
  brand_id uuid not null references platform.brand (id),
  id uuid not null,
  kind text not null check (kind in ('wecom', 'dingtalk', 'feishu')),
  name text not null,
  secrets_enc bytea not null,
  region_id uuid,
  shop_id uuid,
  groups text[] not null,
  mention boolean not null default true,
  locale text not null,
  "on" boolean not null default true,
  health jsonb not null default '{}',
  /* When it sent lately: services count the messages of the last minute. */
  recent timestamptz[] not null default '{}',
  /* The service asked us to be silent until then. */
  rest_until timestamptz,
  created_at timestamptz not null,
  primary key (brand_id, id),
  foreign key (brand_id, region_id) references people.region (brand_id, id),
  foreign key (brand_id, shop_id) references people.shop (brand_id, id),
  check (region_id is null or shop_id is null)
);
call platform.isolate('notify.robot');

/* What reaches single people: the company's WeCom application, its mailbox, the browsers. */
create table notify.sender (
  brand_id uuid not null references platform.brand (id),
  kind text not null check (kind in ('wecom', 'email', 'push', 'sms')),
  settings jsonb not null default '{}',
  secrets_enc bytea,
  "on" boolean not null default true,
  health jsonb not null default '{}',
  /* One token for all processes: whoever renews it holds the row. */
  token_enc bytea,
  token_until timestamptz,
  primary key (brand_id, kind)
);
call platform.isolate('notify.sender');

/* How somebody wants to be told, and where. */
create table notify.preference (
  brand_id uuid not null,
  staff_id uuid not null,
  means jsonb not null default '{}',
  quiet boolean not null default true,
  addresses_enc bytea,
  updated_at timestamptz not null,
  primary key (brand_id, staff_id),
  foreign key (brand_id, staff_id) references people.staff (brand_id, id)
);
call platform.isolate('notify.preference');

create table notify.push_subscription (
  brand_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  endpoint_index bytea not null,
  subscription_enc bytea not null,
  device text not null default '',
  created_at timestamptz not null,
  primary key (brand_id, id),
  unique (brand_id, endpoint_index),
  foreign key (brand_id, staff_id) references people.staff (brand_id, id)
);
create index push_subscription_staff on notify.push_subscription (brand_id, staff_id);
call platform.isolate('notify.push_subscription');

/* Which events this brand has somebody to tell of; the others cost nothing. */
create table notify.wanted (
  brand_id uuid not null references platform.brand (id),
  name text not null,
  primary key (brand_id, name)
);
call platform.isolate('notify.wanted');

/* Events that wait to be told, taken down in the transaction of their cause: none is lost, and one that nobody wants costs one look-up.
   A job for each would cost five times as much at the intake of a feedback. */
create table notify.heard (
  brand_id uuid not null,
  event_id uuid not null,
  name text not null,
  body jsonb not null,
  at timestamptz not null,
  tries int not null default 0,
  next_try_at timestamptz not null,
  primary key (brand_id, event_id)
);
create index heard_due on notify.heard (next_try_at, event_id);
call platform.isolate('notify.heard');
create function notify.hear() returns trigger language plpgsql as $$
begin
  insert into notify.heard (brand_id, event_id, name, body, at, next_try_at)
    select e.brand_id, e.id, e.name, e.body, e.at, e.at from added e
    join notify.wanted w on w.brand_id = e.brand_id and w.name = e.name
    on conflict do nothing;
  return null;
end $$;
create trigger hear after insert on platform.event referencing new table as added for each statement execute function notify.hear();
create function notify.heard_waiting(at timestamptz, most int) returns table (brand_id uuid, event_id uuid)
  language sql stable security definer set search_path = pg_catalog as
$$ select h.brand_id, h.event_id from notify.heard h where h.next_try_at <= at order by h.next_try_at, h.event_id limit most $$;

/* T3: each time a P1 calls; the timeline gets one line when everybody of it has been tried. */
create table notify.round (
  brand_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  level int not null,
  at timestamptz not null,
  noted boolean not null default false,
  primary key (brand_id, id)
);
create index round_open on notify.round (at) where not noted;
call platform.isolate('notify.round');

/* One message to one robot or one person. `dedupe` makes an event that is told twice one message. */
create table notify.delivery (
  brand_id uuid not null,
  id uuid not null,
  dedupe text not null,
  means text not null check (means in ('robot', 'wecom', 'email', 'push', 'sms')),
  robot_id uuid,
  staff_id uuid,
  kind text not null,
  ticket_id uuid,
  round_id uuid,
  data jsonb not null default '{}',
  state text not null default 'queued' check (state in ('queued', 'sent', 'failed', 'dropped')),
  tries int not null default 0,
  next_try_at timestamptz,
  problem text not null default '',
  problem_data jsonb not null default '{}',
  /* Told together with others in one message. */
  gathered boolean not null default false,
  created_at timestamptz not null,
  sent_at timestamptz,
  primary key (brand_id, id),
  unique (brand_id, dedupe),
  foreign key (brand_id, robot_id) references notify.robot (brand_id, id) on delete cascade,
  foreign key (brand_id, staff_id) references people.staff (brand_id, id)
);
create index delivery_due on notify.delivery (next_try_at) where state = 'queued';
create index delivery_round on notify.delivery (brand_id, round_id) where round_id is not null;
create index delivery_list on notify.delivery (brand_id, id desc);
create index delivery_robot on notify.delivery (brand_id, robot_id, created_at) where state = 'queued';
create index delivery_lately on notify.delivery (brand_id, staff_id, sent_at) where means = 'wecom' and sent_at is not null;
create index delivery_old on notify.delivery (created_at);
call platform.isolate('notify.delivery');
create function notify.deliveries_due(at timestamptz, most int) returns table (brand_id uuid, id uuid, robot_id uuid)
  language sql stable security definer set search_path = pg_catalog as
$$ select d.brand_id, d.id, d.robot_id from notify.delivery d where d.state = 'queued' and d.next_try_at <= at
   order by (d.kind = 'alarm') desc, d.next_try_at limit most $$;
create function notify.rounds_told(most int) returns table (brand_id uuid, id uuid)
  language sql stable security definer set search_path = pg_catalog as
$$ select r.brand_id, r.id from notify.round r where not r.noted and not exists (select from notify.delivery d
     where d.brand_id = r.brand_id and d.round_id = r.id and d.state = 'queued' and d.tries = 0) order by r.at limit most $$;

/* X2: addresses of other systems that are told of events. */
create table notify.endpoint (
  brand_id uuid not null references platform.brand (id),
  id uuid not null,
  name text not null,
  url text not null,
  events text[] not null,
  secret_enc bytea not null,
  old_secret_enc bytea,
  old_until timestamptz,
  state text not null default 'on' check (state in ('on', 'off', 'disabled')),
  reason text not null default '',
  reason_data jsonb not null default '{}',
  failing_since timestamptz,
  last_ok_at timestamptz,
  created_at timestamptz not null,
  primary key (brand_id, id)
);
call platform.isolate('notify.endpoint');

/* What an endpoint was told, is told, or missed while it was disabled; the log from which it is told again. */
create table notify.hook_call (
  brand_id uuid not null,
  id uuid not null,
  endpoint_id uuid not null,
  event_id uuid not null,
  event text not null,
  body text not null,
  happened_at timestamptz not null,
  state text not null check (state in ('queued', 'done', 'failed', 'missed')),
  again boolean not null default false,
  tries int not null default 0,
  next_try_at timestamptz,
  status int,
  answer text not null default '',
  problem text not null default '',
  took_ms int,
  tried_at timestamptz,
  created_at timestamptz not null,
  primary key (brand_id, id),
  unique (brand_id, endpoint_id, event_id),
  foreign key (brand_id, endpoint_id) references notify.endpoint (brand_id, id) on delete cascade
);
create index hook_call_due on notify.hook_call (next_try_at) where state = 'queued';
create index hook_call_log on notify.hook_call (brand_id, endpoint_id, id desc);
create index hook_call_old on notify.hook_call (created_at);
call platform.isolate('notify.hook_call');
/* A few of each endpoint: a slow one leaves room for the others. */
create function notify.hook_calls_due(at timestamptz, each int, most int) returns table (brand_id uuid, id uuid)
  language sql stable security definer set search_path = pg_catalog as
$$ select c.brand_id, c.id from (
     select d.brand_id, d.id, d.next_try_at, row_number() over (partition by d.brand_id, d.endpoint_id order by d.next_try_at, d.id) as place
     from (select * from notify.hook_call h where h.state = 'queued' and h.next_try_at <= at order by h.next_try_at limit 2000) d) c
   where c.place <= each order by c.next_try_at limit most $$;
/* What is older than the logs are kept. */
create function notify.forget(before timestamptz, most int) returns int
  language plpgsql security definer set search_path = pg_catalog as $$
declare gone int; more int;
begin
  delete from notify.hook_call where (brand_id, id) in (select brand_id, id from notify.hook_call where created_at < before and state <> 'queued' limit most);
  get diagnostics gone = row_count;
  delete from notify.delivery where (brand_id, id) in (select brand_id, id from notify.delivery where created_at < before and state <> 'queued' limit most);
  get diagnostics more = row_count;
  return gone + more;
end $$;
