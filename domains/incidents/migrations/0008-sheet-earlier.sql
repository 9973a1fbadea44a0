/* What stood in the sheet before it was written anew, with who wrote it when. Append-only. */
create table incidents.sheet_earlier (
  brand_id uuid not null,
  id uuid not null,
  incident_id uuid not null,
  key text not null,
  value_enc bytea,
  by_name text not null default '',
  at timestamptz not null,
  primary key (brand_id, id),
  foreign key (brand_id, incident_id) references incidents.incident (brand_id, id)
);
create index sheet_earlier_incident on incidents.sheet_earlier (brand_id, incident_id, at desc, id desc);
call platform.isolate('incidents.sheet_earlier');
revoke update, delete on incidents.sheet_earlier from huiyin_app;
