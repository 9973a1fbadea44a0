import { v4 as uuidv4 } from 'uuid'
import type { z } from 'zod'
import { PlaceOrder } from '#contracts/orders'
import type { TapKind } from '#contracts/orders/kitchen'
import { placeOrder, takeTaps } from '#domains/orders'
import type { Roster } from '#domains/people'
import type { Ctx, Services } from '#platform/context'
import type { DemoBrand } from './demo-file.ts'

type Telling = {
  services: Services
  brandId: string
  brand: Pick<DemoBrand, 'pack'>
  roster: Roster
  ends: Date
  as: (staffId: string | null, at: Date) => Ctx
}
/** `agoMin` before now; a tap by what it does. `line` is which of the order's lines, all of them without it. */
type Tapped = { kind: TapKind; agoMin: number; line?: number; reason?: string }
type Ordered = Pick<z.input<typeof PlaceOrder>, 'kind' | 'source' | 'name' | 'contact' | 'note'> & {
  agoMin: number
  lines: [sku: string, quantity: number, note?: string][]
  /** Wanted so many minutes from now. */
  wantedInMin?: number
  taps?: Tapped[]
}

const MIN_MS = 60_000
/** A counter in the middle of its rush: something ready, checked, being made, made anew, waiting, and wanted later. */
const RUSH: Ordered[] = [
  {
    ...{ agoMin: 9, kind: 'pickup', source: 'mini_program', name: '方圆', contact: '13800007201' },
    lines: [
      ['oolong-milk', 1],
      ['egg-tart', 2],
    ],
    taps: [
      { kind: 'start', agoMin: 6 },
      { kind: 'done', agoMin: 3.5, line: 0 },
      { kind: 'pass', agoMin: 3, line: 0 },
      { kind: 'done', agoMin: 0.8, line: 1 },
    ],
  },
  {
    ...{ agoMin: 7, kind: 'dine_in', source: 'counter' },
    lines: [['grape', 2]],
    taps: [
      { kind: 'start', agoMin: 4 },
      { kind: 'done', agoMin: 0.6 },
    ],
  },
  {
    ...{ agoMin: 6, kind: 'pickup', source: 'mini_program', name: '常青', contact: '13800007202' },
    lines: [['taro-milk', 1, '芋泥多一点']],
    taps: [
      { kind: 'start', agoMin: 4.5 },
      { kind: 'done', agoMin: 2.8 },
      { kind: 'back', agoMin: 2.4, reason: '甜度做错了' },
      { kind: 'start', agoMin: 0.5 },
    ],
  },
  {
    ...{ agoMin: 5, kind: 'pickup', source: 'phone', name: '戴女士', contact: '13800007203' },
    lines: [
      ['lemon', 2, '一杯不要冰'],
      ['walnut-cake', 1],
    ],
    taps: [{ kind: 'start', agoMin: 0.9, line: 0 }],
  },
  {
    ...{ agoMin: 4, kind: 'dine_in', source: 'counter', note: '宝宝喝的，对牛奶过敏' },
    lines: [['mango', 1]],
    taps: [{ kind: 'start', agoMin: 0.3 }],
  },
  {
    ...{ agoMin: 3, kind: 'pickup', source: 'mini_program', name: '路遥', contact: '13800007204' },
    lines: [['jasmine-milk', 2, '一杯不加料']],
  },
  { agoMin: 2, kind: 'dine_in', source: 'counter', lines: [['egg-tart', 3]] },
  {
    ...{ agoMin: 1, kind: 'pickup', source: 'mini_program', name: '尤佳', contact: '13800007205' },
    lines: [['grape', 1]],
  },
  {
    ...{
      agoMin: 0.5,
      kind: 'pickup',
      source: 'phone',
      name: '会务组 柳',
      contact: '13800007206',
      wantedInMin: 55,
    },
    lines: [['oolong-milk', 6, '分两袋']],
  },
]

/** The kitchen of the first shop as somebody finds it who opens its screen now, whatever the hour. */
export async function tellKitchen(told: Telling): Promise<void> {
  const { roster, brand, ends, as } = told
  if (brand.pack !== 'milk_tea') return
  const shop = roster.shops.find((s) => s.code === 'HZ01')
  const cook = roster.people.find((p) =>
    p.roles.some((r) => r.role === 'kitchen' && reaches(r.shops, shop?.id)),
  )
  const agent = roster.people.find((p) => p.roles.some((r) => r.role === 'agent' && r.shops === 'all'))
  if (!shop || !cook || !agent) return
  const at = (agoMin: number) => new Date(ends.getTime() - agoMin * MIN_MS)
  const items = await itemsOf(told)
  const open = RUSH.toSorted((a, b) => b.agoMin - a.agoMin)
  const deeds: (Tapped & { taskIds: string[] })[] = []
  for (const { agoMin, lines, taps = [], wantedInMin, ...order } of open) {
    const id = await placeOrder(
      as(agent.id, at(agoMin)),
      PlaceOrder.parse({
        ...order,
        ...{ shopId: shop.id, paid: true },
        ...(wantedInMin ? { wantedAt: at(-wantedInMin).toISOString() } : {}),
        items: lines.map(([sku, quantity, note = '']) => ({ ...items.get(sku)!, quantity, note })),
      }),
    )
    const tasks = await tasksOf(told, id)
    for (const tap of taps)
      deeds.push({ ...tap, taskIds: tap.line === undefined ? tasks : tasks.slice(tap.line, tap.line + 1) })
  }
  for (const { kind, agoMin, taskIds, reason } of deeds.toSorted((a, b) => b.agoMin - a.agoMin))
    await takeTaps(
      as(cook.id, at(agoMin)),
      shop.id,
      taskIds.map((taskId) => ({
        ...{ key: uuidv4(), taskId, kind, at: at(agoMin).toISOString() },
        ...(reason ? { reason } : {}),
      })),
    )
}

const reaches = (shops: 'all' | string[], id: string | undefined): boolean =>
  id !== undefined && shops !== 'all' && shops.includes(id)

/** By SKU: the item, with the first choice of everything that must be chosen. */
async function itemsOf({ services, brandId }: Telling) {
  const rows = await services.db.inBrand(brandId, (tx) =>
    tx.selectFrom('orders.menu_item').select(['id', 'code', 'options']).execute(),
  )
  return new Map(rows.map((row) => [row.code, { itemId: row.id, options: firstChoices(row.options) }]))
}

export function firstChoices(options: unknown): Record<string, string[]> {
  const given = options as { key: string; min: number; choices: { key: string }[] }[]
  return Object.fromEntries(given.filter((o) => o.min > 0).map((o) => [o.key, [o.choices[0]!.key]]))
}

/** The dishes of an order in the order of its lines. */
async function tasksOf({ services, brandId }: Telling, orderId: string): Promise<string[]> {
  const rows = await services.db.inBrand(brandId, (tx) =>
    tx
      .selectFrom('orders.kitchen_task as k')
      .innerJoin('orders.order_item as i', (join) =>
        join.onRef('i.brand_id', '=', 'k.brand_id').onRef('i.id', '=', 'k.order_item_id'),
      )
      .select('k.id')
      .where('k.order_id', '=', orderId)
      .orderBy('i.position')
      .execute(),
  )
  return rows.map((row) => row.id)
}
