import type { z } from 'zod'
import type { PlaceOrder } from '#contracts/orders'
import type { SaveItem } from '#contracts/orders/menu'
import type { TestApp } from './app.ts'
import { everyDay, type MadeShop, type MadeStaff } from './make.ts'

type Item = z.input<typeof SaveItem>

export const MILK_TEA: Item = {
  sku: 'oolong',
  name: '乌龙奶茶',
  section: '奶茶',
  priceMinor: 1600,
  station: 'tea',
  makeS: 90,
  ingredients: ['牛奶', '乌龙茶'],
  allergens: ['牛奶'],
  options: [
    {
      key: 'sugar',
      name: '甜度',
      min: 1,
      max: 1,
      choices: [
        { key: 'full', name: '正常糖' },
        { key: 'less', name: '少糖' },
      ],
    },
    { key: 'topping', name: '加料', max: 3, choices: [{ key: 'taro', name: '芋圆', priceMinor: 300 }] },
  ],
}
export const BUN: Item = {
  sku: 'bun',
  name: '红豆包',
  section: '点心',
  priceMinor: 800,
  station: 'bake',
  makeS: 240,
  ingredients: ['红豆'],
}

/** A shop with a menu, two stations and the people who take, make and bring its orders. */
export async function openShop(app: TestApp) {
  const shop = await app.make.shop({ hours: everyDay(['00:00', '24:00']) })
  const [admin, agent, manager, cook] = await Promise.all([
    app.make.staff({ role: 'admin' }),
    app.make.staff({ role: 'agent' }),
    app.make.staff({ role: 'shop_manager', shop }),
    app.make.staff({ role: 'kitchen', shop }),
  ])
  const items = await furnish(app, { shop, admin, manager, cook })
  return { shop, admin, agent, manager, cook, items }
}

/** Tea and buns on the menu, and the two stations of this shop where they are made. */
export async function furnish(
  app: TestApp,
  { shop, admin, manager, cook }: { shop: MadeShop; admin: MadeStaff; manager: MadeStaff; cook: MadeStaff },
): Promise<{ tea: string; bun: string }> {
  const made = async (item: Item) => (await app.as(admin).post<{ id: string }>('/menu', item)).body.id
  const tea = await made(MILK_TEA)
  const bun = await made(BUN)
  await openStations(app, { shop, manager, cook })
  return { tea, bun }
}
export type OpenShop = Awaited<ReturnType<typeof openShop>>

/** Another shop of the same brand with the same menu, so that a test has one of its own. */
export async function anotherShop(app: TestApp, first: OpenShop): Promise<OpenShop> {
  const shop = await app.make.shop({ hours: everyDay(['00:00', '24:00']) })
  const manager = await app.make.staff({ role: 'shop_manager', shop })
  const cook = await app.make.staff({ role: 'kitchen', shop })
  await openStations(app, { shop, manager, cook })
  return { ...first, shop, manager, cook }
}

async function openStations(
  app: TestApp,
  { shop, manager, cook }: Pick<OpenShop, 'shop' | 'manager' | 'cook'>,
): Promise<void> {
  const station = (key: string, name: string, capacity: number) =>
    app.as(manager).put(`/shops/${shop.id}/stations`, { key, name, capacity, staffIds: [cook.id] })
  await station('tea', '制茶台', 2)
  await station('bake', '烘焙台', 1)
}

/** A complete delivery of two teas. */
export function twoTeas({ shop, items }: { shop: MadeShop; items: { tea: string } }): Partial<PlaceOrder> {
  return {
    shopId: shop.id,
    kind: 'delivery',
    source: 'phone',
    name: '林小雨',
    contact: '13800001234',
    address: { text: '文一西路 998 号 3 幢 502', point: { lat: 30.28, lng: 120.02 } },
    items: [{ itemId: items.tea, quantity: 2, options: { sugar: ['less'] }, note: '' }],
  }
}

export async function place(app: TestApp, by: MadeStaff, order: Partial<PlaceOrder>): Promise<string> {
  const made = await app.as(by).post<{ id: string }>('/orders', order)
  if (made.status !== 201) throw new Error(JSON.stringify(made.body))
  return made.body.id
}
