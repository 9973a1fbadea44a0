/* How soon something has to go out: somebody may be in danger, a shop has to stop selling, everything else. */
create function notify.urgency(kind text) returns int language sql immutable parallel safe as
$$ select case when kind in ('alarm', 'incident_called', 'early_emergency') then 0
               when kind in ('stop_sale', 'stop_sale_again') then 1 else 2 end $$;

drop index notify.delivery_urgent;
drop index notify.delivery_due;
create index delivery_turn on notify.delivery (brand_id, notify.urgency(kind), (tries > 0), next_try_at, id) where state = 'queued';

/*
 * What is due, the worst first of all brands, then what is told for the first time, and the brands take turns: the stop-sale of one brand with
 * hundreds of shops holds up neither the alarm of another nor its own. At most twelve of one brand, a robot's messages counting as one, so that
 * as many brands are seen as the page has room for. Only brands with something queued are looked at, and of each only the heads of its rows.
 */
create function notify.deliveries_in_turn(at timestamptz, last int, most int) returns table (brand_id uuid, id uuid, robot_id uuid)
  language sql stable security definer set search_path = pg_catalog as
$$ with recursive brand (id) as (
     (select d.brand_id from notify.delivery d where d.state = 'queued' order by d.brand_id limit 1)
     union all
     select (select d.brand_id from notify.delivery d where d.state = 'queued' and d.brand_id > b.id order by d.brand_id limit 1)
     from brand b where b.id is not null),
   head as (
     select b.id as brand_id, d.id, d.robot_id, u.urgency, a.again, d.next_try_at,
       row_number() over (partition by b.id, coalesce(d.robot_id, d.id) order by u.urgency, a.again, d.next_try_at, d.id) as of_robot
     from brand b
     cross join generate_series(0, last) as u (urgency)
     cross join (values (false), (true)) as a (again)
     cross join lateral (
       select q.id, q.robot_id, q.next_try_at from notify.delivery q
       where q.brand_id = b.id and q.state = 'queued' and notify.urgency(q.kind) = u.urgency and (q.tries > 0) = a.again
         and q.next_try_at <= deliveries_in_turn.at
       order by q.next_try_at, q.id limit 24) d
     where b.id is not null),
   turned as (
     select h.*, row_number() over (partition by h.brand_id order by h.urgency, h.again, h.next_try_at, h.id) as turn
     from head h where h.of_robot = 1)
   select t.brand_id, t.id, t.robot_id from turned t where t.turn <= 12
   order by t.urgency, t.again, t.turn, t.next_try_at, t.id limit most $$;
create or replace function notify.deliveries_urgent(at timestamptz, most int) returns table (brand_id uuid, id uuid, robot_id uuid)
  language sql stable security definer set search_path = pg_catalog as
$$ select d.brand_id, d.id, d.robot_id from notify.deliveries_in_turn(deliveries_urgent.at, 1, most) d $$;
create or replace function notify.deliveries_due(at timestamptz, most int) returns table (brand_id uuid, id uuid, robot_id uuid)
  language sql stable security definer set search_path = pg_catalog as
$$ select d.brand_id, d.id, d.robot_id from notify.deliveries_in_turn(deliveries_due.at, 2, most) d $$;

/* The events of which it is made take turns in the same way. */
create or replace function notify.heard_urgent(at timestamptz, most int) returns table (brand_id uuid, event_id uuid)
  language sql stable security definer set search_path = pg_catalog as
$$ select t.brand_id, t.event_id from (
     select h.*, row_number() over (partition by h.brand_id order by h.name = 'incidents.stopSale', h.next_try_at, h.event_id) as turn from (
       select q.brand_id, q.event_id, q.name, q.next_try_at from notify.heard q
       where q.next_try_at <= heard_urgent.at
         and q.name in ('tickets.alarmRaised', 'incidents.called', 'incidents.stopSale', 'insights.alarmRaised')
       order by q.next_try_at, q.event_id limit 2000) h) t
   order by t.name = 'incidents.stopSale', t.turn, t.next_try_at, t.event_id limit most $$;
create or replace function notify.heard_waiting(at timestamptz, most int) returns table (brand_id uuid, event_id uuid)
  language sql stable security definer set search_path = pg_catalog as
$$ select t.brand_id, t.event_id from (
     select h.*, row_number() over (partition by h.brand_id order by h.next_try_at, h.event_id) as turn from (
       select q.brand_id, q.event_id, q.next_try_at from notify.heard q
       where q.next_try_at <= heard_waiting.at order by q.next_try_at, q.event_id limit 2000) h) t
   order by t.turn, t.next_try_at, t.event_id limit most $$;
