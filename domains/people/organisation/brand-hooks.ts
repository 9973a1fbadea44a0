import type { Locale } from '#contracts/kit'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'

export type CreatedBrand = {
  id: string
  name: string
  /** Key of the industry pack that the brand begins with. */
  pack: string
  zone: string
  shops: { id: string; code: string; name: string }[]
}
export type BrandHook = (tx: Tx, ctx: Ctx, brand: CreatedBrand) => Promise<void>
export type PackOffer = { key: string; name: string; summary: string }

const hooks = new Map<string, BrandHook>()
let offered: (locale: Locale) => PackOffer[] = () => []

/**
 * Lets an upper room lay its defaults in the transaction that makes a brand: the brand exists with them or not at all.
 * Shape: called while the rooms are loaded, once per room (a second call replaces the first); they run in that order.
 */
export function onBrandCreated(room: string, hook: BrandHook): void {
  hooks.set(room, hook)
}

export async function runBrandHooks(tx: Tx, ctx: Ctx, brand: CreatedBrand): Promise<void> {
  for (const hook of hooks.values()) await hook(tx, ctx, brand)
}

/** The playbook room says which industry packs the set-up page can offer. */
export function offerPacks(offer: (locale: Locale) => PackOffer[]): void {
  offered = offer
}

export function offeredPacks(locale: Locale): PackOffer[] {
  return offered(locale)
}
