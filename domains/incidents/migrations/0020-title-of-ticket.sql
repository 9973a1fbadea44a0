/* The room is called what a customer wrote, which may name people: whoever may not know who it is reads another title. As long as nothing says otherwise, it is. */
alter table incidents.incident add column title_of_ticket boolean not null default true;
update incidents.incident i set title_of_ticket = false
  where i.drill
    or exists (select from incidents.entry e where e.brand_id = i.brand_id and e.incident_id = i.id and e.fact = 'renamed')
    or not exists (select from incidents.linked_ticket l where l.brand_id = i.brand_id and l.incident_id = i.id and l.linked_at = i.opened_at);
