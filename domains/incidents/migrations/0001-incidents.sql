create schema incidents;
grant usage on schema incidents to huiyin_app;

/* E1: one room. `plan` is the playbook's plan as it was at the opening: a running room keeps what it began with. `version` grows with every change. */
create table incidents.incident (
  brand_id uuid not null references platform.brand (id),
  id uuid not null,
  number int not null,
  drill boolean not null,
  title text not null,
  summary text not null default '',
  kind text not null,
  plan_key text not null,
  plan jsonb not null,
  playbook_version_id uuid not null,
  grade text not null default '',
  graded_at timestamptz,
  status text not null default 'open' check (status in ('open', 'contained', 'closed')),
  source text not null check (source in ('ticket', 'alarm', 'hand', 'drill')),
  alarm_id uuid,
  /* The sender's own name of the tap, so that a repeated one opens nothing. */
  tap_key text,
  leader_id uuid,
  spokesperson_id uuid,
  /* Empty: the whole brand. */
  shop_ids uuid[] not null default '{}',
  version int not null default 1,
  opened_by uuid,
  opened_by_name text not null default '',
  opened_at timestamptz not null,
  contained_at timestamptz,
  closed_at timestamptz,
  closed_by_name text not null default '',
  closing_words text not null default '',
  score jsonb,
  primary key (brand_id, id),
  unique (brand_id, drill, number),
  foreign key (brand_id, playbook_version_id) references playbook.version (brand_id, id),
  foreign key (brand_id, leader_id) references people.staff (brand_id, id),
  foreign key (brand_id, spokesperson_id) references people.staff (brand_id, id),
  foreign key (brand_id, opened_by) references people.staff (brand_id, id)
);
create index incident_open on incidents.incident (brand_id, opened_at desc, id desc) where closed_at is null;
create index incident_closed on incidents.incident (brand_id, closed_at desc, id desc) where closed_at is not null;
create index incident_alarm on incidents.incident (brand_id, alarm_id) where alarm_id is not null and closed_at is null;
create unique index incident_tap on incidents.incident (brand_id, tap_key) where tap_key is not null;
call platform.isolate('incidents.incident');

/* The checklist. Titles come from the plan; one that was added in the room brings its own. `level`: 0 untold, 1 warned, 2 late told, 3 executives told. */
create table incidents.step (
  brand_id uuid not null,
  id uuid not null,
  incident_id uuid not null,
  position int not null,
  key text not null,
  phase text not null,
  post text not null,
  added_title text not null default '',
  law boolean not null default false,
  state text not null default 'open' check (state in ('open', 'done', 'left_out')),
  due_at timestamptz,
  provisional boolean not null default false,
  next_at timestamptz,
  level smallint not null default 0,
  done_at timestamptz,
  done_by uuid,
  done_by_name text not null default '',
  note text not null default '',
  file_ids uuid[] not null default '{}',
  primary key (brand_id, id),
  unique (brand_id, incident_id, key),
  foreign key (brand_id, incident_id) references incidents.incident (brand_id, id)
);
create index step_next on incidents.step (next_at) where next_at is not null;
create index step_provisional on incidents.step (brand_id, incident_id) where provisional;
call platform.isolate('incidents.step');

/* The call-down list: one row per post of the plan. `reached` is how far down the chain people have been called. */
create table incidents.post (
  brand_id uuid not null,
  incident_id uuid not null,
  key text not null,
  position int not null,
  reached smallint not null default 0,
  level smallint not null default 0,
  acknowledged_at timestamptz,
  exhausted boolean not null default false,
  next_call_at timestamptz,
  primary key (brand_id, incident_id, key),
  foreign key (brand_id, incident_id) references incidents.incident (brand_id, id)
);
create index post_next on incidents.post (next_call_at) where next_call_at is not null;
call platform.isolate('incidents.post');

create table incidents.member (
  brand_id uuid not null,
  incident_id uuid not null,
  post text not null,
  staff_id uuid not null,
  state text not null check (state in ('called', 'acknowledged', 'declined', 'joined')),
  called_at timestamptz,
  calls int not null default 0,
  answered_at timestamptz,
  added_at timestamptz not null,
  primary key (brand_id, incident_id, post, staff_id),
  foreign key (brand_id, incident_id) references incidents.incident (brand_id, id),
  foreign key (brand_id, staff_id) references people.staff (brand_id, id)
);
create index member_staff on incidents.member (brand_id, staff_id, incident_id);
call platform.isolate('incidents.member');

/* Every call of every person: kept for the record and for a drill's score. Append-only. */
create table incidents.call (
  brand_id uuid not null,
  id uuid not null,
  incident_id uuid not null,
  post text not null,
  staff_id uuid not null,
  level smallint not null,
  at timestamptz not null,
  primary key (brand_id, id),
  foreign key (brand_id, incident_id) references incidents.incident (brand_id, id)
);
create index call_incident on incidents.call (brand_id, incident_id, at);
call platform.isolate('incidents.call');
revoke update, delete on incidents.call from huiyin_app;

/* Who has the room open. */
create table incidents.presence (
  brand_id uuid not null,
  incident_id uuid not null,
  staff_id uuid not null,
  seen_at timestamptz not null,
  primary key (brand_id, incident_id, staff_id),
  foreign key (brand_id, incident_id) references incidents.incident (brand_id, id)
);
call platform.isolate('incidents.presence');

/* E1: tickets of the incident. `invented` belongs to a drill and to nothing else: {title, customerName, shopId}. */
create table incidents.linked_ticket (
  brand_id uuid not null,
  incident_id uuid not null,
  ticket_id uuid not null,
  invented jsonb,
  linked_at timestamptz not null,
  linked_by_name text not null default '',
  primary key (brand_id, incident_id, ticket_id),
  foreign key (brand_id, incident_id) references incidents.incident (brand_id, id)
);
create index linked_ticket_ticket on incidents.linked_ticket (brand_id, ticket_id);
call platform.isolate('incidents.linked_ticket');

/* Append-only. */
create table incidents.entry (
  brand_id uuid not null,
  id uuid not null,
  incident_id uuid not null,
  at timestamptz not null,
  kind text not null check (kind in ('fact', 'note', 'decision', 'reply')),
  fact text not null default '',
  by_id uuid,
  by_name text not null default '',
  text_enc bytea,
  data jsonb not null default '{}',
  file_ids uuid[] not null default '{}',
  ticket_id uuid,
  primary key (brand_id, id),
  foreign key (brand_id, incident_id) references incidents.incident (brand_id, id)
);
create index entry_incident on incidents.entry (brand_id, incident_id, at desc, id desc);
call platform.isolate('incidents.entry');
revoke update, delete on incidents.entry from huiyin_app;

create table incidents.statement (
  brand_id uuid not null,
  id uuid not null,
  incident_id uuid not null,
  audience text not null,
  title text not null,
  text text not null,
  state text not null default 'draft' check (state in ('draft', 'asked', 'refused', 'approved', 'released')),
  version int not null default 1,
  /* Everybody who has written on this version: none of them approves it. */
  writers uuid[] not null default '{}',
  drafted_by_name text not null default '',
  drafted_at timestamptz not null,
  approved_by uuid,
  approved_by_name text not null default '',
  approved_at timestamptz,
  refused_why text not null default '',
  released_by_name text not null default '',
  released_at timestamptz,
  released_where text not null default '',
  primary key (brand_id, id),
  foreign key (brand_id, incident_id) references incidents.incident (brand_id, id)
);
create index statement_incident on incidents.statement (brand_id, incident_id, drafted_at, id);
call platform.isolate('incidents.statement');

/* The sheet for the authority; every value is encrypted, sensitive ones are shown only on demand. */
create table incidents.sheet_value (
  brand_id uuid not null,
  incident_id uuid not null,
  key text not null,
  value_enc bytea,
  by_name text not null default '',
  at timestamptz not null,
  primary key (brand_id, incident_id, key),
  foreign key (brand_id, incident_id) references incidents.incident (brand_id, id)
);
call platform.isolate('incidents.sheet_value');

create table incidents.evidence (
  brand_id uuid not null,
  incident_id uuid not null,
  key text not null,
  kept boolean not null,
  by_name text not null default '',
  at timestamptz not null,
  primary key (brand_id, incident_id, key),
  foreign key (brand_id, incident_id) references incidents.incident (brand_id, id)
);
call platform.isolate('incidents.evidence');

/* Uploads of the room; the bytes lie with the channels' attachments. */
create table incidents.file (
  brand_id uuid not null,
  incident_id uuid not null,
  file_id uuid not null,
  by_id uuid,
  by_name text not null default '',
  at timestamptz not null,
  primary key (brand_id, incident_id, file_id),
  foreign key (brand_id, incident_id) references incidents.incident (brand_id, id)
);
call platform.isolate('incidents.file');

create table incidents.review (
  brand_id uuid not null,
  incident_id uuid not null,
  what text not null default '',
  why text not null default '',
  went_well text not null default '',
  went_badly text not null default '',
  finished_at timestamptz,
  finished_by_name text not null default '',
  primary key (brand_id, incident_id),
  foreign key (brand_id, incident_id) references incidents.incident (brand_id, id)
);
call platform.isolate('incidents.review');

/* What comes of an incident and lives on after it. `level`: 0 untold, 1 reminded, 2 late told. */
create table incidents.measure (
  brand_id uuid not null,
  id uuid not null,
  incident_id uuid not null,
  text text not null,
  owner_id uuid not null,
  due_on date not null,
  due_at timestamptz not null,
  next_at timestamptz,
  level smallint not null default 0,
  done_at timestamptz,
  done_by_name text not null default '',
  done_note text not null default '',
  created_by uuid,
  created_at timestamptz not null,
  primary key (brand_id, id),
  foreign key (brand_id, incident_id) references incidents.incident (brand_id, id),
  foreign key (brand_id, owner_id) references people.staff (brand_id, id)
);
create index measure_incident on incidents.measure (brand_id, incident_id, due_on, id);
create index measure_mine on incidents.measure (brand_id, owner_id, due_on, id);
create index measure_next on incidents.measure (next_at) where next_at is not null;
call platform.isolate('incidents.measure');

/* Rooms of all brands in which something is due at an instant. */
create function incidents.posts_due(at timestamptz, most int) returns table (brand_id uuid, incident_id uuid)
  language sql stable security definer set search_path = pg_catalog as
$$ select brand_id, incident_id from incidents.post where next_call_at <= at group by 1, 2 order by min(next_call_at) limit most $$;
create function incidents.steps_due(at timestamptz, most int) returns table (brand_id uuid, incident_id uuid)
  language sql stable security definer set search_path = pg_catalog as
$$ select brand_id, incident_id from incidents.step where next_at <= at group by 1, 2 order by min(next_at) limit most $$;
create function incidents.measures_due(at timestamptz, most int) returns table (brand_id uuid, incident_id uuid)
  language sql stable security definer set search_path = pg_catalog as
$$ select brand_id, incident_id from incidents.measure where next_at <= at group by 1, 2 order by min(next_at) limit most $$;
