import type { OrderGap, OrderKind } from '#contracts/orders'
import type { MenuItem } from '#contracts/orders/menu'

export type Line = {
  key: string
  itemId: string
  quantity: number
  options: Record<string, string[]>
  note: string
}
/** What has been typed of an order so far. */
export type Typed = {
  phone: string
  name: string
  address: string
  point: { lat: number; lng: number } | null
  shopId: string
  kind: OrderKind
  lines: Line[]
  note: string
}

const KEPT = 'huiyin.order.new'
const NOTHING: Typed = {
  phone: '',
  name: '',
  address: '',
  point: null,
  shopId: '',
  kind: 'delivery',
  lines: [],
  note: '',
}

/** What was being typed on this tab before it was loaded again; a closed tab forgets it. */
export function readTyped(): Typed {
  try {
    return { ...NOTHING, ...(JSON.parse(sessionStorage.getItem(KEPT) ?? '{}') as Partial<Typed>) }
  } catch {
    return NOTHING
  }
}

export function keepTyped(typed: Partial<Typed> | null): void {
  if (typed) sessionStorage.setItem(KEPT, JSON.stringify(typed))
  else sessionStorage.removeItem(KEPT)
}

/** Items whose name, section or code has the words; a number at the end is how many: 乌龙 2. */
export function findItems(menu: readonly MenuItem[], words: string): { items: MenuItem[]; quantity: number } {
  const [, text = '', count] = /^(.*?)(?:\s+|[×xX*])?(\d{1,2})?$/.exec(words.trim()) ?? []
  const asked = text.trim().toLowerCase()
  const items = menu.filter((item) =>
    [item.name, item.section, item.sku].some((one) => one.toLowerCase().includes(asked)),
  )
  return { items, quantity: Math.max(1, Number(count ?? 1)) }
}

/** A line with the choices that leave no choice. */
export function lineOf(item: MenuItem, quantity: number): Line {
  const only = item.options.filter((option) => option.min > 0 && option.choices.length === 1)
  return {
    key: crypto.randomUUID(),
    itemId: item.id,
    quantity,
    options: Object.fromEntries(only.map((option) => [option.key, [option.choices[0]!.key]])),
    note: '',
  }
}

/** Picks or takes back one choice; where only one may be chosen it takes the other's place. */
export function choose(line: Line, option: MenuItem['options'][number], choice: string): Line {
  const now = line.options[option.key] ?? []
  const next = now.includes(choice)
    ? now.filter((key) => key !== choice)
    : option.max === 1
      ? [choice]
      : [...now, choice].slice(-option.max)
  return { ...line, options: { ...line.options, [option.key]: next } }
}

/** Of one piece, with what was chosen. Units: minor. */
export function priceOf(item: MenuItem, line: Line): number {
  const chosen = item.options.flatMap((option) =>
    option.choices.filter((choice) => line.options[option.key]?.includes(choice.key)),
  )
  return chosen.reduce((sum, choice) => sum + choice.priceMinor, item.priceMinor)
}

export function totalOf(typed: Typed, menu: ReadonlyMap<string, MenuItem>): number {
  return typed.lines.reduce((sum, line) => {
    const item = menu.get(line.itemId)
    return item ? sum + priceOf(item, line) * line.quantity : sum
  }, 0)
}

/** What the order still lacks, in the order in which one asks for it; the server says the last word. */
export function missingIn(typed: Typed, menu: ReadonlyMap<string, MenuItem>): OrderGap[] {
  const items = typed.lines.flatMap((line) => {
    const item = menu.get(line.itemId)
    return item ? [{ line, item }] : []
  })
  const gaps: OrderGap[] = []
  if (!typed.lines.length) gaps.push('items')
  if (typed.kind === 'delivery' && typed.address.trim().length < 2) gaps.push('address')
  if (typed.kind !== 'dine_in' && !isNumber(typed.phone)) gaps.push('phone')
  if (items.some(({ item, line }) => item.options.some((o) => (line.options[o.key]?.length ?? 0) < o.min)))
    gaps.push('option')
  if (items.some(({ item }) => item.unavailable)) gaps.push('unavailable')
  return gaps
}

export function isNumber(phone: string): boolean {
  return /^(\+?86)?1\d{10}$|^0\d{2,3}-?\d{7,8}$|^\+\d{7,15}$/.test(phone.replace(/[\s-]/g, ''))
}
