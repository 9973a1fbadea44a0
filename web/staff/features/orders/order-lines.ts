import type { OrderGap, OrderItemView, PlaceItem } from '#contracts/orders'
import type { MenuItem } from '#contracts/orders/menu'

/** One line while it is typed. `own` is what no menu knows: it brings its name and its price along. */
export type Line = {
  key: string
  itemId: string | null
  own?: { name: string; priceMinor: number }
  quantity: number
  options: Record<string, string[]>
  note: string
}
export type Menu = ReadonlyMap<string, MenuItem>
/** An item of the menu as it was asked for: 乌龙 少糖 2. */
export type Found = { item: MenuItem; options: Line['options']; quantity: number }

const MOST = 99
const COUNT = /^[×xX*]?(\d{1,2})[杯份个]?$/
const JOINED = /^(.+?)[×xX*]?(\d{1,2})[杯份个]?$/

/**
 * Items by what was typed: the first word finds the item, further words choose its options, a number says how many.
 * Shape: 乌龙 少糖 芋圆 2, 乌龙2; without words the whole menu.
 */
export function findItems(menu: readonly MenuItem[], typed: string): Found[] {
  const { words, quantity } = readTyped(menu, typed)
  const [first = '', ...more] = words
  return menu.flatMap((item) => {
    if (!names(item, first)) return []
    let options = onlyChoices(item)
    for (const word of more) {
      const next = chosenBy(item, word, options)
      if (next) options = next
      else if (!names(item, word)) return []
    }
    return [{ item, options, quantity }]
  })
}

function readTyped(menu: readonly MenuItem[], typed: string): { words: string[]; quantity: number } {
  const all = typed.trim().toLowerCase().split(/\s+/).filter(Boolean)
  const counts = all.flatMap((word) => COUNT.exec(word)?.[1] ?? [])
  const words = all.filter((word) => !COUNT.test(word))
  const joined = counts.length ? null : JOINED.exec(words.at(-1) ?? '')
  if (!joined || menu.some((item) => names(item, words.at(-1)!)))
    return { words, quantity: Math.max(1, Number(counts.at(-1) ?? 1)) }
  return { words: [...words.slice(0, -1), joined[1]!], quantity: Math.max(1, Number(joined[2])) }
}

const names = (item: MenuItem, word: string) =>
  [item.name, item.section, item.sku].some((one) => one.toLowerCase().includes(word))

function chosenBy(item: MenuItem, word: string, options: Line['options']): Line['options'] | null {
  const choices = item.options.flatMap((option) => option.choices.map((choice) => ({ option, choice })))
  const said = ({ choice }: (typeof choices)[number]) => choice.name.toLowerCase()
  const found = choices.find((one) => said(one) === word) ?? choices.find((one) => said(one).includes(word))
  return found ? chosen(options, found.option, found.choice.key) : null
}

/** The choices that leave no choice. */
function onlyChoices(item: MenuItem): Line['options'] {
  const only = item.options.filter((option) => option.min > 0 && option.choices.length === 1)
  return Object.fromEntries(only.map((option) => [option.key, [option.choices[0]!.key]]))
}

function chosen(
  options: Line['options'],
  { key, max }: MenuItem['options'][number],
  choice: string,
): Line['options'] {
  const now = options[key] ?? []
  const next = now.includes(choice)
    ? now.filter((one) => one !== choice)
    : max === 1
      ? [choice]
      : [...now, choice].slice(-max)
  return { ...options, [key]: next }
}

export function lineOf({ item, options, quantity }: Found): Line {
  return { key: crypto.randomUUID(), itemId: item.id, quantity, options, note: '' }
}

/** The same thing once more is one line with more of it. */
export function addLine(lines: readonly Line[], line: Line): Line[] {
  const said = ({ itemId, options, note }: Line) => JSON.stringify([itemId, options, note])
  const same = lines.find((one) => one.itemId !== null && said(one) === said(line))
  if (!same) return [...lines, line]
  const quantity = Math.min(MOST, same.quantity + line.quantity)
  return lines.map((one) => (one === same ? { ...one, quantity } : one))
}

/** The lines of an order that was placed before, to change it or to have it once more. */
export function linesOf(items: readonly OrderItemView[]): Line[] {
  return items.map((item) => ({
    key: crypto.randomUUID(),
    itemId: item.itemId,
    ...(item.itemId ? {} : { own: { name: item.name, priceMinor: item.priceMinor } }),
    quantity: item.quantity,
    options: item.chosen,
    note: item.note,
  }))
}

/** Picks or takes back one choice; where only one may be chosen it takes the other's place. */
export function choose(line: Line, option: MenuItem['options'][number], choice: string): Line {
  return { ...line, options: chosen(line.options, option, choice) }
}

/** Of one piece, with what was chosen. Units: minor. */
export function priceOf(menu: Menu, line: Pick<Line, 'itemId' | 'own' | 'options'>): number {
  const item = menu.get(line.itemId ?? '')
  if (!item) return line.own?.priceMinor ?? 0
  const picked = item.options.flatMap((option) =>
    option.choices.filter((choice) => line.options[option.key]?.includes(choice.key)),
  )
  return picked.reduce((sum, choice) => sum + choice.priceMinor, item.priceMinor)
}

/** What is chosen, as the kitchen reads it: 少糖 · 芋圆. */
export function optionWords(item: MenuItem, options: Line['options']): string {
  return item.options
    .flatMap((option) => option.choices.filter((choice) => options[option.key]?.includes(choice.key)))
    .map((choice) => choice.name)
    .join(' · ')
}

export type Money = { feeMinor: number; discountMinor: number }

/** What the customer pays, never below nothing. Units: minor. */
export function totalOf(lines: readonly Line[], menu: Menu, { feeMinor, discountMinor }: Money): number {
  const items = lines.reduce((sum, line) => sum + priceOf(menu, line) * line.quantity, 0)
  return Math.max(0, items + feeMinor - discountMinor)
}

/** What is still open about the dishes themselves. */
export function openIn(lines: readonly Line[], menu: Menu): OrderGap[] {
  const items = lines.flatMap((line) => {
    const item = menu.get(line.itemId ?? '')
    return item ? [{ line, item }] : []
  })
  const open = items.some(({ item, line }) =>
    item.options.some((option) => (line.options[option.key]?.length ?? 0) < option.min),
  )
  return [
    ...(lines.length ? [] : (['items'] as const)),
    ...(open ? (['option'] as const) : []),
    ...(items.some(({ item }) => item.unavailable) ? (['unavailable'] as const) : []),
  ]
}

/** As the server takes it. */
export function placed({ itemId, own, quantity, options, note }: Line): PlaceItem {
  return { ...(itemId ? { itemId } : own), quantity, options, note: note.trim() }
}
