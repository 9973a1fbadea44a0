/* Imported orders have become orders of the orders room; those from before are handed over by a sweep (tickets.oldOrders). */
create function tickets.old_orders_waiting() returns setof uuid language sql stable security definer set search_path = pg_catalog as
  $$ select distinct brand_id from tickets.imported_order where shop_id is not null and placed_at is not null $$;
