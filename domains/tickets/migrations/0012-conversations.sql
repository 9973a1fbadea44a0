/* H1: in whose conversation the customer is answered; null where the customer reads us on the progress page. */
alter table tickets.ticket add column conversation_id uuid;
