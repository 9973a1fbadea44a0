/* What the brand knows of the customer's worth, said by a person until orders tell it. */
alter table customers.customer add column value text not null default 'regular' check (value in ('new', 'regular', 'vip'));
