import { v7 as uuidv7 } from 'uuid'
import type { Role, Week } from '#contracts/people'
import { createApiKey } from '#domains/channels'
import { createBrand, createStaff, hashPassword } from '#domains/people'
import { type Services, systemContext } from '#platform/context'

export const BENCH_PASSWORD = 'bench-password-1'
const day: [string, string][] = [['00:00', '24:00']]
const ALWAYS: Week = [day, day, day, day, day, day, day]

export type World = {
  brandId: string
  apiKey: string
  shops: { id: string; code: string }[]
  agents: string[]
  login: string
}

/** A takeaway brand of twelve shops with people of every role that answers, all on duty, and a key of the public API. */
export async function makeWorld(services: Services, pack = 'takeaway'): Promise<World> {
  const brandId = uuidv7()
  const ctx = systemContext(services, brandId)
  const passwordHash = await hashPassword(BENCH_PASSWORD)
  const agents: string[] = []
  const made = await ctx.transaction(async (tx) => {
    const brand = await createBrand(tx, ctx, {
      name: '压测外卖',
      pack,
      regions: [
        {
          name: '华东',
          shops: Array.from({ length: 12 }, (_, i) => ({
            code: `B${i + 1}`,
            name: `${i + 1} 号店`,
            hours: ALWAYS,
          })),
        },
      ],
    })
    const roles: [Role, number][] = [
      ['agent', 12],
      ['lead', 2],
      ['region_manager', 1],
      ['quality', 2],
      ['marketing', 2],
      ['delivery_lead', 2],
      ['tech', 1],
      ['advisor', 1],
      ['admin', 1],
    ]
    for (const [role, count] of roles)
      for (let i = 0; i < count; i++)
        agents.push(
          await createStaff(tx, ctx, {
            name: `${role}${i}`,
            login: `${role.replaceAll('_', '-')}${i}@bench`,
            grants: [{ role, extent: { kind: 'brand' } }],
            duty: ALWAYS,
            passwordHash,
          }),
        )
    for (const shop of brand.shops)
      await createStaff(tx, ctx, {
        name: `店长 ${shop.code}`,
        login: `manager-${shop.code.toLowerCase()}@bench`,
        grants: [{ role: 'shop_manager', extent: { kind: 'shop', shopId: shop.id } }],
        duty: ALWAYS,
        passwordHash,
      })
    return brand
  })
  const key = await createApiKey(ctx, { name: 'bench', scopes: ['feedback.write', 'feedback.read'] })
  return { brandId, apiKey: key.secret, shops: made.shops, agents, login: 'lead0@bench' }
}
