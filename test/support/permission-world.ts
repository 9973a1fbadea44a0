import type { Role } from '#contracts/people'
import { Role as Roles } from '#contracts/people'
import type { TestApp } from './app.ts'
import type { MadeBrand, MadeShop, MadeStaff } from './make.ts'

/** Where a caller stands, seen from the record: its shop, the shop beside, the whole brand, another brand. */
export type Place = 'inside' | 'beside' | 'wide' | 'foreign'
export const PLACES: Place[] = ['inside', 'beside', 'wide', 'foreign']

export type World = {
  app: TestApp
  brand: MadeBrand
  shop: MadeShop
  beside: MadeShop
  foreign: MadeBrand
  callers: Record<Role, Record<Place, MadeStaff>>
  /** Somebody of the shop to whom things are given. */
  agent: MadeStaff
  /** Address of the form of the shop's code. */
  slug: string
  /** Ids of the brand and of the shop that others must not read in any answer. */
  brandsOwn: Set<string>
  shopsOwn: Set<string>
}

/** Two brands, two shops in one of them, and somebody of every role in every place. */
export async function makeWorld(app: TestApp): Promise<World> {
  const { make } = app
  const brand = await make.home()
  const foreign = await make.brand()
  const [shop, beside] = [await make.shop(), await make.shop()]
  await make.shop({ brand: foreign })
  const callers = {} as World['callers']
  for (const role of Roles.options)
    callers[role] = {
      inside: await make.staff({ role, shop }),
      beside: await make.staff({ role, shop: beside }),
      wide: await make.staff({ role }),
      foreign: await make.staff({ role, brand: foreign }),
    }
  const codes = await app
    .as(callers.admin.wide)
    .post<{ id: string; slug: string }[]>('/codes', { shopId: shop.id, place: 'counter', labels: ['收银台'] })
  const code = codes.body[0]!
  return {
    app,
    brand,
    shop,
    beside,
    foreign,
    callers,
    agent: await make.staff({ role: 'agent' }),
    slug: code.slug,
    brandsOwn: new Set([brand.id, brand.regionId, shop.id, beside.id, code.id]),
    shopsOwn: new Set([shop.id, code.id]),
  }
}

/** A record of the world's shop; `shopId` null means that it belongs to the whole brand. */
export type Made = {
  params: Record<string, string>
  shopId: string | null
  ownerId?: string
  /** Only this person reaches it, whatever the scope. */
  makerId?: string
}
