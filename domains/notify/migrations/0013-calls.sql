/* Phones ring for alarms, by the account of the brand's SMS channel. */
alter table notify.sender drop constraint sender_kind_check;
alter table notify.sender add constraint sender_kind_check check (kind in ('wecom', 'email', 'push', 'sms', 'call'));
alter table notify.delivery drop constraint delivery_means_check;
alter table notify.delivery add constraint delivery_means_check check (means in ('robot', 'wecom', 'email', 'push', 'sms', 'call'));

/* Calls that somebody got lately, and those on their way: nobody's phone rings twice for one thing. */
create index delivery_call_lately on notify.delivery (brand_id, staff_id, created_at) where means = 'call';

/* The first calls give the other means a head start: the timeline's line does not wait for them, and they are noted by themselves once nothing of them is on its way. */
create or replace function notify.rounds_told(most int) returns table (brand_id uuid, id uuid)
  language sql stable security definer set search_path = pg_catalog as
$$ select told.brand_id, told.id from (
     (select r.brand_id, r.id, r.at from notify.round r where not r.noted and not exists (select from notify.delivery d
        where d.brand_id = r.brand_id and d.round_id = r.id and d.state = 'queued' and (d.problem = '' or d.tries = 0)
          and not (d.means = 'call' and d.tries = 0 and d.data ? 'later')) order by r.at limit most)
     union all
     (select r.brand_id, r.id, r.at from notify.round r where r.unsettled and not exists (select from notify.delivery d
        where d.brand_id = r.brand_id and d.round_id = r.id and d.state = 'queued'
          and (r.alarm_id is not null or d.means = 'call')) order by r.at limit most)) told
   order by told.at limit most $$;
