/* What has been paid, where that is not the whole: of an order that was changed after it was paid. Null: all of it when paid, else nothing. */
alter table orders.order add column paid_minor int check (paid_minor >= 0);
