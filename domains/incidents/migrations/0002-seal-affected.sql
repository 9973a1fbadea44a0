/* E2: what may not be sold any more. `stop_id` is the stop-sale that holds it; a drill has none. */
create table incidents.seal (
  brand_id uuid not null,
  id uuid not null,
  incident_id uuid not null,
  what text not null,
  item_id uuid,
  ingredient text not null default '',
  batch_code text not null default '',
  made_from timestamptz,
  made_to timestamptz,
  instruction text not null,
  sample text not null default '',
  stop_id uuid,
  every_min int not null check (every_min > 0),
  ordered_at timestamptz not null,
  ordered_by uuid,
  ordered_by_name text not null default '',
  lifted_at timestamptz,
  lifted_by_name text not null default '',
  lifted_why text not null default '',
  primary key (brand_id, id),
  foreign key (brand_id, incident_id) references incidents.incident (brand_id, id),
  check (item_id is not null or ingredient <> '' or batch_code <> '')
);
create index seal_incident on incidents.seal (brand_id, incident_id, ordered_at, id);
create index seal_stop on incidents.seal (brand_id, stop_id) where stop_id is not null;
call platform.isolate('incidents.seal');

/* What each shop has been asked, and its answer that counts: the latest of `seal_answer`. */
create table incidents.seal_shop (
  brand_id uuid not null,
  seal_id uuid not null,
  shop_id uuid not null,
  state text not null default 'waiting' check (state in ('waiting', 'acknowledged', 'none_here')),
  told_at timestamptz not null,
  asked int not null default 1,
  next_at timestamptz,
  answer_id uuid,
  primary key (brand_id, seal_id, shop_id),
  foreign key (brand_id, seal_id) references incidents.seal (brand_id, id),
  foreign key (brand_id, shop_id) references people.shop (brand_id, id)
);
create index seal_shop_shop on incidents.seal_shop (brand_id, shop_id, seal_id);
create index seal_shop_next on incidents.seal_shop (next_at) where next_at is not null;
call platform.isolate('incidents.seal_shop');

/* Append-only: a correction is one more. */
create table incidents.seal_answer (
  brand_id uuid not null,
  id uuid not null,
  seal_id uuid not null,
  shop_id uuid not null,
  at timestamptz not null,
  by_id uuid,
  by_name text not null default '',
  state text not null check (state in ('acknowledged', 'none_here')),
  late boolean not null,
  quantity double precision check (quantity >= 0),
  unit text not null default '',
  sample_kept text not null default '',
  note text not null default '',
  file_ids uuid[] not null default '{}',
  primary key (brand_id, id),
  foreign key (brand_id, seal_id, shop_id) references incidents.seal_shop (brand_id, seal_id, shop_id)
);
create index seal_answer_shop on incidents.seal_answer (brand_id, seal_id, shop_id, at);
call platform.isolate('incidents.seal_answer');
revoke update, delete on incidents.seal_answer from huiyin_app;

/* Seals of which a shop has to be asked again, over all brands. */
create function incidents.seals_due(at timestamptz, most int) returns table (brand_id uuid, incident_id uuid)
  language sql stable security definer set search_path = pg_catalog as
$$ select s.brand_id, s.incident_id from incidents.seal_shop w join incidents.seal s on s.brand_id = w.brand_id and s.id = w.seal_id
  where w.next_at <= at group by 1, 2 order by min(w.next_at) limit most $$;

/* E3: one search and one message per room. */
create table incidents.affected (
  brand_id uuid not null,
  incident_id uuid not null,
  query jsonb not null,
  state text not null default 'found' check (state in ('found', 'message_asked', 'approved', 'sending', 'sent')),
  text text not null default '',
  also jsonb not null default '{}',
  /* Everybody who has written on the words that stand now, or looked for whom they go to: none of them approves them. */
  writers uuid[] not null default '{}',
  written_by_name text not null default '',
  approved_by uuid,
  approved_by_name text not null default '',
  approved_at timestamptz,
  /* The words that were approved last: nothing else is ever said, whatever is being written meanwhile. */
  approved_text text not null default '',
  approved_also jsonb not null default '{}',
  refused_why text not null default '',
  /* Something of the sending or its fates is still to be done. */
  next_at timestamptz,
  primary key (brand_id, incident_id),
  foreign key (brand_id, incident_id) references incidents.incident (brand_id, id),
  foreign key (brand_id, approved_by) references people.staff (brand_id, id)
);
create index affected_next on incidents.affected (next_at) where next_at is not null;
call platform.isolate('incidents.affected');

/* Each customer once, however many orders: `customer_id` is the head of the file when it was found. */
create table incidents.affected_customer (
  brand_id uuid not null,
  id uuid not null,
  incident_id uuid not null,
  customer_id uuid not null,
  order_id uuid not null,
  conversation_id uuid,
  shop_id uuid not null,
  what text not null,
  at timestamptz not null,
  proof text not null check (proof in ('order', 'trace', 'time')),
  way text not null,
  state text not null check (state in ('found', 'queued', 'reached', 'unreached', 'replied', 'no_way', 'called', 'would_be_sent')),
  problem text not null default '',
  message_id uuid,
  told_at timestamptz,
  ticket_id uuid,
  replied_at timestamptz,
  called_by_name text not null default '',
  called_at timestamptz,
  call_note text not null default '',
  primary key (brand_id, id),
  unique (brand_id, incident_id, customer_id),
  foreign key (brand_id, incident_id) references incidents.affected (brand_id, incident_id),
  foreign key (brand_id, customer_id) references customers.customer (brand_id, id),
  foreign key (brand_id, shop_id) references people.shop (brand_id, id)
);
create index affected_customer_state on incidents.affected_customer (brand_id, incident_id, state, id);
create index affected_customer_message on incidents.affected_customer (brand_id, message_id) where message_id is not null;
create index affected_customer_told on incidents.affected_customer (brand_id, customer_id, told_at) where told_at is not null;
call platform.isolate('incidents.affected_customer');

create function incidents.affected_due(at timestamptz, most int) returns table (brand_id uuid, incident_id uuid)
  language sql stable security definer set search_path = pg_catalog as
$$ select brand_id, incident_id from incidents.affected where next_at <= at order by next_at limit most $$;

/* Brands in which customers have been told lately hear what customers write; all others pay one look-up per event. */
create table incidents.listening (
  brand_id uuid not null references platform.brand (id),
  until timestamptz not null,
  primary key (brand_id)
);
call platform.isolate('incidents.listening');

/* Tickets of which somebody may have answered, taken down in the transaction of their event: none is lost. Without a next try it is set aside
   with its problem. */
create table incidents.heard (
  brand_id uuid not null,
  ticket_id uuid not null,
  event_id uuid not null,
  at timestamptz not null,
  tries int not null default 0,
  next_try_at timestamptz,
  problem text not null default '',
  primary key (brand_id, event_id)
);
create index heard_due on incidents.heard (next_try_at, event_id) where next_try_at is not null;
call platform.isolate('incidents.heard');
create function incidents.hear() returns trigger language plpgsql as $$
begin
  insert into incidents.heard (brand_id, ticket_id, event_id, at, next_try_at)
    select e.brand_id, (e.body ->> 'ticketId')::uuid, e.id, e.at, e.at from added e
    join incidents.listening l on l.brand_id = e.brand_id and l.until > e.at
    where e.name in ('tickets.opened', 'tickets.messageAdded')
    on conflict do nothing;
  return null;
end $$;
create trigger hear_replies after insert on platform.event referencing new table as added for each statement execute function incidents.hear();
create function incidents.heard_waiting(at timestamptz, most int) returns table (brand_id uuid, event_id uuid)
  language sql stable security definer set search_path = pg_catalog as
$$ select h.brand_id, h.event_id from incidents.heard h where h.next_try_at <= heard_waiting.at order by h.next_try_at, h.event_id limit most $$;

/* What a customer wrote back, each message once. */
create table incidents.affected_reply (
  brand_id uuid not null,
  ticket_id uuid not null,
  entry_id uuid not null,
  affected_id uuid not null,
  primary key (brand_id, affected_id, ticket_id, entry_id),
  foreign key (brand_id, affected_id) references incidents.affected_customer (brand_id, id)
);
call platform.isolate('incidents.affected_reply');
