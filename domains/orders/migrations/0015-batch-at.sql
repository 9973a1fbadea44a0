/* What a shop had open of an ingredient at some time. */
create index batch_at on orders.batch (brand_id, shop_id, ingredient, opened_at);
