/* An answer that was set aside, and the rooms whose people are told of it. What was set aside before is tried once more. */
alter table incidents.heard add column incident_ids uuid[] not null default '{}';
create index heard_lost on incidents.heard (brand_id, ticket_id) where next_try_at is null;
update incidents.heard set tries = 0, next_try_at = now() where next_try_at is null;
