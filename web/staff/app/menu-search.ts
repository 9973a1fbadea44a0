/** What stands in the address of 菜单: the part of the page, the shop, what is shown and the words that are looked for. */
export type MenuSearch = {
  part?: 'stations' | 'batches' | 'stops'
  shopId?: string
  show?: 'on' | 'sold_out' | 'stopped' | 'off'
  q?: string
}

const PARTS = ['stations', 'batches', 'stops']
const SHOWN = ['on', 'sold_out', 'stopped', 'off']

export function MenuSearch({ part, shopId, show, q }: Record<string, unknown>): MenuSearch {
  return {
    ...(PARTS.includes(part as string) ? { part: part as NonNullable<MenuSearch['part']> } : {}),
    ...(SHOWN.includes(show as string) ? { show: show as NonNullable<MenuSearch['show']> } : {}),
    ...(typeof shopId === 'string' && shopId ? { shopId } : {}),
    ...(typeof q === 'string' && q ? { q } : {}),
  }
}
