/* A tick that was made before a step was reopened, and comes after it, closes it no more. */
alter table incidents.step
  add column reopened_at timestamptz,
  add column reopened_by_name text not null default '';
update incidents.step s set reopened_at = e.at, reopened_by_name = e.by_name
  from (
    select distinct on (brand_id, incident_id, data ->> 'step') brand_id, incident_id, data ->> 'step' as key, at, by_name
    from incidents.entry where fact = 'step_reopened' order by brand_id, incident_id, data ->> 'step', at desc
  ) e
  where e.brand_id = s.brand_id and e.incident_id = s.incident_id and e.key = s.key;
