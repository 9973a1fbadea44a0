/* Each time an alarm called: when, and whom that reached by which means; null until everybody of it has been tried once. */
create table insights.call (
  brand_id uuid not null,
  alarm_id uuid not null,
  level int not null,
  at timestamptz not null,
  told jsonb,
  primary key (brand_id, alarm_id, level),
  foreign key (brand_id, alarm_id) references insights.alarm (brand_id, id)
);
call platform.isolate('insights.call');
