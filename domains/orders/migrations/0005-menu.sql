/* A station that a shop has no more: it is planned with no longer, and what was made there keeps its name. */
alter table orders.station add column closed_at timestamptz;
