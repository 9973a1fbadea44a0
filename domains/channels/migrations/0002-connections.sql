/* I1: a channel that is connected to a foreign service. Its secrets are sealed; its hook is an unguessable part of the address that service calls. */
alter table channels.channel drop constraint channel_kind_check;
alter table channels.channel
  add column secrets_enc bytea,
  add column hook text,
  add column connected_at timestamptz,
  add column health jsonb not null default '{}';
create unique index channel_hook on channels.channel (hook) where hook is not null;
create function channels.channel_by_hook(wanted text) returns table (brand_id uuid, channel_id uuid)
  language sql stable security definer set search_path = pg_catalog as
$$ select brand_id, id from channels.channel where hook = wanted $$;

/* One token for all processes: whoever renews it holds the row. */
create table channels.access_token (
  brand_id uuid not null,
  channel_id uuid not null,
  name text not null,
  token_enc bytea,
  expires_at timestamptz not null,
  primary key (brand_id, channel_id, name),
  foreign key (brand_id, channel_id) references channels.channel (brand_id, id)
);
call platform.isolate('channels.access_token');

/* Whom a channel talks to: an openid, an e-mail address, a number, a review. The ticket is the one that is talked about now. */
create table channels.conversation (
  brand_id uuid not null,
  id uuid not null,
  channel_id uuid not null,
  address_index bytea not null,
  address_enc bytea not null,
  name_enc bytea,
  customer_id uuid,
  shop_id uuid,
  ticket_id uuid,
  /* Until when, and how many times, the service lets us write freely; null where it does not count. */
  window_ends_at timestamptz,
  window_left int,
  /* Why nothing can be delivered to this address any more; empty while it can. */
  unreachable text not null default '',
  state jsonb not null default '{}',
  created_at timestamptz not null,
  last_in_at timestamptz,
  primary key (brand_id, id),
  unique (brand_id, channel_id, address_index),
  foreign key (brand_id, channel_id) references channels.channel (brand_id, id)
);
create index conversation_customer on channels.conversation (brand_id, customer_id) where customer_id is not null;
create index conversation_ticket on channels.conversation (brand_id, ticket_id) where ticket_id is not null;
call platform.isolate('channels.conversation');

/* I3: what a service pushed stays as it came until somebody has understood it. */
alter table channels.inbound_message drop constraint inbound_message_state_check;
alter table channels.inbound_message
  add constraint inbound_message_state_check check (state in ('received', 'threaded', 'noted', 'needs_look', 'dismissed')),
  add column thread text not null default '',
  add column tries int not null default 0,
  add column next_try_at timestamptz;
create index inbound_message_received on channels.inbound_message (received_at) where state = 'received';
create index inbound_message_thread on channels.inbound_message (brand_id, channel_id, thread, received_at) where state = 'received';
/* The oldest of each thread that is due, of all brands: messages of one thread follow each other, threads go side by side. */
create function channels.inbound_waiting(at timestamptz, most int) returns table (brand_id uuid, id uuid)
  language sql stable security definer set search_path = pg_catalog as
$$ select m.brand_id, m.id from channels.inbound_message m
   where m.state = 'received' and coalesce(m.next_try_at, m.received_at) <= at
     and not exists (select from channels.inbound_message e where e.brand_id = m.brand_id and e.channel_id = m.channel_id and e.thread = m.thread
       and e.state = 'received' and m.thread <> '' and (e.received_at, e.id) < (m.received_at, m.id))
   order by m.received_at limit most $$;

/* H1: one outbox for all channels. */
alter table channels.outbound_message drop constraint outbound_message_state_check;
alter table channels.outbound_message
  add constraint outbound_message_state_check check (state in ('queued', 'sent', 'delivered', 'read', 'failed', 'dropped')),
  add column conversation_id uuid,
  add column payload_enc bytea,
  add column external_id text,
  add column delivered_at timestamptz,
  alter column ticket_id drop not null;
create index outbound_message_external on channels.outbound_message (brand_id, channel_id, external_id) where external_id is not null;
create index outbound_message_conversation on channels.outbound_message (brand_id, conversation_id, created_at) where state = 'queued';
create index outbound_message_failed on channels.outbound_message (brand_id, created_at desc) where state = 'failed';
drop index channels.outbound_message_due;
create index outbound_message_due on channels.outbound_message (next_try_at) where state = 'queued';
create function channels.outbound_due(at timestamptz, most int) returns table (brand_id uuid, id uuid)
  language sql stable security definer set search_path = pg_catalog as
$$ select m.brand_id, m.id from channels.outbound_message m
   where m.state = 'queued' and m.next_try_at <= at
     and not exists (select from channels.outbound_message e where e.brand_id = m.brand_id and e.conversation_id = m.conversation_id
       and e.state = 'queued' and (e.created_at, e.id) < (m.created_at, m.id))
   order by m.next_try_at limit most $$;

/* What is asked for regularly: reviews, missed pushes, a mailbox. */
create table channels.poll (
  brand_id uuid not null,
  channel_id uuid not null,
  name text not null,
  cursor jsonb not null default '{}',
  due_at timestamptz not null,
  tries int not null default 0,
  primary key (brand_id, channel_id, name),
  foreign key (brand_id, channel_id) references channels.channel (brand_id, id)
);
create index poll_due on channels.poll (due_at);
call platform.isolate('channels.poll');
create function channels.polls_due(at timestamptz, most int) returns table (brand_id uuid, channel_id uuid, name text)
  language sql stable security definer set search_path = pg_catalog as
$$ select p.brand_id, p.channel_id, p.name from channels.poll p
   join channels.channel c on c.brand_id = p.brand_id and c.id = p.channel_id
   where p.due_at <= at and c."on" and c.connected_at is not null order by p.due_at limit most $$;

/* How much of a service's allowance is used in one window of time. */
create table channels.quota (
  brand_id uuid not null,
  channel_id uuid not null,
  name text not null,
  starts_at timestamptz not null,
  used int not null,
  primary key (brand_id, channel_id, name),
  foreign key (brand_id, channel_id) references channels.channel (brand_id, id)
);
call platform.isolate('channels.quota');

/* Sound, film and documents beside photos: kept as they came, never shown inside a page. */
alter table channels.attachment add column name_enc bytea;
