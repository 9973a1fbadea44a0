/* What somebody is writing, on whatever device. `more`: mentions, expectedAt, wait, seen. */
create table tickets.draft (
  brand_id uuid not null,
  staff_id uuid not null,
  ticket_id uuid not null,
  mode text not null check (mode in ('reply', 'note', 'propose')),
  text text not null,
  photos uuid[] not null default '{}',
  more jsonb not null default '{}',
  updated_at timestamptz not null,
  primary key (brand_id, staff_id, ticket_id, mode),
  foreign key (brand_id, ticket_id) references tickets.ticket (brand_id, id)
);
create index draft_ticket on tickets.draft (brand_id, ticket_id);
call platform.isolate('tickets.draft');

/* Sent, but held back for the seconds in which it can be undone. A killed process loses none: the sweep sends what is due.
   `problem` is the code of the refusal when it could not be sent after all, with its data. */
create table tickets.held_message (
  brand_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  staff_id uuid not null,
  by_name text not null,
  mode text not null check (mode in ('reply', 'propose')),
  body jsonb not null,
  created_at timestamptz not null,
  send_at timestamptz not null,
  problem text not null default '',
  problem_data jsonb not null default '{}',
  primary key (brand_id, id),
  foreign key (brand_id, ticket_id) references tickets.ticket (brand_id, id)
);
create index held_message_due on tickets.held_message (send_at) where problem = '';
create index held_message_ticket on tickets.held_message (brand_id, ticket_id);
call platform.isolate('tickets.held_message');
create function tickets.held_due(at timestamptz, most int) returns table (brand_id uuid, id uuid, ticket_id uuid)
  language sql stable security definer set search_path = pg_catalog as
  $$ select brand_id, id, ticket_id from tickets.held_message where problem = '' and send_at <= at order by send_at limit most $$;

/* Who looks and who writes at this moment; unlogged, because losing it costs nothing. */
create unlogged table tickets.presence (
  brand_id uuid not null,
  ticket_id uuid not null,
  staff_id uuid not null,
  state text not null check (state in ('viewing', 'replying')),
  until timestamptz not null,
  primary key (brand_id, ticket_id, staff_id)
);
create index presence_until on tickets.presence (until);
call platform.isolate('tickets.presence');
