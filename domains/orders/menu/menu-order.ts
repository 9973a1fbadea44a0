/** Sections in the order of their first item, and the items of each together. */
export function inMenuOrder<Item extends { section: string; position: number; name: string }>(
  items: readonly Item[],
): Item[] {
  const first = new Map<string, number>()
  for (const { section, position } of items)
    first.set(section, Math.min(position, first.get(section) ?? position))
  return items.toSorted(
    (a, b) =>
      first.get(a.section)! - first.get(b.section)! ||
      a.section.localeCompare(b.section, 'zh') ||
      a.position - b.position ||
      a.name.localeCompare(b.name, 'zh'),
  )
}
