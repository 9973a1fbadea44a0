/* The plan that a room followed until it was changed, as it was then: old lines of the timeline are read by it. */
create table incidents.plan_before (
  brand_id uuid not null,
  incident_id uuid not null,
  until timestamptz not null,
  plan jsonb not null,
  by_name text not null default '',
  primary key (brand_id, incident_id, until),
  foreign key (brand_id, incident_id) references incidents.incident (brand_id, id)
);
call platform.isolate('incidents.plan_before');
revoke update, delete on incidents.plan_before from huiyin_app;

/* What another plan does not want any more. */
alter table incidents.step drop constraint step_state_check;
alter table incidents.step add constraint step_state_check check (state in ('open', 'done', 'left_out', 'set_aside'));
