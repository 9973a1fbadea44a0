import type { Tx } from '#platform/db/database'

/** A confirmed order that has to be brought waits for a rider. */
export async function openDelivery(
  tx: Tx,
  row: { brand_id: string; id: string; order_id: string; shop_id: string; updated_at: Date },
): Promise<void> {
  await tx
    .insertInto('orders.delivery')
    .values({ ...row, state: 'waiting', plan_at: row.updated_at })
    .onConflict((c) =>
      c.columns(['brand_id', 'order_id']).doUpdateSet({
        state: 'waiting',
        rider_id: null,
        fixed: false,
        plan_at: row.updated_at,
        updated_at: row.updated_at,
      }),
    )
    .execute()
}

export async function cancelDelivery(tx: Tx, orderId: string, at: Date): Promise<void> {
  await tx
    .updateTable('orders.delivery')
    .set({ state: 'cancelled', updated_at: at })
    .where('order_id', '=', orderId)
    .where('state', 'in', ['waiting', 'assigned', 'picked_up'])
    .execute()
}
