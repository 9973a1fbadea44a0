/*
 * What a ticket is found by: its words and those of its messages in one row, apart from the ticket, so that a moved clock does not
 * write the whole index again. Words that begin with @ narrow a question inside the index: @b brand, @s shop, @w week.
 */
create table tickets.search (
  brand_id uuid not null,
  ticket_id uuid not null,
  opened_at timestamptz not null,
  words tsvector not null,
  primary key (brand_id, ticket_id),
  foreign key (brand_id, ticket_id) references tickets.ticket (brand_id, id)
);
create index search_words on tickets.search using gin (words) with (fastupdate = off);
call platform.isolate('tickets.search');
insert into tickets.search (brand_id, ticket_id, opened_at, words) select brand_id, id, opened_at, search from tickets.ticket;
drop index tickets.ticket_search;
alter table tickets.ticket alter column search drop not null;
