create schema insights;
grant usage on schema insights to huiyin_app;

/* Tickets that have something new to say, taken down in the transaction of their cause: none is lost, and a job for each would cost five times as much. */
create table insights.heard (
  brand_id uuid not null,
  ticket_id uuid not null,
  /* Of the earliest event that has not been listened to. */
  at timestamptz not null,
  tries int not null default 0,
  next_try_at timestamptz not null,
  primary key (brand_id, ticket_id)
);
create index heard_due on insights.heard (next_try_at, brand_id);
call platform.isolate('insights.heard');
create function insights.hear() returns trigger language plpgsql as $$
begin
  insert into insights.heard (brand_id, ticket_id, at, next_try_at)
    select e.brand_id, (e.body ->> 'ticketId')::uuid, min(e.at), min(e.at) from added e
    where e.name in ('tickets.opened', 'tickets.triaged', 'tickets.merged', 'tickets.split', 'tickets.moved')
    group by e.brand_id, e.body ->> 'ticketId'
    on conflict (brand_id, ticket_id) do nothing;
  return null;
end $$;
create trigger hear_voices after insert on platform.event referencing new table as added for each statement execute function insights.hear();
create function insights.brands_waiting(due timestamptz, most int) returns setof uuid
  language sql stable security definer set search_path = pg_catalog as
$$ select h.brand_id from (select brand_id, next_try_at from insights.heard where next_try_at <= due order by next_try_at limit 2000) h
   group by h.brand_id order by min(h.next_try_at) limit most $$;

/* What a ticket has counted for, so that it counts once however often it is told, corrected or merged. No word of a customer. */
create table insights.voice (
  brand_id uuid not null,
  ticket_id uuid not null,
  at timestamptz not null,
  /* Who speaks: a keyed hash; somebody who writes five times in a day is one voice. */
  person bytea not null,
  shop_id uuid,
  /* An emergency, or of a severity that may do harm. */
  urgent boolean not null,
  /* Series that it belongs to, as kind and key; and those of them in which it was counted. */
  said text[] not null,
  counted text[] not null,
  primary key (brand_id, ticket_id)
);
create index voice_person on insights.voice (brand_id, person, at);
create index voice_at on insights.voice (brand_id, at);
call platform.isolate('insights.voice');

/* One series of voices and how it stands (early/watch.ts). Touched only by the voices that belong to it. */
create table insights.series (
  brand_id uuid not null,
  kind text not null,
  key text not null,
  r float8[] not null,
  last_at timestamptz not null,
  voices float8 not null,
  days float8 not null,
  settled_at timestamptz not null,
  quieted_at timestamptz,
  recent_at timestamptz[] not null,
  recent_ids uuid[] not null,
  primary key (brand_id, kind, key)
) with (fillfactor = 70);
call platform.isolate('insights.series');

/* Since when a brand is listened to, how many voices of each kind were heard and how many series of it there can be. */
create table insights.usual (
  brand_id uuid not null references platform.brand (id),
  since timestamptz not null,
  heard jsonb not null default '{}',
  /* Busy days behind `heard`, faded like it, up to `reckoned_at`. */
  days float8 not null default 0,
  there jsonb not null default '{}',
  reckoned_at timestamptz not null,
  primary key (brand_id)
);
call platform.isolate('insights.usual');

/* How busy each hour of the week is, Monday 0:00 first: of each shop, and of the brand under its own id. */
create table insights.season (
  brand_id uuid not null,
  shop_id uuid not null,
  hours float4[] not null check (cardinality(hours) = 168),
  primary key (brand_id, shop_id)
);
call platform.isolate('insights.season');

/* Many small voices say one thing. One alarm for a cause: series that tell of the same tickets are gathered in it. */
create table insights.alarm (
  brand_id uuid not null references platform.brand (id),
  id uuid not null,
  state text not null check (state in ('new', 'seen', 'incident', 'dismissed')),
  urgent boolean not null,
  /* The series that is named, and all of them, as kind and key. */
  kind text not null,
  key text not null,
  series text[] not null,
  shop_ids uuid[] not null,
  raised_at timestamptz not null,
  /* The latest sign; for three days after it, what is new in the named series joins this alarm. */
  sign_at timestamptz not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  heard int not null,
  usual float8 not null,
  usual_week float8 not null,
  every_days float8 not null,
  ticket_ids uuid[] not null,
  plot jsonb not null,
  decided_by uuid,
  decided_at timestamptz,
  /* Why it is none: the kind of reason, and in words. */
  cause text not null default '',
  reason text not null default '',
  quiet_until timestamptz,
  incident_id uuid,
  primary key (brand_id, id),
  foreign key (brand_id, decided_by) references people.staff (brand_id, id)
);
create index alarm_open on insights.alarm (brand_id, raised_at desc, id desc) where state <> 'dismissed';
create index alarm_ended on insights.alarm (brand_id, raised_at desc, id desc) where state = 'dismissed';
create index alarm_new on insights.alarm (brand_id) where state = 'new';
create index alarm_lately on insights.alarm (brand_id, sign_at);
call platform.isolate('insights.alarm');
