import type { MenuItem } from '#contracts/orders/menu'

export const SHOWN = ['on', 'sold_out', 'stopped', 'off'] as const
export type Shown = (typeof SHOWN)[number]
export type MenuGroup = { section: string; items: MenuItem[] }

export const stateOf = (item: MenuItem): Shown => item.unavailable ?? 'on'

/** How many items there are of each state. */
export function countStates(items: readonly MenuItem[]): Record<Shown, number> {
  const counts = { on: 0, sold_out: 0, stopped: 0, off: 0 }
  for (const item of items) counts[stateOf(item)]++
  return counts
}

/**
 * What is left of a menu by state and words, in its groups.
 * Shape: every word must be found in the name, the SKU, the group, an ingredient, an allergen or a choice.
 */
export function shownGroups(
  items: readonly MenuItem[],
  { show, q = '' }: { show?: Shown | undefined; q?: string | undefined },
): MenuGroup[] {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean)
  const shown = items.filter(
    (item) => (!show || stateOf(item) === show) && words.every((word) => textOf(item).includes(word)),
  )
  return [...Map.groupBy(shown, (item) => item.section)].map(([section, held]) => ({ section, items: held }))
}

function textOf(item: MenuItem): string {
  const choices = item.options.flatMap((option) => option.choices.map((choice) => choice.name))
  return [item.name, item.sku, item.section, ...item.ingredients, ...item.allergens, ...choices]
    .join('\n')
    .toLowerCase()
}

/** Every ingredient that something on the menu is made with, each once, as they are written. */
export function ingredientsOf(items: readonly MenuItem[]): string[] {
  return [...new Set(items.flatMap((item) => item.ingredients))].sort((a, b) => a.localeCompare(b, 'zh'))
}

/** What a stop would take off sale: one item, or everything that is made with the ingredient. */
export function hitBy(
  items: readonly MenuItem[],
  stop: { itemId?: string | undefined; ingredient?: string | undefined },
): MenuItem[] {
  return items.filter(
    (item) =>
      item.id === stop.itemId ||
      (stop.ingredient !== undefined && item.ingredients.includes(stop.ingredient)),
  )
}
