create schema if not exists platform;
grant usage on schema platform to huiyin_app;

/* The brand of the running transaction; null outside of one, so nothing is visible. */
create function platform.brand() returns uuid language sql stable parallel safe as
  $$ select nullif(current_setting('huiyin.brand', true), '')::uuid $$;

/* Row-level security, the second lock: the program's role sees only the rows of the transaction's brand. */
create procedure platform.isolate(tbl regclass, column_name text default 'brand_id') language plpgsql as $$
begin
  execute format('alter table %s enable row level security', tbl);
  execute format('create policy brand_isolation on %s using (%I = (select platform.brand())) with check (%I = (select platform.brand()))', tbl, column_name, column_name);
  execute format('grant select, insert, update, delete on %s to huiyin_app', tbl);
end $$;

create table platform.brand (
  id uuid primary key,
  name text not null,
  industry text not null,
  zone text not null default 'Asia/Shanghai',
  demo boolean not null default false,
  /* False while the demo is still being written: an interrupted load is begun again. */
  demo_ready boolean not null default false,
  created_at timestamptz not null default now()
);
call platform.isolate('platform.brand', 'id');

create function platform.brand_ids() returns setof uuid language sql stable security definer as
  $$ select id from platform.brand order by id $$;

/* Data keys, each wrapped by the key-encryption key that lives outside the database. */
create table platform.data_key (
  id smallint primary key,
  purpose text not null check (purpose in ('field', 'index', 'audit', 'token')),
  wrapped bytea not null,
  created_at timestamptz not null default now()
);
grant select, insert on platform.data_key to huiyin_app;

create table platform.event (
  brand_id uuid not null,
  id uuid not null,
  name text not null,
  body jsonb not null,
  at timestamptz not null,
  primary key (brand_id, id)
);
call platform.isolate('platform.event');

/* What a subscriber has already done: an event is delivered at least once, its effect happens once. */
create table platform.event_handled (
  brand_id uuid not null,
  event_id uuid not null,
  subscriber text not null,
  at timestamptz not null default now(),
  primary key (brand_id, event_id, subscriber)
);
call platform.isolate('platform.event_handled');

create table platform.audit_entry (
  brand_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  actor_kind text not null,
  actor_id uuid,
  actor text not null,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  subject text not null default '',
  data jsonb not null default '{}',
  primary key (brand_id, id)
);
create index audit_entry_subject on platform.audit_entry (brand_id, subject_id, id desc);
create index audit_entry_action on platform.audit_entry (brand_id, action, id desc);
create index audit_entry_actor on platform.audit_entry (brand_id, actor_id, id desc);
call platform.isolate('platform.audit_entry');
revoke update, delete on platform.audit_entry from huiyin_app;

/* Written after the entry's commit by one linker at a time, so that no request waits for the head of the chain. */
create table platform.audit_link (
  brand_id uuid not null,
  seq bigint not null,
  entry_id uuid not null,
  hash bytea not null,
  primary key (brand_id, seq),
  unique (brand_id, entry_id)
);
call platform.isolate('platform.audit_link');
revoke update, delete on platform.audit_link from huiyin_app;

/* The linker's queue: an entry leaves it when it is linked. */
create table platform.audit_pending (
  brand_id uuid not null,
  entry_id uuid not null,
  primary key (brand_id, entry_id)
);
call platform.isolate('platform.audit_pending');
create function platform.audit_pend() returns trigger language plpgsql as $$
begin
  insert into platform.audit_pending select brand_id, id from added;
  return null;
end $$;
create trigger audit_pend after insert on platform.audit_entry
  referencing new table as added for each statement execute function platform.audit_pend();
create function platform.audit_waiting() returns setof uuid language sql stable security definer as
  $$ select distinct brand_id from platform.audit_pending $$;

/* Rate limits that every process shares. */
create table platform.rate (
  key text not null,
  slot bigint not null,
  hits int not null,
  primary key (key, slot)
);
grant select, insert, update, delete on platform.rate to huiyin_app;

/* The program's role may queue a job, and nothing else of the queue. */
create function platform.queue_job(task text, payload jsonb, job_key text, tries int) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform graphile_worker.add_job(task, payload::json, max_attempts => tries, job_key => job_key);
end $$;
