/* Under which number customers reach the brand, and when somebody answers it; a brand without one has no row. */
create table people.service_line (
  brand_id uuid not null references platform.brand (id),
  phone text not null check (phone <> ''),
  hours jsonb not null,
  changed_at timestamptz not null,
  primary key (brand_id)
);
call platform.isolate('people.service_line');
