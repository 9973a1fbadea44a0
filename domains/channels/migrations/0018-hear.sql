/* The first of each thread is looked up by its index, whatever the planner believes: it has never seen many that wait, and in a storm it compared each with each. */
create or replace function channels.inbound_waiting(at timestamptz, most int) returns table (brand_id uuid, id uuid)
  language sql stable security definer set search_path = pg_catalog as
$$ select m.brand_id, m.id from channels.inbound_message m
   where m.state = 'received' and coalesce(m.next_try_at, m.received_at) <= at
     and (m.thread = '' or m.id = (select e.id from channels.inbound_message e
       where e.brand_id = m.brand_id and e.channel_id = m.channel_id and e.thread = m.thread and e.state = 'received' order by e.received_at, e.id limit 1))
   order by m.received_at limit most $$;

create or replace function channels.outbound_due(at timestamptz, most int) returns table (brand_id uuid, id uuid)
  language sql stable security definer set search_path = pg_catalog as
$$ select m.brand_id, m.id from channels.outbound_message m
   where m.state = 'queued' and m.next_try_at <= at
     and (m.conversation_id is null or m.id = (select e.id from channels.outbound_message e
       where e.brand_id = m.brand_id and e.conversation_id = m.conversation_id and e.state = 'queued' order by e.created_at, e.id limit 1))
   order by m.next_try_at limit most $$;
