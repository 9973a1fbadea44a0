import { v4 as uuidv4 } from 'uuid'
import type { KitchenBoard, KitchenTap, KitchenTask } from '#contracts/orders/kitchen'
import { handOverOrder, readKitchen, takeTaps } from '#domains/orders'
import { chance, type Place, secondsSince, unlessRefused } from './place.ts'

/** Taps of one kitchen at one moment: cooks have two hands. */
const MOST = 2
const CHECK_S = 12
const COUNTER_S = 45
/** Of a hundred dishes: what takes twice as long as it should, and what goes back from the check. */
const SLOW = 6
const BACK = 4
const REASONS = ['甜度做错了', '少放了一份料', '盒盖没有压紧']

/** What the cooks of one shop do now: pass or send back, finish, begin; and what is fetched is handed over. */
export async function cookSomething(place: Place): Promise<number> {
  const [cook] = place.shop.cooks
  const ctx = cook ? await place.as(cook) : null
  if (!ctx) return 0
  const board = await readKitchen(ctx, place.shop.id)
  const taps = board.tasks.flatMap((task) => tapFor(board, task, place) ?? []).slice(0, MOST)
  if (taps.length) await takeTaps(ctx, place.shop.id, taps)
  return taps.length + (await handOverOne(place, board))
}

function tapFor(board: KitchenBoard, task: KitchenTask, { now }: Place): KitchenTap | null {
  const kind = nextTap(board, task, now)
  if (!kind) return null
  const reason = REASONS[Math.floor(chance(task.id, 'reason') * REASONS.length)]!
  return {
    ...{ key: uuidv4(), taskId: task.id, kind, at: now.toISOString() },
    ...(kind === 'back' ? { reason } : {}),
  }
}

/** What is to be tapped on a dish at this moment, if anything. */
export function nextTap(
  { stations, tasks }: Pick<KitchenBoard, 'stations' | 'tasks'>,
  task: KitchenTask,
  now: Date,
): 'start' | 'done' | 'pass' | 'back' | null {
  if (task.stopped) return null
  const since = (at: string | null) => (at ? secondsSince(new Date(at), now) : 0)
  if (task.state === 'checking' && since(task.madeAt) >= CHECK_S)
    return task.rework === 0 && chance(task.id, 'back') * 100 < BACK ? 'back' : 'pass'
  if (task.state === 'making' && since(task.startedAt) >= takesS(task)) return 'done'
  if (task.state !== 'waiting' || task.later) return null
  const capacity = stations.find((s) => s.id === task.stationId)?.capacity ?? 1
  const making = tasks.filter((t) => t.state === 'making' && t.stationId === task.stationId)
  return making.length < capacity ? 'start' : null
}

function takesS(task: KitchenTask): number {
  if (task.rework === 0 && chance(task.id, 'slow') * 100 < SLOW) return task.makeS * 2.2
  return task.makeS * (0.6 + 0.4 * chance(task.id, 'takes'))
}

/** Somebody at the counter gives out what has been ready for a while. */
async function handOverOne({ shop, as, now }: Place, { tasks }: KitchenBoard): Promise<number> {
  const ctx = shop.counter ? await as(shop.counter) : null
  const ready = tasks.find(
    ({ orderKind, orderStatus, madeAt }) =>
      orderKind !== 'delivery' &&
      orderStatus === 'ready' &&
      madeAt &&
      secondsSince(new Date(madeAt), now) > COUNTER_S,
  )
  if (!ctx || !ready) return 0
  return (await unlessRefused(() => handOverOrder(ctx, ready.orderId, { note: '' }))) ? 1 : 0
}
