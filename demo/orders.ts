import { v4 as uuidv4 } from 'uuid'
import type { z } from 'zod'
import { PlaceOrder } from '#contracts/orders'
import { SaveItem, SaveStation } from '#contracts/orders/menu'
import { handOverOrder, openBatch, placeOrder, saveItem, saveStation, takeTaps } from '#domains/orders'
import type { Roster } from '#domains/people'
import type { Ctx, Services } from '#platform/context'
import type { DemoBrand } from './demo-file.ts'
import { MENUS } from './menus.ts'
import { itemsOf } from './orders-lines.ts'

type Telling = {
  services: Services
  brandId: string
  brand: Pick<DemoBrand, 'pack'>
  roster: Roster
  ends: Date
  as: (staffId: string | null, at: Date) => Ctx
}
type Line = [sku: string, quantity: number, note?: string]
type Story = Omit<z.input<typeof PlaceOrder>, 'shopId' | 'items'> & {
  agoMin: number
  lines: Line[]
  /** How far the kitchen is: begun, or made and handed over. */
  kitchen?: 'begun' | 'made'
}

const MIN_MS = 60_000
/** The last hour at one counter and one telephone: calm ones, one that lacks its address, one that is late. */
const STORIES: Story[] = [
  { agoMin: 58, kind: 'pickup', source: 'counter', lines: [['oolong-milk', 2]], paid: true, kitchen: 'made' },
  {
    agoMin: 46,
    kind: 'dine_in',
    source: 'counter',
    lines: [
      ['grape', 1],
      ['egg-tart', 2],
    ],
    paid: true,
    kitchen: 'made',
  },
  {
    agoMin: 13,
    kind: 'pickup',
    source: 'mini_program',
    name: '苏念',
    contact: '13800007101',
    lines: [
      ['taro-milk', 1],
      ['lemon', 1],
    ],
    paid: true,
    kitchen: 'made',
  },
  {
    agoMin: 12,
    kind: 'pickup',
    source: 'phone',
    name: '韩女士',
    contact: '13800007102',
    lines: [['mango', 3, '一杯不要西柚']],
    kitchen: 'begun',
  },
  {
    agoMin: 14,
    kind: 'pickup',
    source: 'mini_program',
    name: '顾北',
    contact: '13800007103',
    lines: [
      ['jasmine-milk', 1],
      ['walnut-cake', 1],
    ],
    paid: true,
    kitchen: 'begun',
  },
  {
    agoMin: 9,
    kind: 'delivery',
    source: 'phone',
    name: '叶先生',
    contact: '13800007104',
    lines: [['oolong-milk', 4, '公司下午茶，分两袋装']],
    note: '前台签收',
  },
  {
    agoMin: 6,
    kind: 'delivery',
    source: 'phone',
    name: '陈知夏',
    contact: '13800007105',
    address: { text: '杭州市西湖区文三路 478 号华星大厦 1 幢 1602' },
    lines: [
      ['grape', 2],
      ['lemon', 1],
    ],
    note: '孩子对坚果过敏，请单独做',
  },
  {
    agoMin: 4,
    kind: 'dine_in',
    source: 'counter',
    lines: [
      ['mango', 1],
      ['egg-tart', 1],
    ],
    paid: true,
  },
  {
    agoMin: 2,
    kind: 'pickup',
    source: 'mini_program',
    name: '孟晚',
    contact: '13800007106',
    lines: [['taro-milk', 2]],
    paid: true,
  },
]

/** What the brand sells and where it is made, since it began; shape: the items' ids by SKU. */
export async function openMenus(told: Telling): Promise<Map<string, string>> {
  const menu = MENUS[told.brand.pack]
  const admin = personOf(told.roster, 'admin')
  const skus = new Map<string, string>()
  if (!menu || !admin) return skus
  const long = new Date(told.ends.getTime() - 99 * 86_400_000)
  for (const [position, item] of itemsOf(told.brand.pack).entries())
    skus.set(item.sku, await saveItem(told.as(admin, long), null, SaveItem.parse({ ...item, position })))
  for (const shop of told.roster.shops) {
    const cooks = peopleOf(told.roster, 'kitchen', shop.id)
    for (const station of cooks.length ? menu.stations : [])
      await saveStation(told.as(admin, long), shop.id, SaveStation.parse({ ...station, staffIds: cooks }))
  }
  return skus
}

/** Open batches of the brands that have a menu, and an hour of orders at one shop. */
export async function tellMenus(told: Telling, opened?: ReadonlyMap<string, string>): Promise<void> {
  const skus = opened ?? (await openMenus(told))
  const menu = MENUS[told.brand.pack]
  if (!menu) return
  for (const code of menu.shops) {
    const shop = told.roster.shops.find((s) => s.code === code)
    const [cook] = shop ? peopleOf(told.roster, 'kitchen', shop.id) : []
    if (!shop || !cook) continue
    const at = new Date(told.ends.getTime() - 5 * 60 * MIN_MS)
    for (const { days, ...batch } of menu.batches)
      await openBatch(told.as(cook, at), shop.id, {
        ...batch,
        ...(days === undefined ? {} : { expiresOn: dayIn(told.ends, days) }),
      })
  }
  if (told.brand.pack === 'milk_tea') await tellOrders(told, menu.shops[0]!, skus)
}

async function tellOrders(told: Telling, code: string, skus: ReadonlyMap<string, string>): Promise<void> {
  const shop = told.roster.shops.find((s) => s.code === code)
  const [cook] = shop ? peopleOf(told.roster, 'kitchen', shop.id) : []
  const agent = personOf(told.roster, 'agent')
  if (!shop || !cook || !agent) return
  for (const { agoMin, lines, kitchen, ...story } of STORIES) {
    const at = (laterMin: number) => new Date(told.ends.getTime() - Math.max(0, agoMin - laterMin) * MIN_MS)
    const items = lines.map(([sku, quantity, note]) => ({
      itemId: skus.get(sku)!,
      quantity,
      note: note ?? '',
      options: sku.includes('tart') || sku.includes('cake') ? {} : { sugar: ['less'], ice: ['less'] },
    }))
    const id = await placeOrder(told.as(agent, at(0)), PlaceOrder.parse({ ...story, shopId: shop.id, items }))
    if (kitchen) await cooked(told, { id, shopId: shop.id, cook, at, whole: kitchen === 'made' })
    if (kitchen === 'made' && agoMin > 45) await handOverOrder(told.as(agent, at(7)), id, { note: '' })
  }
}

/** The day in Shanghai so many days after this instant, as 2026-03-02. */
function dayIn(at: Date, days: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(
    new Date(at.getTime() + days * 86_400_000),
  )
}

type Cooking = { id: string; shopId: string; cook: string; at: (laterMin: number) => Date; whole: boolean }

async function cooked(
  { services, brandId, as }: Telling,
  { id, shopId, cook, at, whole }: Cooking,
): Promise<void> {
  const tasks = await services.db.inBrand(brandId, (tx) =>
    tx.selectFrom('orders.kitchen_task').select('id').where('order_id', '=', id).execute(),
  )
  const steps = whole
    ? ([
        ['start', 1],
        ['done', 4],
        ['pass', 5],
      ] as const)
    : ([['start', 2]] as const)
  for (const [kind, later] of steps)
    await takeTaps(
      as(cook, at(later)),
      shopId,
      tasks.map((task) => ({ key: uuidv4(), taskId: task.id, kind, at: at(later).toISOString() })),
    )
}

function personOf(roster: Roster, role: 'admin' | 'agent'): string | undefined {
  return roster.people.find((p) => p.roles.some((r) => r.role === role && r.shops === 'all'))?.id
}

function peopleOf(roster: Roster, role: 'kitchen', shopId: string): string[] {
  return roster.people
    .filter((p) => p.roles.some((r) => r.role === role && (r.shops === 'all' || r.shops.includes(shopId))))
    .map((p) => p.id)
}
