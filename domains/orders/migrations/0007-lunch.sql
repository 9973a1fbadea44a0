/* A rider's own day: asked for with every look at the round. */
create index delivery_of_rider on orders.delivery (brand_id, rider_id, delivered_at) where delivered_at is not null;
create index delivery_called_off on orders.delivery (brand_id, rider_id, updated_at) where state = 'cancelled';

/*
 * Kitchens with open work that have changed since they were planned, or stand longer than half a minute on an old plan; over all brands.
 * Screens reckon for themselves: this plan finds what is going to be slow and tells dispatch when dishes are ready, so a busy kitchen is looked
 * at every fifteen seconds and not at every tap.
 */
create or replace function orders.kitchens_due(at timestamptz, most int) returns table (brand_id uuid, shop_id uuid)
  language sql stable security definer as $$
    select k.brand_id, k.shop_id
    from (select brand_id, shop_id, max(updated_at) as changed_at from orders.kitchen_task where state in ('waiting', 'making') group by brand_id, shop_id) k
    left join orders.kitchen_plan p on p.brand_id = k.brand_id and p.shop_id = k.shop_id
    where p.planned_at is null or p.planned_at > at or p.planned_at <= at - interval '30 seconds'
      or (k.changed_at > p.planned_at and p.planned_at <= at - interval '15 seconds')
    order by p.planned_at nulls first limit most $$;
