/* A stop-sale calls the shops as an alarm does: heard and sent in the lane that nothing stands before. */
insert into notify.wanted (brand_id, name)
  select brand_id, 'incidents.stopSale' from notify.wanted where name = 'incidents.called'
  on conflict do nothing;

create or replace function notify.heard_urgent(at timestamptz, most int) returns table (brand_id uuid, event_id uuid)
  language sql stable security definer set search_path = pg_catalog as
$$ select h.brand_id, h.event_id from notify.heard h
   where h.next_try_at <= heard_urgent.at
     and h.name in ('tickets.alarmRaised', 'incidents.called', 'incidents.stopSale', 'insights.alarmRaised')
   order by h.next_try_at, h.event_id limit most $$;
create or replace function notify.deliveries_urgent(at timestamptz, most int) returns table (brand_id uuid, id uuid, robot_id uuid)
  language sql stable security definer set search_path = pg_catalog as
$$ select due.brand_id, due.id, due.robot_id from (
     select d.brand_id, d.id, d.robot_id, d.next_try_at, d.tries > 0 as again,
       row_number() over (partition by d.brand_id, d.tries > 0 order by d.next_try_at, d.id) as turn
     from notify.delivery d
     where d.state = 'queued' and d.next_try_at <= at
       and d.kind in ('alarm', 'incident_called', 'early_emergency', 'stop_sale', 'stop_sale_again')) due
   order by due.again, due.turn, due.next_try_at, due.id limit most $$;
create or replace function notify.deliveries_due(at timestamptz, most int) returns table (brand_id uuid, id uuid, robot_id uuid)
  language sql stable security definer set search_path = pg_catalog as
$$ select d.brand_id, d.id, d.robot_id from notify.delivery d where d.state = 'queued' and d.next_try_at <= at
   order by (d.kind in ('alarm', 'incident_called', 'early_emergency', 'stop_sale', 'stop_sale_again')) desc, d.next_try_at limit most $$;

drop index notify.heard_urgent;
create index heard_urgent on notify.heard (next_try_at, event_id)
  where name in ('tickets.alarmRaised', 'incidents.called', 'incidents.stopSale', 'insights.alarmRaised');
drop index notify.delivery_urgent;
create index delivery_urgent on notify.delivery (next_try_at)
  where state = 'queued' and kind in ('alarm', 'incident_called', 'early_emergency', 'stop_sale', 'stop_sale_again');
