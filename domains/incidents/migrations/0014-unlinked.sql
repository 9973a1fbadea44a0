/* Tickets that somebody has taken out of a room: what links by itself leaves them out. */
create table incidents.unlinked_ticket (
  brand_id uuid not null,
  incident_id uuid not null,
  ticket_id uuid not null,
  primary key (brand_id, incident_id, ticket_id),
  foreign key (brand_id, incident_id) references incidents.incident (brand_id, id)
);
call platform.isolate('incidents.unlinked_ticket');
