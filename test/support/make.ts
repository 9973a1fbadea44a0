import { v7 as uuidv7 } from 'uuid'
import type { Extent, Grant, Role, Week } from '#contracts/people'
import { createBrand, createShop, createStaff, hashPassword } from '#domains/people'
import { type Services, systemContext } from '#platform/context'
import { insertRegion } from '../../domains/people/organisation/region-data.ts'

export const TEST_PASSWORD = 'a password for tests'
const ALL_DAY = everyDay(['00:00', '24:00'])
const OFF = everyDay()
let hash: Promise<string> | undefined
let counter = 0

export type MadeBrand = { id: string; name: string; regionId: string }
export type MadeShop = { id: string; code: string; name: string; brandId: string; regionId: string }
export type MadeStaff = { id: string; name: string; login: string; brandId: string; role: Role }
export type Make = ReturnType<typeof makerOf>

/** Seven times the same hours. */
export function everyDay(...hours: [string, string][]): Week {
  return [hours, hours, hours, hours, hours, hours, hours]
}

/** Builders on the same use cases that the program runs. The first brand is made when it is needed, and is the default of all others. */
export function makerOf(services: Services) {
  let first: Promise<MadeBrand> | undefined

  const brand = async (wanted: { name?: string; pack?: string; demo?: boolean } = {}): Promise<MadeBrand> => {
    const id = uuidv7()
    const ctx = systemContext(services, id)
    const made = await ctx.transaction((tx) =>
      createBrand(tx, ctx, {
        name: wanted.name ?? `茶屿 ${next()}`,
        pack: wanted.pack ?? 'milk_tea',
        demo: wanted.demo ?? false,
        regions: [{ name: '杭州', shops: [] }],
      }),
    )
    return { id, name: made.name, regionId: made.regions[0]!.id }
  }
  const home = (given?: MadeBrand) => {
    if (given) return Promise.resolve(given)
    first ??= brand()
    return first
  }
  const region = async (wanted: { brand?: MadeBrand; name?: string } = {}) => {
    const { id: brandId } = await home(wanted.brand)
    const row = { brand_id: brandId, id: uuidv7(), name: wanted.name ?? `区域 ${next()}` }
    await services.db.inBrand(brandId, (tx) => insertRegion(tx, row))
    return { id: row.id, name: row.name, brandId }
  }
  const shop = async (
    wanted: { brand?: MadeBrand; regionId?: string; name?: string; hours?: Week } = {},
  ): Promise<MadeShop> => {
    const at = await home(wanted.brand)
    const ctx = systemContext(services, at.id)
    const n = next()
    const made = {
      code: `S${String(n).padStart(4, '0')}`,
      name: wanted.name ?? `${n} 号店`,
      regionId: wanted.regionId ?? at.regionId,
      hours: wanted.hours ?? everyDay(['10:00', '22:00']),
    }
    const id = await ctx.transaction((tx) => createShop(tx, ctx, made))
    return { id, code: made.code, name: made.name, brandId: at.id, regionId: made.regionId }
  }
  const staff = async (
    wanted: {
      role?: Role
      brand?: MadeBrand
      /** The role reaches this shop, or this region; the whole brand without either. */
      shop?: MadeShop
      regionId?: string
      grants?: Grant[]
      name?: string
      login?: string
      phone?: string
      onDuty?: boolean
      duty?: Week
      invited?: boolean
    } = {},
  ): Promise<MadeStaff> => {
    const brandId = wanted.brand?.id ?? wanted.shop?.brandId ?? (await home()).id
    const ctx = systemContext(services, brandId)
    const role = wanted.role ?? wanted.grants?.[0]?.role ?? 'agent'
    const n = next()
    const login = wanted.login ?? `${role.replaceAll('_', '-')}.${n}`
    const name = wanted.name ?? `员工 ${n}`
    hash ??= hashPassword(TEST_PASSWORD)
    const passwordHash = wanted.invited ? undefined : await hash
    const id = await ctx.transaction((tx) =>
      createStaff(tx, ctx, {
        name,
        login,
        phone: wanted.phone ?? '',
        grants: wanted.grants ?? [{ role, extent: extentOf(wanted) }],
        duty: wanted.duty ?? (wanted.onDuty === false ? OFF : ALL_DAY),
        ...(passwordHash ? { passwordHash } : {}),
      }),
    )
    return { id, name, login, brandId, role }
  }
  return { brand, region, shop, staff, home }
}

function extentOf(wanted: { shop?: MadeShop; regionId?: string }): Extent {
  if (wanted.shop) return { kind: 'shop', shopId: wanted.shop.id }
  return wanted.regionId ? { kind: 'region', regionId: wanted.regionId } : { kind: 'brand' }
}

function next(): number {
  counter += 1
  return counter
}
