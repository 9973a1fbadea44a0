/* What somebody is writing in a part of a room, on whatever device; sealed, for it may name people who are ill. Gone when the room is closed. */
create table incidents.draft (
  brand_id uuid not null,
  staff_id uuid not null,
  incident_id uuid not null,
  part text not null check (part in ('entry', 'sheet', 'affected', 'review', 'statement')),
  text_enc bytea not null,
  updated_at timestamptz not null,
  primary key (brand_id, staff_id, incident_id, part),
  foreign key (brand_id, incident_id) references incidents.incident (brand_id, id)
);
create index draft_incident on incidents.draft (brand_id, incident_id);
call platform.isolate('incidents.draft');
