/* When the house learned of it: from then the law counts, however much later somebody opens the room. */
alter table incidents.incident add column found_at timestamptz;
update incidents.incident set found_at = opened_at;
alter table incidents.incident alter column found_at set not null;
