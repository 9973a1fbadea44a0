/* What calls somebody at once has a lane of its own: neither a flood of other notices nor a service that hangs stands before it. */
create function notify.heard_urgent(at timestamptz, most int) returns table (brand_id uuid, event_id uuid)
  language sql stable security definer set search_path = pg_catalog as
$$ select h.brand_id, h.event_id from notify.heard h
   where h.next_try_at <= heard_urgent.at and h.name in ('tickets.alarmRaised', 'incidents.called', 'insights.alarmRaised')
   order by h.next_try_at, h.event_id limit most $$;
create function notify.deliveries_urgent(at timestamptz, most int) returns table (brand_id uuid, id uuid, robot_id uuid)
  language sql stable security definer set search_path = pg_catalog as
$$ select d.brand_id, d.id, d.robot_id from notify.delivery d
   where d.state = 'queued' and d.next_try_at <= at and d.kind in ('alarm', 'incident_called', 'early_emergency')
   order by d.next_try_at limit most $$;
create index heard_urgent on notify.heard (next_try_at, event_id)
  where name in ('tickets.alarmRaised', 'incidents.called', 'insights.alarmRaised');
create index delivery_urgent on notify.delivery (next_try_at)
  where state = 'queued' and kind in ('alarm', 'incident_called', 'early_emergency');
/* The timeline's line of a round waits for whatever is still on its way: taken, neither sent nor refused. */
create or replace function notify.rounds_told(most int) returns table (brand_id uuid, id uuid)
  language sql stable security definer set search_path = pg_catalog as
$$ select r.brand_id, r.id from notify.round r where not r.noted and not exists (select from notify.delivery d
     where d.brand_id = r.brand_id and d.round_id = r.id and d.state = 'queued' and (d.problem = '' or d.tries = 0)) order by r.at limit most $$;
/* The parameter by its full name: the bare word means the event's own `at`, and what has to be told again would never come up. */
create or replace function notify.heard_waiting(at timestamptz, most int) returns table (brand_id uuid, event_id uuid)
  language sql stable security definer set search_path = pg_catalog as
$$ select h.brand_id, h.event_id from notify.heard h where h.next_try_at <= heard_waiting.at order by h.next_try_at, h.event_id limit most $$;
