/* Who renews the application's token, and until when the others leave it to them: {by, until}, or {by, problem} when it failed. */
alter table notify.sender add column renewal jsonb, add column token_ends_at timestamptz;

/* Text messages that somebody got lately: each costs money, so there is a most for a day. */
create index delivery_sms_lately on notify.delivery (brand_id, staff_id, sent_at) where means = 'sms' and sent_at is not null;

/* Rounds of alarms go with the logs. */
create or replace function notify.forget(before timestamptz, most int) returns int
  language plpgsql security definer set search_path = pg_catalog as $$
declare gone int; more int; rounds int;
begin
  delete from notify.hook_call where (brand_id, id) in (select brand_id, id from notify.hook_call where created_at < before and state <> 'queued' limit most);
  get diagnostics gone = row_count;
  delete from notify.delivery where (brand_id, id) in (select brand_id, id from notify.delivery where created_at < before and state <> 'queued' limit most);
  get diagnostics more = row_count;
  delete from notify.round where (brand_id, id) in (select r.brand_id, r.id from notify.round r where r.at < before
    and not exists (select from notify.delivery d where d.brand_id = r.brand_id and d.round_id = r.id) limit most);
  get diagnostics rounds = row_count;
  return gone + more + rounds;
end $$;
create index round_old on notify.round (at);
