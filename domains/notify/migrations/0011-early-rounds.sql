/* An early warning calls in rounds as a P1 does; whom it called for is known beside what went out to them. */
alter table notify.round alter column ticket_id drop not null;
alter table notify.round add column alarm_id uuid;
alter table notify.round add column called uuid[] not null default '{}';
/* Noted, while something of it is still being tried again: it is noted once more when nothing is. */
alter table notify.round add column unsettled boolean not null default false;
alter table notify.round add constraint round_of check ((ticket_id is null) <> (alarm_id is null));
create index round_unsettled on notify.round (at) where unsettled;
create or replace function notify.rounds_told(most int) returns table (brand_id uuid, id uuid)
  language sql stable security definer set search_path = pg_catalog as
$$ select told.brand_id, told.id from (
     (select r.brand_id, r.id, r.at from notify.round r where not r.noted and not exists (select from notify.delivery d
        where d.brand_id = r.brand_id and d.round_id = r.id and d.state = 'queued' and (d.problem = '' or d.tries = 0)) order by r.at limit most)
     union all
     (select r.brand_id, r.id, r.at from notify.round r where r.unsettled and not exists (select from notify.delivery d
        where d.brand_id = r.brand_id and d.round_id = r.id and d.state = 'queued') order by r.at limit most)) told
   order by told.at limit most $$;
