import type { OrderGap, PlaceItem } from '#contracts/orders'
import type { ItemOption } from '#contracts/orders/menu'
import { orderErrors } from '../errors.ts'
import type { ShopItemRow } from '../menu/menu-data.ts'

export type PricedLine = {
  itemId: string | null
  name: string
  quantity: number
  /** Of one piece with its options. */
  priceMinor: number
  options: Record<string, string[]>
  optionWords: string
  note: string
  station: string
  makeS: number
  ingredients: string[]
  allergens: string[]
}

/** Made at no station and in no time: what no menu knows cannot be planned. */
const UNKNOWN_MAKE_S = 180

/**
 * What is ordered, as the shop's menu names and prices it: a caller never says what something costs.
 * Shape:  `gaps` has `option` when a choice that must be made is not, and `unavailable` for what cannot be had; both keep the line.
 * Errors: orders.itemUnknown, orders.optionUnknown, orders.nameless for a line that is neither on the menu nor named.
 */
export function priceItems(
  given: readonly PlaceItem[],
  menu: ReadonlyMap<string, ShopItemRow>,
): { lines: PricedLine[]; gaps: Set<OrderGap>; unavailable: { name: string; reason: string }[] } {
  const gaps = new Set<OrderGap>()
  const unavailable: { name: string; reason: string }[] = []
  const lines = given.map((line, n) => {
    if (!line.itemId) return foreignLine(line, n)
    const item = menu.get(line.itemId)
    if (!item) throw orderErrors.itemUnknown({}, `items.${n}.itemId`)
    if (item.unavailable) {
      gaps.add('unavailable')
      unavailable.push({ name: item.name, reason: item.unavailable })
    }
    const chosen = chooseOptions(item, line, n)
    if (chosen.open) gaps.add('option')
    return {
      itemId: item.id,
      name: item.name,
      quantity: line.quantity,
      priceMinor: (item.shop_price ?? item.price_minor) + chosen.priceMinor,
      options: line.options,
      optionWords: chosen.words,
      note: line.note,
      station: item.station,
      makeS: item.make_s,
      ingredients: item.ingredients,
      allergens: item.allergens,
    }
  })
  return { lines, gaps, unavailable }
}

function foreignLine(line: PlaceItem, n: number): PricedLine {
  if (!line.name) throw orderErrors.nameless({}, `items.${n}.name`)
  return {
    itemId: null,
    name: line.name,
    quantity: line.quantity,
    priceMinor: line.priceMinor ?? 0,
    options: {},
    optionWords: '',
    note: line.note,
    station: '',
    makeS: UNKNOWN_MAKE_S,
    ingredients: [],
    allergens: [],
  }
}

function chooseOptions(item: ShopItemRow, line: PlaceItem, n: number) {
  const offered = item.options as ItemOption[]
  const words: string[] = []
  let priceMinor = 0
  let open = false
  const unknown = () => orderErrors.optionUnknown({ item: item.name }, `items.${n}.options`)
  for (const key of Object.keys(line.options))
    if (!offered.some((option) => option.key === key)) throw unknown()
  for (const option of offered) {
    const keys = [...new Set(line.options[option.key] ?? [])]
    if (keys.length > option.max) throw unknown()
    if (keys.length < option.min) open = true
    for (const key of keys) {
      const choice = option.choices.find((c) => c.key === key)
      if (!choice) throw unknown()
      words.push(choice.name)
      priceMinor += choice.priceMinor
    }
  }
  return { words: words.join(' · '), priceMinor, open }
}

/** 乌龙奶茶 ×2、芋圆 — what a list shows. */
export function summaryOf(lines: readonly { name: string; quantity: number }[]): string {
  const words = lines
    .map((line) => (line.quantity > 1 ? `${line.name} ×${line.quantity}` : line.name))
    .join('、')
  return [...words].length > 120 ? `${[...words].slice(0, 119).join('')}…` : words
}
