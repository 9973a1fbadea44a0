import { v4 as uuidv4 } from 'uuid'
import type { Point } from '#contracts/kit'
import type { KitchenTap } from '#contracts/orders/kitchen'
import {
  handOverCode,
  planShop,
  readRound,
  setDuty,
  setPosition,
  takeOrder,
  takeTaps,
  tapStop,
} from '#domains/orders'
import type { Roster } from '#domains/people'
import { type Ctx, type Services, systemContext } from '#platform/context'
import type { DemoBrand } from './demo-file.ts'

type Telling = {
  services: Services
  brandId: string
  brand: Pick<DemoBrand, 'pack'>
  roster: Roster
  ends: Date
  as: (staffId: string | null, at: Date) => Ctx
}
type Lunch = {
  door: string
  at: Point
  dish: string
  priceMinor: number
  name: string
  phone: string
  agoMin: number
}

const MIN_MS = 60_000
/** Where the shop of this lunch stands, as its brand's file has it. */
const DOOR: Point = { lat: 30.5482, lng: 104.0612 }
const LUNCH: Lunch[] = [
  {
    door: '天府四街 158 号 B 座 1204',
    at: { lat: 30.5417, lng: 104.0655 },
    dish: '回锅肉饭',
    priceMinor: 3200,
    name: '邱明远',
    phone: '13800006101',
    agoMin: 34,
  },
  {
    door: '天府四街 66 号 2 栋 905',
    at: { lat: 30.5422, lng: 104.0629 },
    dish: '宫保鸡丁饭',
    priceMinor: 3000,
    name: '祝晴',
    phone: '13800006102',
    agoMin: 32,
  },
  {
    door: '益州大道 1999 号 3 单元 601',
    at: { lat: 30.5561, lng: 104.0571 },
    dish: '麻婆豆腐套餐',
    priceMinor: 2600,
    name: '程北',
    phone: '13800006103',
    agoMin: 30,
  },
  {
    door: '府城大道 399 号 7 栋 1802',
    at: { lat: 30.5688, lng: 104.0549 },
    dish: '鱼香肉丝饭',
    priceMinor: 2900,
    name: '庄小满',
    phone: '13800006104',
    agoMin: 16,
  },
  {
    door: '锦城大道 666 号 4 栋 1101',
    at: { lat: 30.5734, lng: 104.0628 },
    dish: '水煮牛肉饭',
    priceMinor: 4200,
    name: '纪安',
    phone: '13800006105',
    agoMin: 11,
  },
  {
    door: '天府五街 200 号 6 栋 302',
    at: { lat: 30.5371, lng: 104.0641 },
    dish: '担担面',
    priceMinor: 1900,
    name: '唐果',
    phone: '13800006106',
    agoMin: 5,
  },
]
/** The kitchen has finished the first so many, and the riders have left with what they had of them. */
const MADE = 3

/** A lunch hour that is going on: one shop, two riders on their rounds, one of them in traffic, one door done. */
export async function tellDeliveries(told: Telling): Promise<void> {
  if (told.brand.pack !== 'takeaway') return
  const shop = told.roster.shops.find((s) => s.code === 'CD01')
  const cook = shop && personOf(told.roster, 'kitchen', shop.id)[0]
  const riders = shop ? personOf(told.roster, 'rider', shop.id).slice(0, 2) : []
  if (!shop || !cook || riders.length < 2) return
  const at = (agoMin: number) => new Date(told.ends.getTime() - agoMin * MIN_MS)
  const system = (agoMin: number) => systemContext({ ...told.services, now: () => at(agoMin) }, told.brandId)
  for (const rider of riders) {
    await setDuty(told.as(rider, at(150)), true)
    await setPosition(told.as(rider, at(40)), { ...DOOR, accuracyM: 15 })
  }
  const orders: string[] = []
  for (const lunch of LUNCH) orders.push(await ordered(system(lunch.agoMin), shop.id, lunch))
  await planShop(system(28), shop.id)
  for (const id of orders.slice(0, MADE)) await cooked(told, { id, shopId: shop.id, cook, at })
  for (const rider of riders) await rideOut(told, rider, at)
  for (const [n, rider] of riders.entries())
    await setPosition(told.as(rider, at(0.5)), {
      lat: 30.5462 + n * 0.006,
      lng: 104.0622 - n * 0.002,
      accuracyM: 12,
    })
  await planShop(system(0), shop.id)
}

function personOf(roster: Roster, role: 'rider' | 'kitchen', shopId: string): string[] {
  return roster.people
    .filter((p) => p.roles.some((r) => r.role === role && (r.shops === 'all' || r.shops.includes(shopId))))
    .map((p) => p.id)
}

async function ordered(ctx: Ctx, shopId: string, lunch: Lunch): Promise<string> {
  const { id } = await ctx.transaction((tx) =>
    takeOrder(tx, ctx, {
      shopId,
      kind: 'delivery',
      source: 'mini_program',
      name: lunch.name,
      contact: lunch.phone,
      address: { text: `成都市高新区${lunch.door}`, point: lunch.at },
      items: [{ name: lunch.dish, priceMinor: lunch.priceMinor, quantity: 1, options: {}, note: '' }],
      note: lunch.agoMin % 2 ? '放门口就行，谢谢' : '',
      deliveryFeeMinor: 400,
      discountMinor: 0,
      paid: true,
      draft: false,
    }),
  )
  return id
}

type Cooking = { id: string; shopId: string; cook: string; at: (agoMin: number) => Date }

async function cooked({ services, brandId, as }: Telling, { id, shopId, cook, at }: Cooking): Promise<void> {
  const tasks = await services.db.inBrand(brandId, (tx) =>
    tx.selectFrom('orders.kitchen_task').select('id').where('order_id', '=', id).execute(),
  )
  const steps: [KitchenTap['kind'], number][] = [
    ['start', 27],
    ['done', 20],
    ['pass', 19],
  ]
  for (const [kind, agoMin] of steps)
    await takeTaps(
      as(cook, at(agoMin)),
      shopId,
      tasks.map((task) => ({ key: uuidv4(), taskId: task.id, kind, at: at(agoMin).toISOString() })),
    )
}

/** Takes what is ready, brings the first and reports what holds the rest up. */
async function rideOut({ services, as }: Telling, rider: string, at: Cooking['at']): Promise<void> {
  const tap = (agoMin: number, stopId: string, what: object) =>
    tapStop(as(rider, at(agoMin)), stopId, {
      id: uuidv4(),
      at: at(agoMin).toISOString(),
      ...what,
    } as Parameters<typeof tapStop>[2])
  const { stops } = await readRound(as(rider, at(15)))
  const ready = stops.filter((stop) => stop.ready)
  for (const stop of ready) await tap(15, stop.id, { what: 'pick_up' })
  const [first, second] = ready
  if (second)
    await tap(6, second.id, { what: 'trouble', kind: 'traffic', delayMin: 10, note: '天府大道修路' })
  if (!first || !second) return
  const order = await services.db.inBrand(as(rider, at(0)).actor.brandId, (tx) =>
    tx.selectFrom('orders.delivery').select('order_id').where('id', '=', first.id).executeTakeFirstOrThrow(),
  )
  const code = handOverCode(services.keys, order.order_id)
  await tap(3, first.id, { what: 'hand_over', proof: { kind: 'code', code } })
}
