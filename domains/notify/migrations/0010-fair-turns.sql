/* What is told for the first time comes before what is told again, and the brands take turns: neither a service that hangs nor a flood of one brand stands before the alarm of another. */
create or replace function notify.deliveries_urgent(at timestamptz, most int) returns table (brand_id uuid, id uuid, robot_id uuid)
  language sql stable security definer set search_path = pg_catalog as
$$ select due.brand_id, due.id, due.robot_id from (
     select d.brand_id, d.id, d.robot_id, d.next_try_at, d.tries > 0 as again,
       row_number() over (partition by d.brand_id, d.tries > 0 order by d.next_try_at, d.id) as turn
     from notify.delivery d
     where d.state = 'queued' and d.next_try_at <= at and d.kind in ('alarm', 'incident_called', 'early_emergency')) due
   order by due.again, due.turn, due.next_try_at, due.id limit most $$;
