/* Who belongs to which file, of the few that were merged; and the deeds of a span of time, read from the index alone. */
create index customer_merged on customers.customer (brand_id, id) include (merged_into) where merged_into is not null;
drop index customers.deed_lately;
create index deed_lately on customers.deed (brand_id, what, at) include (customer_id, shop_id, kind, n, amount_minor);
