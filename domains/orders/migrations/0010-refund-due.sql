/* Orders of which money must still go back: few, and looked for by everybody who may give it. */
create index order_refund_due on orders.order (brand_id, placed_at desc, id desc) where warnings @> '{refund}';
