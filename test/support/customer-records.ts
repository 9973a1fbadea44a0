import { randomUUID } from 'node:crypto'
import {
  type addressesOf,
  createSegment,
  identifyCustomers,
  proposeChange,
  rememberAddress,
  rememberTrait,
} from '#domains/customers'
import { systemContext } from '#platform/context'
import { giveConsent } from '../../domains/customers/notes/consents.ts'
import type { Made, World } from './permission-world.ts'

/** A customer who has bought in the world's shop. */
async function customer({ app, brand, shop }: World): Promise<string> {
  const ctx = systemContext(app.services, brand.id)
  return ctx.transaction(async (tx) => {
    const contact = `${randomUUID()}@example.com`
    const [made] = await identifyCustomers(tx, ctx, [{ contact, name: '林小雨' }])
    const customer_id = made!.customerId!
    await tx
      .insertInto('customers.facts')
      .values({ brand_id: brand.id, customer_id, orders: 1, shops: [shop.id] })
      .execute()
    return customer_id
  })
}

const of = (world: World, params: Record<string, string>): Made => ({ params, shopId: world.shop.id })

type Part = (world: World, customerId: string) => Promise<string>
const withPart = (part: Part) => ({
  make: async (world: World) => {
    const id = await customer(world)
    return of(world, { id, partId: await part(world, id) })
  },
  vanishes: true as const,
})

const said = { text: '用于联系您处理反馈', textVersion: '2026-01', purpose: 'service', channel: 'phone' }

const parts: Record<string, Part> = {
  traits: (world, id) =>
    written(world, 'customers.trait', id, (tx, ctx) =>
      rememberTrait(tx, ctx, id, { kind: 'allergy', value: '花生', source: 'staff' }),
    ),
  consents: (world, id) =>
    written(world, 'customers.consent', id, (tx, ctx) => giveConsent(tx, ctx, id, said)),
  proposals: (world, id) =>
    written(world, 'customers.change', id, (tx, ctx) =>
      proposeChange(tx, ctx, { customerId: id, field: 'name', after: '林雨', source: 'rider' }),
    ),
}

type Tx = Parameters<typeof addressesOf>[0]
type Ctx = Parameters<typeof addressesOf>[1]

/** The id of what was just written for this customer. */
function written(
  { app, brand }: World,
  table: 'customers.trait' | 'customers.consent' | 'customers.change',
  customerId: string,
  write: (tx: Tx, ctx: Ctx) => Promise<unknown>,
): Promise<string> {
  const ctx = systemContext(app.services, brand.id)
  return ctx.transaction(async (tx) => {
    await write(tx, ctx)
    const row = await tx
      .selectFrom(table)
      .select('id')
      .where('customer_id', '=', customerId)
      .executeTakeFirstOrThrow()
    return row.id
  })
}

async function address({ app, brand }: World, id: string): Promise<string> {
  const ctx = systemContext(app.services, brand.id)
  return ctx.transaction((tx) => rememberAddress(tx, ctx, id, { text: '杭州市西湖区文三路 90 号' }))
}

async function pair(world: World): Promise<Made> {
  return of(world, { id: await customer(world), otherId: await customer(world) })
}

async function merge(world: World): Promise<Made> {
  const { params } = await pair(world)
  const done = await world.app
    .as(world.callers.lead.wide)
    .put<{ mergeId: string }>(`/customers/${params.id}/merged/${params.otherId}`, { reason: '同一个人' })
  return of(world, { id: done.body.mergeId })
}

async function match(world: World): Promise<Made> {
  const { params } = await pair(world)
  const [one_id, other_id] = [params.id!, params.otherId!].sort() as [string, string]
  const row = { brand_id: world.brand.id, id: randomUUID(), one_id, other_id }
  const { services } = world.app
  await services.db.inBrand(world.brand.id, (tx) =>
    tx
      .insertInto('customers.match')
      .values({ ...row, probability: 0.9, reasons: '[]', found_at: services.now() })
      .execute(),
  )
  return of(world, { id: row.id })
}

async function segment({ app, brand }: World): Promise<Made> {
  const ctx = systemContext(app.services, brand.id)
  const { id } = await createSegment(ctx, {
    name: randomUUID(),
    description: '',
    rule: { join: 'all', of: [{ fact: 'value', op: 'any', values: ['vip'] }] },
  })
  return { params: { id }, shopId: null }
}

export const CUSTOMER_RECORDERS = {
  '/customer-segments/:id': { make: segment, vanishes: true as const },
  '/customers/:id': { make: async (world: World) => of(world, { id: await customer(world) }) },
  '/customers/:id/traits/:partId': withPart(parts.traits!),
  '/customers/:id/consents/:partId': withPart(parts.consents!),
  '/customers/:id/proposals/:partId': withPart(parts.proposals!),
  '/customers/:id/addresses/:partId': withPart(address),
  '/customers/:id/comparison/:otherId': { make: pair },
  '/customers/:id/merged/:otherId': { make: pair, vanishes: true as const },
  '/customer-merges/:id': { make: merge, vanishes: true as const },
  '/customer-matches/:id': { make: match, vanishes: true as const },
}
