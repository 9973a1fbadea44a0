/* Two tickets that probably are about one matter (T4): proposed to a person or merged by itself, and what a person made of it. */
create table tickets.same_matter (
  brand_id uuid not null references platform.brand (id),
  /* The later one. */
  ticket_id uuid not null,
  other_id uuid not null,
  probability real not null,
  reasons jsonb not null,
  state text not null check (state in ('proposed', 'merged', 'rejected', 'split')),
  found_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid,
  primary key (brand_id, ticket_id, other_id),
  foreign key (brand_id, ticket_id) references tickets.ticket (brand_id, id),
  foreign key (brand_id, other_id) references tickets.ticket (brand_id, id),
  foreign key (brand_id, decided_by) references people.staff (brand_id, id)
);
create index same_matter_other on tickets.same_matter (brand_id, other_id);
call platform.isolate('tickets.same_matter');

/* Tickets that have come in and are to be compared: at once, and once more when who wrote may have become known. */
create table tickets.matter_due (
  brand_id uuid not null references platform.brand (id),
  ticket_id uuid not null,
  at timestamptz not null,
  again boolean not null default false,
  primary key (brand_id, ticket_id),
  foreign key (brand_id, ticket_id) references tickets.ticket (brand_id, id)
);
call platform.isolate('tickets.matter_due');
create index matter_due_at on tickets.matter_due (at);
create function tickets.matters_due(until timestamptz, most int) returns table (brand_id uuid, ticket_id uuid)
  language sql stable security definer set search_path = pg_catalog as
$$ select brand_id, ticket_id from tickets.matter_due where at <= until order by at, ticket_id limit most $$;
