import { z } from 'zod'
import { Id, Instant } from '../kit.ts'
import { OrderKind, OrderStatus } from '../orders.ts'

/** Where one line of an order stands in the kitchen (O2). */
export const TaskState = z.enum(['waiting', 'making', 'checking', 'done', 'cancelled'])
export type TaskState = z.infer<typeof TaskState>

/** One touch on a kitchen screen. `take` gives the task to a person, a station or both; `undo` takes back the tap `of`. */
export const TapKind = z.enum(['start', 'done', 'pass', 'back', 'take', 'undo'])
export type TapKind = z.infer<typeof TapKind>
export const KitchenTap = z.strictObject({
  /** Made on the screen: the same tap sent twice counts once. */
  key: Id,
  taskId: Id,
  kind: TapKind,
  /** When it was tapped by the server's clock, as far as the screen knows it. */
  at: Instant,
  /** Why it is made anew; asked for with `back`. */
  reason: z.string().trim().min(1).max(120).optional(),
  staffId: Id.optional(),
  stationId: Id.optional(),
  of: Id.optional(),
})
export type KitchenTap = z.infer<typeof KitchenTap>
export const SendTaps = z.strictObject({ taps: z.array(KitchenTap).min(1).max(100) })

/**
 * What became of a tap. `done` and `already` are as wished; every other one says why nothing has changed:
 * somebody else was faster, the order was cancelled or is gone, quality has stopped it, or the moment has passed.
 */
export const TapOutcome = z.enum([
  'done',
  'already',
  'taken',
  'not_started',
  'not_made',
  'over',
  'cancelled',
  'stopped',
  'too_late',
  'unknown',
])
export type TapOutcome = z.infer<typeof TapOutcome>
export const TapResult = z.object({
  key: Id,
  outcome: TapOutcome,
  /** Of the task, so that a conflict can be told although it is no longer on the screen. */
  number: z.string(),
  item: z.string(),
  /** Who was faster. */
  byName: z.string(),
})
export type TapResult = z.infer<typeof TapResult>
export const TapsTaken = z.object({ now: Instant, results: z.array(TapResult) })

/** One line of an order as the kitchen sees it: what, how, for when; never for whom. */
export const KitchenTask = z.object({
  id: Id,
  orderId: Id,
  number: z.string(),
  orderKind: OrderKind,
  orderStatus: OrderStatus,
  stationId: Id.nullable(),
  state: TaskState,
  name: z.string(),
  quantity: z.int(),
  options: z.string(),
  note: z.string(),
  orderNote: z.string(),
  /** Allergies and taboos of the customer and of this order; a note about health stands here and not under the notes. */
  taboos: z.array(z.string()),
  /** What is in the dish that harms. */
  allergens: z.array(z.string()),
  /** Allergens of the dish that a taboo names. */
  clash: z.array(z.string()),
  makeS: z.int(),
  startBy: Instant,
  dueAt: Instant,
  expectedAt: Instant,
  startedAt: Instant.nullable(),
  madeAt: Instant.nullable(),
  staffId: Id.nullable(),
  staffName: z.string(),
  /** Given by a person, not by the plan. */
  fixed: z.boolean(),
  rework: z.int(),
  backReason: z.string(),
  slow: z.boolean(),
  /** Quality has stopped something that is in it. */
  stopped: z.boolean(),
  /** Nothing to do before this: it is wanted later. */
  later: z.boolean(),
})
export type KitchenTask = z.infer<typeof KitchenTask>

export const KitchenStation = z.object({
  id: Id,
  key: z.string(),
  name: z.string(),
  capacity: z.int(),
  people: z.array(z.object({ id: Id, name: z.string(), onDuty: z.boolean() })),
})
export type KitchenStation = z.infer<typeof KitchenStation>

/** An order that will not be ready in time, with the time that could be promised. */
export const SlowOrder = z.object({
  orderId: Id,
  number: z.string(),
  summary: z.string(),
  promisedAt: Instant,
  /** Null while the promise can still be kept. */
  proposedAt: Instant.nullable(),
  item: z.string(),
  station: z.string(),
  /** Says in the customer's language why. */
  reason: z.string(),
})
export type SlowOrder = z.infer<typeof SlowOrder>

/** Taken off sale by quality (E2), with what of it is in this kitchen now. */
export const KitchenStop = z.object({
  id: Id,
  what: z.string(),
  reason: z.string(),
  at: Instant,
  tasks: z.array(z.object({ id: Id, number: z.string(), name: z.string(), state: TaskState })),
})
export type KitchenStop = z.infer<typeof KitchenStop>

export const KitchenBoard = z.object({
  shopId: Id,
  shopName: z.string(),
  /** The server's clock: countdowns go by it and not by the screen's. */
  now: Instant,
  check: z.enum(['all', 'rework']),
  stations: z.array(KitchenStation),
  tasks: z.array(KitchenTask),
  slow: z.array(SlowOrder),
  stops: z.array(KitchenStop),
  /** Whether this person may give the customer a new time. */
  mayPromise: z.boolean(),
})
export type KitchenBoard = z.infer<typeof KitchenBoard>
