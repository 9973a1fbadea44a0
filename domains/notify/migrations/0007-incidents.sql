/* Brands whose staff are told of anything are called into emergency rooms as well. */
insert into notify.wanted (brand_id, name)
  select w.brand_id, e.name from notify.wanted w
  cross join (values ('incidents.called'), ('incidents.noticed')) as e (name)
  where w.name = 'tickets.alarmRaised'
  on conflict do nothing;

/* Whoever is called goes before whatever is only told. */
create or replace function notify.deliveries_due(at timestamptz, most int) returns table (brand_id uuid, id uuid, robot_id uuid)
  language sql stable security definer set search_path = pg_catalog as
$$ select d.brand_id, d.id, d.robot_id from notify.delivery d where d.state = 'queued' and d.next_try_at <= at
   order by (d.kind in ('alarm', 'incident_called')) desc, d.next_try_at limit most $$;
