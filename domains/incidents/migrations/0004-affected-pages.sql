/* A page of one room's affected customers, and not a walk through those of all rooms before it. */
create index affected_customer_page on incidents.affected_customer (brand_id, incident_id, id);
