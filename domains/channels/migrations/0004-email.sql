/* A task that listens as long as a worker runs (IMAP IDLE, a socket): one worker holds it; the lease of one that died ends by itself. */
create table channels.listener (
  brand_id uuid not null,
  channel_id uuid not null,
  holder uuid,
  /* Held until then; without a holder: not tried again before. */
  until timestamptz not null,
  tries int not null default 0,
  primary key (brand_id, channel_id),
  foreign key (brand_id, channel_id) references channels.channel (brand_id, id)
);
call platform.isolate('channels.listener');
/* Channels of these kinds that nobody listens to, of all brands. */
create function channels.listeners_due(kinds text[], at timestamptz) returns table (brand_id uuid, channel_id uuid)
  language sql stable security definer set search_path = pg_catalog as
$$ select c.brand_id, c.id from channels.channel c
   left join channels.listener l on l.brand_id = c.brand_id and l.channel_id = c.id
   where c."on" and c.connected_at is not null and c.kind = any(kinds) and (l.until is null or l.until <= at) $$;
