import type { OrderGap, OrderKind } from '#contracts/orders'
import { isNumber } from '../../ui/is-number.ts'
import { type Line, type Menu, openIn, placed } from './order-lines.ts'

/** What has been typed of an order so far. `id` is the order's own: sent twice, it is placed once. */
export type Typed = {
  id: string
  phone: string
  name: string
  address: string
  point: { lat: number; lng: number } | null
  shopId: string
  kind: OrderKind
  lines: Line[]
  note: string
  /** Null: as soon as possible. */
  wantedAt: string | null
  feeMinor: number
  discountMinor: number
  paid: boolean
}

const KEPT = 'huiyin.order.new'
const ASIDE = 'huiyin.order.aside'
/** Told on this page when an order was begun from somewhere else. */
export const STARTED = 'huiyin.order.started'

function blank(): Typed {
  return {
    id: crypto.randomUUID(),
    phone: '',
    name: '',
    address: '',
    point: null,
    shopId: '',
    kind: 'delivery',
    lines: [],
    note: '',
    wantedAt: null,
    feeMinor: 0,
    discountMinor: 0,
    paid: false,
  }
}

/** What was being typed on this tab before it was loaded again; a closed tab forgets it. */
export function readTyped(): Typed {
  return { ...blank(), ...read(KEPT) }
}

export function keepTyped(typed: Typed | null): void {
  keep(KEPT, typed)
}

/** Somebody calls: their number is known from now on. An order that was half typed for another one is put aside. */
export function startTyped(phone: string): void {
  const before = readTyped()
  if (phone && before.phone.trim() === phone) return
  if (saysSomething(before)) keep(ASIDE, before)
  keepTyped({ ...blank(), phone, shopId: before.shopId })
  window.dispatchEvent(new Event(STARTED))
}

/** The half typed order that was put aside for a call; null when there is none. */
export function readAside(): Typed | null {
  const aside = read(ASIDE)
  return Object.keys(aside).length ? { ...blank(), ...aside } : null
}

export function keepAside(typed: Typed | null): void {
  keep(ASIDE, typed)
}

export function saysSomething({ phone, name, address, lines, note }: Typed): boolean {
  return lines.length > 0 || [phone, name, address, note].some((words) => words.trim() !== '')
}

function read(key: string): Partial<Typed> {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '{}') as Partial<Typed>
  } catch {
    return {}
  }
}

function keep(key: string, typed: Typed | null): void {
  if (typed) sessionStorage.setItem(key, JSON.stringify(typed))
  else sessionStorage.removeItem(key)
}

/** What the order still lacks, in the order in which one asks for it; the server says the last word. */
export function missingIn(typed: Typed, menu: Menu): OrderGap[] {
  const open = openIn(typed.lines, menu)
  return [
    ...open.filter((gap) => gap === 'items'),
    ...(typed.kind === 'delivery' && typed.address.trim().length < 2 ? (['address'] as const) : []),
    ...(typed.kind !== 'dine_in' && !isNumber(typed.phone) ? (['phone'] as const) : []),
    ...open.filter((gap) => gap !== 'items'),
  ]
}

/** As the server takes it. */
export function bodyOf(typed: Typed, shopId: string, draft: boolean) {
  const address = typed.address.trim()
  const brought = typed.kind === 'delivery'
  return {
    id: typed.id,
    shopId,
    kind: typed.kind,
    source: 'phone' as const,
    name: typed.name.trim(),
    ...(isNumber(typed.phone) ? { contact: typed.phone.trim() } : {}),
    ...(brought && address.length > 1
      ? { address: { text: address, ...(typed.point ? { point: typed.point } : {}) } }
      : {}),
    items: typed.lines.map(placed),
    note: typed.note.trim(),
    ...(typed.wantedAt ? { wantedAt: typed.wantedAt } : {}),
    deliveryFeeMinor: brought ? typed.feeMinor : 0,
    discountMinor: typed.discountMinor,
    paid: typed.paid,
    draft,
  }
}
