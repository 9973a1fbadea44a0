import type { Locale } from '#contracts/kit'
import type { Ctx } from '#platform/context'
import { orderErrors } from '../errors.ts'
import type { OrderData } from '../taking/order-data.ts'
import { cancel } from '../taking/order-deeds.ts'
import { findVisit } from '../visits/visit-data.ts'
import { asOrderer } from './order-door.ts'

/** Until the kitchen begins; a draft is nothing the customer has ordered yet. */
const STILL: readonly string[] = ['placed', 'confirmed']
export const mayCancel = ({ status }: Pick<OrderData, 'status'>): boolean => STILL.includes(status)

/** The customer lets the own order go; again changes nothing. Errors: orders.begun once the kitchen is at it. */
export function cancelOwnOrder(outer: Ctx, token: string, reason: string, locale: Locale): Promise<void> {
  return asOrderer(outer, token, locale, async (desk) => {
    if (desk.order.status === 'cancelled') return
    const visit = desk.order.kind === 'visit' ? await findVisit(desk.tx, desk.order.id) : undefined
    if (!mayCancel(desk.order) || visit?.arrived_at) throw orderErrors.begun()
    await cancel(desk, reason || BY_CUSTOMER[desk.ctx.locale])
  })
}

const BY_CUSTOMER: Record<Locale, string> = {
  'zh-CN': '顾客自己取消',
  'zh-TW': '顧客自己取消',
  en: 'cancelled by the customer',
}
