/* What may do harm calls again until somebody has looked: so many times so far, and when next. */
alter table insights.alarm add column level int not null default 0;
alter table insights.alarm add column next_at timestamptz;
update insights.alarm set next_at = now() where state = 'new' and urgent and sign_at > now() - interval '3 days';
create index alarm_calls on insights.alarm (next_at) where next_at is not null;
create function insights.calls_due(due timestamptz, most int) returns table (brand_id uuid, id uuid)
  language sql stable security definer set search_path = pg_catalog as
$$ select a.brand_id, a.id from insights.alarm a where a.next_at <= due order by a.next_at limit most $$;
