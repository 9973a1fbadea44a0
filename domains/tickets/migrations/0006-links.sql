/* T4. Everything a merged ticket was, so that splitting gives it back. */
create table tickets.merge (
  brand_id uuid not null,
  id uuid not null,
  source_id uuid not null,
  target_id uuid not null,
  reason text not null default '',
  before jsonb not null,
  merged_by uuid,
  merged_at timestamptz not null,
  split_by uuid,
  split_at timestamptz,
  primary key (brand_id, id),
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
