create schema playbook;
grant usage on schema playbook to huiyin_app;

create table playbook.version (
  brand_id uuid not null references platform.brand (id),
  id uuid not null,
  number int not null,
  state text not null check (state in ('draft', 'published', 'retired')),
  document jsonb not null,
  note text not null default '',
  changed_by uuid,
  changed_by_name text not null default '',
  changed_at timestamptz not null,
  published_at timestamptz,
  primary key (brand_id, id),
  unique (brand_id, number)
);
/* One version is in force and at most one is being written. */
create unique index version_in_force on playbook.version (brand_id) where state = 'published';
create unique index version_draft on playbook.version (brand_id) where state = 'draft';
call platform.isolate('playbook.version');

create table playbook.calendar_year (
  brand_id uuid not null references platform.brand (id),
  year int not null,
  off_days jsonb not null,
  make_up_workdays jsonb not null,
  changed_at timestamptz not null,
  primary key (brand_id, year)
);
call platform.isolate('playbook.calendar_year');
