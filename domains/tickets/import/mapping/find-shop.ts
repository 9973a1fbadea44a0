export type ShopFinder = (named: string) => string | null

const fold = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\s()[\]【】·・.,，。\-—_]/g, '')
    .toLowerCase()

/**
 * Finds a shop by its code, its name, or a name that holds its name (茶屿（湖滨店） is 湖滨店) when it can be no other.
 * Shape: each text is looked up once; a file names few shops many times.
 */
export function shopFinder(shops: readonly { id: string; code: string; name: string }[]): ShopFinder {
  const known = new Map<string, string | null>()
  const folded = shops.map((shop) => ({ id: shop.id, code: fold(shop.code), name: fold(shop.name) }))
  const find = (named: string): string | null => {
    const text = fold(named)
    if (!text) return null
    const same = folded.find((shop) => shop.code === text || shop.name === text)
    if (same) return same.id
    const within = folded.filter(
      (shop) =>
        shop.name.length > 1 && (text.includes(shop.name) || (text.length > 1 && shop.name.includes(text))),
    )
    return within.length === 1 ? within[0]!.id : null
  }
  return (named) => {
    let found = known.get(named)
    if (found === undefined) {
      found = find(named)
      known.set(named, found)
    }
    return found
  }
}
