import type { OrderStatus, TraceKind } from '#contracts/orders'
import type { KitchenTap, TapKind, TapOutcome, TaskState } from '#contracts/orders/kitchen'
import type { BatchRow } from '../menu/batch-data.ts'
import type { stationsOf } from '../menu/menu-data.ts'
import type { ItemData } from '../taking/order-data.ts'
import { addTrace, type OrderDesk, recordOrder, setStatus, unwarn } from '../taking/order-desk.ts'
import { tellCustomer } from '../taking/tell-customer.ts'
import { movesFor, needsCheck } from './progress.ts'
import {
  findTap,
  insertTaskBatches,
  removeTaskBatches,
  restore,
  type TaskBefore,
  type TaskRow,
} from './tap-data.ts'

/** One dish under one tap; the order around it is locked. */
export type TapDesk = {
  order: OrderDesk
  tasks: TaskRow[]
  task: TaskRow
  item: ItemData
  tap: KitchenTap
  stations: Awaited<ReturnType<typeof stationsOf>>
  /** What the shop has open of this dish's ingredients; of use when it is begun. */
  batches: BatchRow[]
  /** Who does it: whoever tapped, or whom the shared screen names. */
  person: { id: string; name: string }
  /** Who had the task before; empty where nobody asks. */
  holder: string
  now: Date
  /** When it was tapped: never after now, never before what happened to the dish last. */
  at: Date
}

/** A tap that arrives so much later than it was made says so in the trace. */
const LATE_NEWS_MS = 10_000
/** So long after it a tap can be taken back. */
const UNDO_MS = 30_000

/** Does what was tapped, with its lines in the trace and the moves of the order that follow from it. */
export async function applyTap(desk: TapDesk, kind: Exclude<TapKind, 'undo'>): Promise<void> {
  const { task, tap, at } = desk
  await DEEDS[kind](desk)
  task.last_tap = tap.key
  task.updated_at = desk.now
  recordOrder(desk.order, 'orders.cook', { what: kind, item: desk.item.name })
  await moveOn(desk, at)
}

const DEEDS: Record<Exclude<TapKind, 'undo'>, (desk: TapDesk) => Promise<void> | void> = {
  start: async (desk) => {
    const { task, at, person } = desk
    Object.assign(task, {
      state: 'making',
      staff_id: person.id,
      started_at: at,
      made_at: null,
      made_by: null,
    })
    line(desk, 'item_started', { quantity: task.quantity })
    await noteBatches(desk)
  },
  done: (desk) => {
    const { task, at, order } = desk
    const check = needsCheck(order.playbook.playbook.orders.check, task.rework)
    Object.assign(task, {
      state: check ? 'checking' : 'done',
      made_at: at,
      made_by: task.staff_id ?? desk.person.id,
    })
    const tookS = Math.round((at.getTime() - (task.started_at ?? at).getTime()) / 1000)
    line(desk, 'item_made', { tookS, standardS: standardS(desk), check })
  },
  pass: (desk) => {
    Object.assign(desk.task, { state: 'done', checked_at: desk.at, checked_by: desk.person.id })
    line(desk, 'item_passed')
  },
  back: (desk) => {
    const { task, tap, at, person } = desk
    const reason = tap.reason ?? ''
    Object.assign(task, {
      state: 'waiting',
      rework: task.rework + 1,
      back_reason: reason,
      checked_at: at,
      checked_by: person.id,
    })
    line(desk, 'item_back', { reason, rework: task.rework })
  },
  take: (desk) => {
    const { task, tap, person, holder, stations } = desk
    const from = stationName(desk)
    if (tap.stationId && stations.some((s) => s.id === tap.stationId)) task.station_id = tap.stationId
    Object.assign(task, { staff_id: person.id, fixed: true })
    addTrace(
      desk.order,
      'item_moved',
      { item: desk.item.name, station: from, person: holder, to: person.name, toStation: stationName(desk) },
      desk.at,
    )
  },
}

/** Takes the last tap on a dish back. Shape: `too_late` when something came after it, or the moment has passed. */
export async function undoTap(desk: TapDesk, inKitchen: boolean): Promise<TapOutcome> {
  const { task, tap, order, at } = desk
  const last = tap.of ? await findTap(order.tx, tap.of) : undefined
  if (!last?.before || last.task_id !== task.id) return 'unknown'
  if (!inKitchen) return task.state === 'cancelled' ? 'cancelled' : 'over'
  if (task.last_tap !== last.key || at.getTime() - last.at.getTime() > UNDO_MS) return 'too_late'
  if (last.kind === 'start' && task.started_at) await removeTaskBatches(order.tx, task.id, task.started_at)
  restore(task, last.before as TaskBefore)
  task.updated_at = desk.now
  line(desk, 'item_undone', { what: last.kind })
  recordOrder(order, 'orders.cook', { what: 'undo', of: last.kind, item: desk.item.name })
  await moveOn(desk, at)
  return 'done'
}

/** The order follows its dishes: begun, all made, all passed, and back. Who waits at the counter is told when it is ready. */
async function moveOn({ order, tasks }: TapDesk, at: Date): Promise<void> {
  const dishes = tasks.map((task) => ({
    state: task.state as TaskState,
    started: task.state !== 'waiting' || task.rework > 0 || task.started_at !== null,
  }))
  const row = order.order
  for (const to of movesFor(row.status as OrderStatus, dishes)) {
    setStatus(order, to, {}, at)
    if (to === 'confirmed') row.preparing_at = null
    if (to === 'preparing') row.ready_at = null
    if (to !== 'ready') continue
    unwarn(order, 'slow')
    if (row.kind !== 'delivery') await tellCustomer(order, 'ready', {})
  }
}

/** Which opened batches go into it: the way from a bad batch to whoever had it (E2, O5). */
async function noteBatches({ order, task, item, at, batches }: TapDesk): Promise<void> {
  if (!batches.length) return
  await insertTaskBatches(
    order.tx,
    task,
    batches.map((b) => b.id),
    at,
  )
  const used = batches.map((b) => ({ ingredient: b.ingredient, code: b.code }))
  addTrace(order, 'batches', { item: item.name, batches: used }, at)
}

function line(desk: TapDesk, kind: TraceKind, facts: Record<string, unknown> = {}): void {
  const { order, item, person, at, now } = desk
  const tapped = order.ctx.actor.kind === 'staff' ? order.ctx.actor.staffId : null
  const newsLateS =
    now.getTime() - at.getTime() > LATE_NEWS_MS ? Math.round((now.getTime() - at.getTime()) / 1000) : 0
  const more = {
    ...(person.id === tapped ? {} : { person: person.name }),
    ...(newsLateS ? { newsLateS } : {}),
  }
  addTrace(order, kind, { item: item.name, station: stationName(desk), ...facts, ...more }, at)
}

function stationName({ task, stations, item }: TapDesk): string {
  return stations.find((s) => s.id === task.station_id)?.name ?? item.station
}

/** As long as it should take: the pieces of a line are made side by side where the station has the places. */
function standardS({ task, stations }: TapDesk): number {
  const capacity = stations.find((s) => s.id === task.station_id)?.capacity ?? 1
  return task.make_s * Math.ceil(task.quantity / capacity)
}
