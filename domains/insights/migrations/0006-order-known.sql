/* A ticket is listened to again when the order behind it, its batches or its rider become known: only then is its voice heard in their series. */
create or replace function insights.hear() returns trigger language plpgsql as $$
begin
  insert into insights.heard as known (brand_id, ticket_id, at, next_try_at)
    select e.brand_id, (e.body ->> 'ticketId')::uuid, min(e.at), min(e.at) from added e
    where e.name in ('tickets.opened', 'tickets.triaged', 'tickets.merged', 'tickets.split', 'tickets.moved', 'orders.ticketOrderKnown')
    group by e.brand_id, e.body ->> 'ticketId'
    on conflict (brand_id, ticket_id) do update set rev = known.rev + 1;
  return null;
end $$;
