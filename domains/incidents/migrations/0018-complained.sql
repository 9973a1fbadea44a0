/* Whoever has complained and is found among the orders is answered in the ticket, not told that they may have bought it. */
alter table incidents.affected
  /* The message goes to them too. */
  add column complainants boolean not null default false;
alter table incidents.affected_customer
  add column complaint_ticket_id uuid,
  /* What the row was before it was held back; empty while it is not. */
  add column before_complaint text not null default '',
  drop constraint affected_customer_state_check,
  add constraint affected_customer_state_check check (state in
    ('found', 'queued', 'reached', 'unreached', 'replied', 'no_way', 'called', 'would_be_sent', 'complained'));
