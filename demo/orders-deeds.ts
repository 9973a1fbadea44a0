import { v4 as uuidv4 } from 'uuid'
import type { KitchenTap } from '#contracts/orders/kitchen'
import { handOverCode, openBatch, planShop, takeTaps, tapStop } from '#domains/orders'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'

const MIN_MS = 60_000

/** One order of the past, everything of it in one transaction: what the demo commits has to wait for nobody. */
export type Scene = {
  tx: Tx
  orderId: string
  shopId: string
  cook: string
  /** Somebody or the program itself (null) at so many minutes after the order was placed. */
  as: (staffId: string | null, min: number) => Ctx
}

export type Cooked = {
  startMin: number
  /** When the first dish was made, where the kitchen took longer than it should. */
  slowMadeMin: number | null
  /** How long each dish was looked at, in seconds. */
  checkS: number
}

/** Every dish is begun, made in a little less than its standard and looked at; the first one is the one that is complained about. */
export async function cook(scene: Scene, { startMin, slowMadeMin, checkS }: Cooked): Promise<void> {
  const tasks = await scene.tx
    .selectFrom('orders.kitchen_task as t')
    .innerJoin('orders.order_item as i', 'i.id', 't.order_item_id')
    .select(['t.id', 't.make_s', 't.quantity'])
    .where('t.order_id', '=', scene.orderId)
    .orderBy('i.position')
    .execute()
  const ids = tasks.map((task) => task.id)
  await taps(scene, 'start', startMin, ids)
  const later = tasks.flatMap(({ id, make_s, quantity }, n) => {
    const usual = startMin + 0.9 * standardMin(make_s, quantity)
    const made = n === 0 ? Math.max(usual, slowMadeMin ?? 0) : usual
    return [
      { kind: 'done' as const, min: made, id },
      { kind: 'pass' as const, min: made + checkS / 60, id },
    ]
  })
  for (const { kind, min, id } of later.toSorted((a, b) => a.min - b.min)) await taps(scene, kind, min, [id])
}

/** As long as it should take in minutes, three things at a time. */
export function standardMin(makeS: number, quantity: number): number {
  return (makeS * Math.ceil(quantity / 3)) / 60
}

async function taps(
  { as, cook: who, shopId }: Scene,
  kind: KitchenTap['kind'],
  min: number,
  taskIds: readonly string[],
): Promise<void> {
  if (!taskIds.length) return
  const ctx = as(who, min)
  const at = ctx.now().toISOString()
  await takeTaps(
    ctx,
    shopId,
    taskIds.map((taskId) => ({ key: uuidv4(), taskId, kind, at })),
  )
}

export type Ridden = {
  plannedMin: number
  fetchedMin: number
  trouble?: {
    min: number
    kind: 'traffic' | 'weather' | 'vehicle' | 'absent'
    delayMin: number
    note: string
  }
  thereMin: number
}

/** The shop's plan finds a rider, who fetches it, may be held up, and hands it over by its code. */
export async function ride(scene: Scene, ridden: Ridden): Promise<void> {
  const { tx, orderId, shopId, as } = scene
  await planShop(as(null, ridden.plannedMin), shopId)
  const stop = await tx
    .selectFrom('orders.delivery')
    .select(['id', 'rider_id'])
    .where('order_id', '=', orderId)
    .executeTakeFirst()
  if (!stop?.rider_id) return
  const rider = stop.rider_id
  const tap = (min: number, what: object) => {
    const ctx = as(rider, min)
    const at = ctx.now().toISOString()
    return tapStop(ctx, stop.id, { id: uuidv4(), at, ...what } as Parameters<typeof tapStop>[2])
  }
  await tap(ridden.fetchedMin, { what: 'pick_up' })
  if (ridden.trouble) {
    const { min, ...said } = ridden.trouble
    await tap(min, { what: 'trouble', ...said })
  }
  const code = handOverCode(as(rider, 0).keys, orderId)
  await tap(ridden.thereMin, { what: 'hand_over', proof: { kind: 'code', code } })
}

/** A batch of what goes into the dish is opened some hours before, so that the trace leads to it. */
export async function openBatches(
  { as, cook: who, shopId, tx, orderId }: Scene,
  hoursBefore: number,
): Promise<void> {
  const item = await tx
    .selectFrom('orders.order_item')
    .select('ingredients')
    .where('order_id', '=', orderId)
    .orderBy('position')
    .executeTakeFirst()
  const ctx = as(who, -hoursBefore * 60)
  for (const ingredient of (item?.ingredients ?? []).slice(0, 2)) {
    const code = batchCode(ingredient, ctx.now())
    const known = await tx
      .selectFrom('orders.batch')
      .select('id')
      .where('shop_id', '=', shopId)
      .where('ingredient', '=', ingredient)
      .where('code', '=', code)
      .executeTakeFirst()
    if (!known) await openBatch(ctx, shopId, { ingredient, code })
  }
}

/** K-1119-04: a letter of the ingredient, the day, and which one of the day. */
function batchCode(ingredient: string, at: Date): string {
  const letter = String.fromCharCode(65 + (ingredient.codePointAt(0)! % 26))
  const day = new Date(at.getTime() + 8 * 60 * MIN_MS).toISOString().slice(5, 10).replace('-', '')
  return `${letter}-${day}-0${1 + (ingredient.codePointAt(ingredient.length - 1)! % 8)}`
}
