import { z } from 'zod'
import { defineEvent, Id, Instant, Point } from '../kit.ts'

/** `failed`: brought back to the shop; somebody decides whether it goes out once more. */
export const DeliveryState = z.enum(['waiting', 'assigned', 'picked_up', 'delivered', 'failed', 'cancelled'])
export type DeliveryState = z.infer<typeof DeliveryState>
export const HandOverKind = z.enum(['code', 'photo', 'signature'])
export type HandOverKind = z.infer<typeof HandOverKind>
export const TroubleKind = z.enum(['traffic', 'weather', 'accident', 'absent', 'vehicle'])
export type TroubleKind = z.infer<typeof TroubleKind>

const Note = z.string().trim().max(200).default('')
const Trouble = z.object({ kind: TroubleKind, at: Instant, delayMin: z.int(), note: z.string() })

/** One way to a door, as the board shows it: no name, no number, the street without the house. */
export const BoardStop = z.object({
  id: Id,
  orderId: Id,
  number: z.string(),
  shopId: Id,
  shopName: z.string(),
  state: DeliveryState,
  /** The kitchen is done. */
  ready: z.boolean(),
  area: z.string(),
  point: Point.nullable(),
  summary: z.string(),
  promisedAt: Instant.nullable(),
  etaAt: Instant.nullable(),
  /** Minutes behind the promise by today's reckoning; 0 in time. */
  lateMin: z.int(),
  fixed: z.boolean(),
  trouble: Trouble.nullable(),
  updatedAt: Instant,
})
export type BoardStop = z.infer<typeof BoardStop>

export const BoardRider = z.object({
  id: Id,
  name: z.string(),
  point: Point.nullable(),
  positionAt: Instant.nullable(),
  /** Heard of within five minutes; else new orders go first to riders whose place is known. */
  located: z.boolean(),
  most: z.int(),
  heldUntil: Instant.nullable(),
  /** In the order of the round; only what this reader reaches. */
  stops: z.array(BoardStop),
  /** Stops for shops out of the reader's reach. */
  elsewhere: z.int(),
})
export type BoardRider = z.infer<typeof BoardRider>

/** How good the last seven days were; null while nothing was brought. */
export const EtaReport = z.object({
  stops: z.int(),
  late: z.int(),
  errorP50Min: z.number().nullable(),
  errorP90Min: z.number().nullable(),
})
export const DispatchBoard = z.object({
  shops: z.array(z.object({ id: Id, name: z.string(), point: Point.nullable() })),
  riders: z.array(BoardRider),
  /** Nobody has them yet, or they came back. */
  waiting: z.array(BoardStop),
  report: EtaReport,
})
export type DispatchBoard = z.infer<typeof DispatchBoard>
export const BoardQuery = z.strictObject({ shopId: Id.optional() })

/** How one order was carried; `picture` is what the rider took at the door, for whoever may see the address. */
export const DeliveryFacts = z.object({
  delivery: z
    .object({
      state: DeliveryState,
      rider: z.string(),
      firstEtaAt: Instant.nullable(),
      etaAt: Instant.nullable(),
      deliveredAt: Instant.nullable(),
      proof: z.enum([...HandOverKind.options, 'desk']).nullable(),
      trouble: Trouble.nullable(),
    })
    .nullable(),
  picture: z.string(),
})

/** Per rider, shop and hour: how many, how many late, how wrong the told arrival was. */
export const DeliveryReportRow = z.object({
  shopId: Id,
  shopName: z.string(),
  riderId: Id.nullable(),
  riderName: z.string(),
  hour: Instant,
  stops: z.int(),
  late: z.int(),
  errorP50Min: z.number().nullable(),
  errorP90Min: z.number().nullable(),
})
export const DeliveryReport = z.object({ rows: z.array(DeliveryReportRow) })
export const ReportQuery = z.strictObject({ days: z.coerce.number().int().min(1).max(31).default(7) })

export const AssignRider = z.strictObject({ riderId: Id })
/** What somebody at the desk enters for a rider whose phone is gone; `again` sends out what came back. */
export const SettleStop = z.strictObject({
  outcome: z.enum(['delivered', 'returned', 'again']),
  reason: z.string().trim().min(2).max(200),
})

export const SetDuty = z.strictObject({ on: z.boolean() })
export const SetPosition = z.strictObject({
  ...Point.shape,
  accuracyM: z.int().min(0).max(100_000).default(0),
})

/** A picture as a data address: JPEG or PNG, made small by the phone. */
const Picture = z
  .string()
  .max(900_000)
  .regex(/^data:image\/(jpeg|png|webp);base64,[A-Za-z0-9+/=]+$/)
export const HandOver = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('code'), code: z.string().regex(/^\d{4}$/) }),
  z.strictObject({ kind: z.literal('photo'), picture: Picture }),
  z.strictObject({ kind: z.literal('signature'), picture: Picture }),
])
export type HandOver = z.infer<typeof HandOver>

/** `id` makes a tap that is sent again the same one; `at` is when it was tapped, which may be minutes ago without a network. */
const tapped = { id: Id, at: Instant }
export const Tap = z.discriminatedUnion('what', [
  z.strictObject({ ...tapped, what: z.literal('pick_up') }),
  z.strictObject({ ...tapped, what: z.literal('arrive') }),
  z.strictObject({ ...tapped, what: z.literal('hand_over'), proof: HandOver }),
  z.strictObject({
    ...tapped,
    what: z.literal('trouble'),
    kind: TroubleKind,
    delayMin: z.int().min(5).max(120),
    note: Note,
  }),
  /** The door is elsewhere than the order says: what the rider found, proposed to the customer's file. */
  z.strictObject({ ...tapped, what: z.literal('address'), text: z.string().trim().min(4).max(200) }),
  z.strictObject({ ...tapped, what: z.literal('return'), reason: z.string().trim().min(2).max(200) }),
])
export type Tap = z.infer<typeof Tap>

/**
 * What the rider sees of one stop. Before the pick-up only where it goes roughly; name, address and number only while it is carried; afterwards
 * the stop is gone (G1).
 */
export const RoundStop = z.object({
  id: Id,
  number: z.string(),
  state: z.enum(['assigned', 'picked_up']),
  ready: z.boolean(),
  shop: z.object({ id: Id, name: z.string(), point: Point.nullable() }),
  area: z.string(),
  name: z.string(),
  address: z.string(),
  phone: z.string(),
  point: Point.nullable(),
  items: z.array(z.string()),
  taboos: z.array(z.string()),
  note: z.string(),
  /** To be collected at the door; 0 when it is paid. */
  collectMinor: z.int(),
  currency: z.string(),
  promisedAt: Instant.nullable(),
  pickAt: Instant.nullable(),
  etaAt: Instant.nullable(),
  arrivedAt: Instant.nullable(),
  trouble: Trouble.nullable(),
  /** Ways to prove it at the door that still count. */
  handOver: z.array(HandOverKind),
})
export type RoundStop = z.infer<typeof RoundStop>
export const RoundView = z.object({
  /** Since when on duty; null: off. */
  onDutySince: Instant.nullable(),
  positionAt: Instant.nullable(),
  most: z.int(),
  /** The way: pick-ups and doors in their order. */
  way: z.array(z.object({ stopId: Id, kind: z.enum(['pick', 'drop']), at: Instant.nullable() })),
  stops: z.array(RoundStop),
  /** Numbers of orders that were called off while this rider had them, in the last hour. */
  calledOff: z.array(z.string()),
  doneToday: z.int(),
})
export type RoundView = z.infer<typeof RoundView>

/** A rider's round has changed: the board and that rider look again. */
export const roundChanged = defineEvent('orders.roundChanged', z.object({ shopId: Id }))
