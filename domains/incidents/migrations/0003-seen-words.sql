/* Grows with the words to affected customers and with whom they go to: whoever approves names what has been read. */
alter table incidents.affected add column version int not null default 1;
