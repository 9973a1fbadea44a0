import type { Tx } from '#platform/db/database'
import { insertItems, type NewItem, removeItems } from '../taking/order-data.ts'

export async function replaceItems(tx: Tx, orderId: string, items: NewItem[]): Promise<void> {
  await removeItems(tx, orderId)
  await insertItems(tx, items)
}

/** The ids of what is on the menu under these SKUs. */
export async function itemsBySku(tx: Tx, skus: readonly string[]): Promise<Map<string, string>> {
  if (!skus.length) return new Map()
  const rows = await tx
    .selectFrom('orders.menu_item')
    .select(['id', 'code'])
    .where('code', 'in', [...skus])
    .execute()
  return new Map(rows.map((row) => [row.code, row.id]))
}

export function orderByNumber(tx: Tx, number: number) {
  return tx
    .selectFrom('orders.order')
    .selectAll()
    .where('number', '=', number)
    .where('source', 'in', ['api', 'wechat', 'mini_program', 'website'])
    .executeTakeFirst()
}
