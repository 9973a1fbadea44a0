import type { z } from 'zod'
import type { ChangeOrder, OrderKind, OrderView } from '#contracts/orders'
import { isNumber } from '../../ui/is-number.ts'
import { type Line, linesOf, placed } from './order-lines.ts'

/** An order while it is changed. Who and where are shown masked: what stays empty stays as it is. */
export type Changed = {
  kind: OrderKind
  lines: Line[]
  note: string
  wantedAt: string | null
  feeMinor: number
  discountMinor: number
  paid: boolean
  name: string
  phone: string
  address: string
}

export function changedOf(order: OrderView): Changed {
  return {
    kind: order.kind,
    lines: linesOf(order.items),
    note: order.note,
    wantedAt: order.wantedAt,
    feeMinor: order.deliveryFeeMinor,
    discountMinor: order.discountMinor,
    paid: order.paid,
    name: '',
    phone: '',
    address: '',
  }
}

/** Only what is different, as the server takes it; null when nothing is, or a number cannot be one. */
export function changesIn(before: Changed, now: Changed): z.input<typeof ChangeOrder> | null {
  const phone = now.phone.trim()
  if (phone && !isNumber(phone)) return null
  const address = now.address.trim()
  const changes = {
    ...(now.kind === before.kind ? {} : { kind: now.kind }),
    ...(sameLines(before.lines, now.lines) ? {} : { items: now.lines.map(placed) }),
    ...(now.note.trim() === before.note ? {} : { note: now.note.trim() }),
    ...(now.wantedAt === before.wantedAt ? {} : { wantedAt: now.wantedAt }),
    ...(now.feeMinor === before.feeMinor ? {} : { deliveryFeeMinor: now.feeMinor }),
    ...(now.discountMinor === before.discountMinor ? {} : { discountMinor: now.discountMinor }),
    ...(now.paid === before.paid ? {} : { paid: now.paid }),
    ...(now.name.trim() ? { name: now.name.trim() } : {}),
    ...(phone ? { contact: phone } : {}),
    ...(address.length > 1 ? { address: { text: address } } : {}),
  }
  return Object.keys(changes).length ? changes : null
}

function sameLines(before: readonly Line[], now: readonly Line[]): boolean {
  const said = (lines: readonly Line[]) => JSON.stringify(lines.map(placed))
  return said(before) === said(now)
}
