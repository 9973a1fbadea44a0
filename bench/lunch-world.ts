import { v7 as uuidv7 } from 'uuid'
import type { PlaceOrder } from '#contracts/orders'
import { SaveItem, SaveStation } from '#contracts/orders/menu'
import type { Grant, Week } from '#contracts/people'
import { createApiKey } from '#domains/channels'
import { openBatch, saveItem, saveStation, setDuty } from '#domains/orders'
import { createBrand, createStaff, findActor, hashPassword } from '#domains/people'
import { contextFor, type Services, systemContext } from '#platform/context'
import { openSession } from '../domains/people/sign-in/open-session.ts'
import type { BenchCluster } from './cluster.ts'

const day: [string, string][] = [['00:00', '24:00']]
const ALWAYS: Week = [day, day, day, day, day, day, day]
const CITY = { lat: 30.66, lng: 104.06 }
const KM = 1 / 111
const REGIONS = 10
const COOKS = 4
const RIDERS = 3
const AGENTS = 10

export type LunchPerson = { id: string; cookie: string }
export type LunchShop = {
  id: string
  code: string
  at: { lat: number; lng: number }
  cooks: LunchPerson[]
  riders: LunchPerson[]
  manager: LunchPerson
}
export type LunchWorld = {
  brandId: string
  apiKey: string
  shops: LunchShop[]
  /** Of one region each: who watches the riders. */
  dispatchers: LunchPerson[]
  agents: LunchPerson[]
  skus: string[]
}
export type LunchOrder = ReturnType<typeof orderFor>

const DISHES = [
  ['huiguo', '回锅肉饭', 'wok', 120, ['猪肉', '米饭']],
  ['gongbao', '宫保鸡丁饭', 'wok', 120, ['鸡肉', '花生', '米饭']],
  ['mapo', '麻婆豆腐套餐', 'wok', 100, ['豆腐', '米饭']],
  ['yuxiang', '鱼香肉丝饭', 'wok', 110, ['猪肉', '米饭']],
  ['shuizhu', '水煮牛肉饭', 'wok', 150, ['牛肉', '米饭']],
  ['dandan', '担担面', 'noodle', 90, ['面条', '花生']],
  ['niurou', '牛肉面', 'noodle', 100, ['面条', '牛肉']],
  ['suanla', '酸辣粉', 'noodle', 80, ['红薯粉']],
  ['chaoshou', '红油抄手', 'noodle', 90, ['猪肉', '面皮']],
  ['liangcai', '拍黄瓜', 'cold', 30, ['黄瓜']],
  ['tang', '紫菜蛋花汤', 'cold', 40, ['鸡蛋']],
  ['suanmei', '酸梅汤', 'cold', 15, ['酸梅']],
] as const

/** A takeaway brand in the middle of lunch: shops in ten regions, each with three stations, four cooks and three riders on duty. */
export async function makeLunch(
  services: Services,
  cluster: BenchCluster,
  ownerUrl: string,
  shopCount: number,
): Promise<LunchWorld> {
  const brandId = uuidv7()
  const ctx = systemContext(services, brandId)
  const made = await ctx.transaction((tx) =>
    createBrand(tx, ctx, {
      name: '午高峰',
      pack: 'takeaway',
      regions: Array.from({ length: REGIONS }, (_, r) => ({
        name: `${r + 1} 区`,
        shops: codes(shopCount)
          .filter((_code, n) => n % REGIONS === r)
          .map((code) => ({ code, name: `${code} 号店`, hours: ALWAYS })),
      })),
    }),
  )
  const places = new Map(made.shops.map((shop) => [shop.id, near(CITY, 8)]))
  const owner = await cluster.client(ownerUrl)
  await owner.query(
    'update people.shop s set lat = x.lat, lng = x.lng from jsonb_to_recordset($1::jsonb) as x(id uuid, lat float8, lng float8) where s.id = x.id',
    [JSON.stringify([...places].map(([id, at]) => ({ id, ...at })))],
  )
  await owner.end()
  const hire = hiring(services, brandId, await hashPassword('bench-password-1'))
  const brand = { kind: 'brand' } as const
  const [admin] = await hire('admin', brand, 1)
  const shops = await eachFew(made.shops, async (shop): Promise<LunchShop> => {
    const extent = { kind: 'shop', shopId: shop.id } as const
    const cooks = await hire('kitchen', extent, COOKS)
    const riders = await hire('rider', extent, RIDERS)
    const [manager] = await hire('shop_manager', extent, 1)
    return { id: shop.id, code: shop.code, at: places.get(shop.id)!, cooks, riders, manager: manager! }
  })
  const as = async (person: LunchPerson) =>
    contextFor(services, (await findActor(services, brandId, person.id))!.actor)
  const desk = await as(admin!)
  const dish = (n: number) => {
    const [sku, name, station, makeS, ingredients] = DISHES[n]!
    return SaveItem.parse({
      ...{ sku, name, section: '午餐', priceMinor: 2600 + n * 100, station, makeS },
      ...{ ingredients: [...ingredients], position: n },
    })
  }
  for (const n of DISHES.keys()) await saveItem(desk, null, dish(n))
  await eachFew(shops, async (shop) => {
    const staffIds = shop.cooks.map((cook) => cook.id)
    for (const [key, capacity] of [['wok', 4] as const, ['noodle', 3] as const, ['cold', 4] as const])
      await saveStation(desk, shop.id, SaveStation.parse({ key, name: key, capacity, staffIds }))
    const cook = await as(shop.cooks[0]!)
    for (const ingredient of ['米饭', '猪肉'])
      await openBatch(cook, shop.id, { ingredient, code: `B-${shop.code}` })
    for (const rider of shop.riders) await setDuty(await as(rider), true)
  })
  const dispatchers = await eachFew(made.regions, async (region) => {
    const [manager] = await hire('region_manager', { kind: 'region', regionId: region.id }, 1)
    return manager!
  })
  const key = await createApiKey(ctx, { name: 'lunch', scopes: ['orders.write', 'orders.read'] })
  return {
    ...{ brandId, apiKey: key.secret, shops, dispatchers },
    agents: await hire('agent', brand, AGENTS),
    skus: DISHES.map(([sku]) => sku),
  }
}

/** People of one role with a session each, as sign-in makes it. */
function hiring(services: Services, brandId: string, passwordHash: string) {
  const ctx = systemContext(services, brandId)
  let hired = 0
  return (role: Grant['role'], extent: Grant['extent'], count: number): Promise<LunchPerson[]> =>
    Promise.all(
      Array.from({ length: count }, async () => {
        hired += 1
        const named = { name: `${role} ${hired}`, login: `${role.replaceAll('_', '-')}${hired}@lunch` }
        return ctx.transaction(async (tx) => {
          const id = await createStaff(tx, ctx, {
            ...named,
            ...{ grants: [{ role, extent }], duty: ALWAYS, passwordHash },
          })
          const sender = { ip: '127.0.0.1', agent: 'lunch' }
          const { token } = await openSession(tx, services, { brandId, staffId: id }, sender, 'signIn')
          return { id, cookie: `huiyin_session=${token}` }
        })
      }),
    )
}

async function eachFew<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const made: R[] = []
  for (let n = 0; n < all.length; n += 4) made.push(...(await Promise.all(all.slice(n, n + 4).map(work))))
  return made
}

const codes = (count: number) => Array.from({ length: count }, (_, n) => `L${String(n + 1).padStart(3, '0')}`)

export function near(at: { lat: number; lng: number }, km: number) {
  return {
    lat: at.lat + (Math.random() * 2 - 1) * km * KM,
    lng: at.lng + (Math.random() * 2 - 1) * km * KM,
  }
}

/** One order of the brand's own program: two of three are brought, the others fetched; one to three lines. */
export function orderFor(world: LunchWorld, shop: LunchShop, n: number, orderNumber: string) {
  const brought = n % 10 < 7
  const lines = 1 + (n % 3 === 0 ? 1 : 0) + (n % 7 === 0 ? 1 : 0)
  return {
    shopCode: shop.code,
    kind: brought ? 'delivery' : 'pickup',
    orderNumber,
    name: `顾客 ${n}`,
    contact: `139${String(10_000_000 + (n % 60_000))}`,
    ...(brought ? { address: { text: `天府大道 ${n % 900} 号 ${n % 30} 栋`, point: near(shop.at, 2) } } : {}),
    items: Array.from({ length: lines }, (_, line) => ({
      sku: world.skus[(n * 5 + line * 3) % world.skus.length]!,
      quantity: 1 + (n % 11 === 0 ? 1 : 0),
    })),
    note: n % 9 === 0 ? '少辣，不要香菜' : '',
    deliveryFeeMinor: brought ? 400 : 0,
    paid: true,
  } satisfies Omit<Partial<PlaceOrder>, 'items'> & Record<string, unknown>
}
