/* What was given back of orders in a month, which its budget bears. */
create index trace_refunded on orders.trace (brand_id, at) where kind = 'refunded';
