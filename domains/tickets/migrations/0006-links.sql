/* T4. Everything a merged ticket was, so that splitting gives it back. */
create table tickets.merge (
  brand_id uuid not null,
  id uuid not null,
  source_id uuid not null,
  target_id uuid not null,
  reason text not null default '',
  /* The source as it was, the tasks that went along, and what the target was lent. */
  before jsonb not null,
  merged_by uuid,
  merged_at timestamptz not null,
  split_by uuid,
  split_at timestamptz,
  split_reason text not null default '',
  primary key (brand_id, id),
  check (source_id <> target_id),
  foreign key (brand_id, source_id) references tickets.ticket (brand_id, id),
  foreign key (brand_id, target_id) references tickets.ticket (brand_id, id)
);
create unique index merge_standing on tickets.merge (brand_id, source_id) where split_at is null;
create index merge_target on tickets.merge (brand_id, target_id) where split_at is null;
call platform.isolate('tickets.merge');

create table tickets.relation (
  brand_id uuid not null,
  ticket_id uuid not null,
  other_id uuid not null,
  note text not null default '',
  by_id uuid,
  at timestamptz not null,
  primary key (brand_id, ticket_id, other_id),
  check (ticket_id < other_id),
  foreign key (brand_id, ticket_id) references tickets.ticket (brand_id, id),
  foreign key (brand_id, other_id) references tickets.ticket (brand_id, id)
);
create index relation_other on tickets.relation (brand_id, other_id);
call platform.isolate('tickets.relation');

/* The tags of the tickets that were touched last: what a tag field suggests. */
create index ticket_tagged on tickets.ticket (brand_id, updated_at desc) where tags <> '{}';

/* The customer's link of a merged ticket opens the one it was merged into. */
drop function tickets.ticket_by_token(bytea);
create function tickets.ticket_by_token(wanted bytea) returns table (brand_id uuid, ticket_id uuid, own_id uuid)
  language sql stable security definer set search_path = pg_catalog as
  $$ select brand_id, coalesce(merged_into, id), id from tickets.ticket where token_hash = wanted $$;
