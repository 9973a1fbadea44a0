import { z } from 'zod'
import { AttachmentView } from '../channels.ts'
import { Contact } from '../customers.ts'
import { defineEvent, Id, Instant } from '../kit.ts'
import { OrderOrigin, PlaceItem } from '../orders.ts'

const Note = z.string().trim().max(200)
const Words = z.string().trim().max(2000)
/** 3 号房, 水疗间: free words of the shop. */
const Room = z.string().trim().max(40)
const Minutes = z
  .int()
  .min(5)
  .max(12 * 60)

/** Where an appointment stands: read from its order and its own times. */
export const VisitState = z.enum(['booked', 'arrived', 'treating', 'done', 'cancelled', 'no_show'])
export type VisitState = z.infer<typeof VisitState>

/** An appointment as it is made, at the counter or with the phone at the ear. */
export const BookVisit = z.strictObject({
  shopId: Id,
  startsAt: Instant,
  /** Absent: whoever is free on the day. */
  therapistId: Id.optional(),
  room: Room.default(''),
  /** Absent: as long as the treatments take by the menu. */
  minutes: Minutes.optional(),
  items: z.array(PlaceItem).min(1).max(10),
  source: OrderOrigin.default('phone'),
  customerId: Id.optional(),
  name: z.string().trim().max(60).default(''),
  contact: Contact.optional(),
  note: Note.default(''),
  /** Although the shop is closed or the therapist is off then; two at one time stay impossible. */
  anyway: z.boolean().default(false),
})
export type BookVisit = z.infer<typeof BookVisit>

export const MoveVisit = z.strictObject({
  startsAt: Instant,
  therapistId: Id.nullable(),
  room: Room.default(''),
  minutes: Minutes.optional(),
  /** Whoever wanted it: a move that the customer asked for breaks no promise of ours. */
  askedBy: z.enum(['customer', 'shop']),
  reason: Note.default(''),
  tell: z.boolean().default(true),
  anyway: z.boolean().default(false),
})
export type MoveVisit = z.infer<typeof MoveVisit>

export const NoShow = z.strictObject({ note: Note.default('') })
/** Who treats, and where, when it is somebody else than was booked. */
export const BeginVisit = z.strictObject({ therapistId: Id.optional(), room: Room.optional() })
export type BeginVisit = z.infer<typeof BeginVisit>

export const PatchTest = z.enum(['none', 'passed', 'reacted'])
export type PatchTest = z.infer<typeof PatchTest>
export const UsedBatch = z.strictObject({ batchId: Id, amount: z.string().trim().max(40).default('') })

/** What was seen and done on somebody's body: sealed, and read only for a reason. */
export const SaveRecord = z.strictObject({
  observations: Words.min(2),
  /** Devices and what they were set to: 光子 3 档，12 J/cm². */
  settings: Words.default(''),
  patchTest: PatchTest.default('none'),
  /** What the customer was told to do at home. */
  advice: Words.default(''),
  photos: z.array(Id).max(9).default([]),
  products: z.array(UsedBatch).max(20).default([]),
})
export type SaveRecord = z.infer<typeof SaveRecord>
export const VisitRecord = z.object({
  observations: z.string(),
  settings: z.string(),
  patchTest: PatchTest,
  advice: z.string(),
  photos: z.array(AttachmentView),
  at: Instant,
  by: z.string(),
})
export type VisitRecord = z.infer<typeof VisitRecord>

export const SkinAfter = z.enum(['calm', 'flushed'])
export type SkinAfter = z.infer<typeof SkinAfter>
/** The customer leaves: how the skin looks then is the quality check. */
export const FinishVisit = z.strictObject({ skin: SkinAfter })

export const Reaction = z.enum(['none', 'mild', 'strong'])
export type Reaction = z.infer<typeof Reaction>
/** From the customer's own page. */
export const AnswerAftercare = z.strictObject({
  /** Which of them: sent again it is answered once. */
  id: Id,
  reaction: Reaction,
  text: z.string().trim().max(1000).default(''),
  photos: z.array(Id).max(6).default([]),
})
export type AnswerAftercare = z.infer<typeof AnswerAftercare>
/** What the customer said on the phone. */
export const NoteAftercare = z.strictObject({
  reaction: Reaction,
  text: z.string().trim().max(1000).default(''),
})
export type NoteAftercare = z.infer<typeof NoteAftercare>

export const AftercareState = z.enum(['due', 'asked', 'answered', 'skipped'])
export const AftercareLine = z.object({
  id: Id,
  /** So many days after the treatment. */
  day: z.int(),
  dueAt: Instant,
  state: AftercareState,
  askedAt: Instant.nullable(),
  /** Which way it was asked; `page`: nobody could be reached, so somebody must call. */
  way: z.enum(['', 'conversation', 'sms', 'page']),
  answeredAt: Instant.nullable(),
  /** Null for whoever may not see what concerns somebody's body. */
  reaction: Reaction.nullable(),
  text: z.string(),
  photos: z.int(),
  /** Who wrote it down after a call; empty: the customer answered. */
  byName: z.string(),
  ticketId: Id.nullable(),
})
export type AftercareLine = z.infer<typeof AftercareLine>

export const AppliedBatch = z.object({
  batchId: Id,
  ingredient: z.string(),
  code: z.string(),
  amount: z.string(),
  /** Quality has stopped it since. */
  stopped: z.boolean(),
})
export type AppliedBatch = z.infer<typeof AppliedBatch>
export const VisitDeed = z.enum([
  'move',
  'arrive',
  'noShow',
  'begin',
  'record',
  'finish',
  'readRecord',
  'noteAftercare',
])
export type VisitDeed = z.infer<typeof VisitDeed>

/** The salon's side of one order. */
export const VisitView = z.object({
  orderId: Id,
  shopId: Id,
  state: VisitState,
  startsAt: Instant,
  endsAt: Instant,
  /** Minutes beyond its end while it still goes on; null: it does not. */
  overMin: z.int().nullable(),
  therapistId: Id.nullable(),
  therapist: z.string(),
  room: z.string(),
  arrivedAt: Instant.nullable(),
  begunAt: Instant.nullable(),
  finishedAt: Instant.nullable(),
  /** That there is one, and whose; what stands in it is a deed of its own. */
  record: z.object({ at: Instant, by: z.string() }).nullable(),
  skinAfter: SkinAfter.nullable(),
  products: z.array(AppliedBatch),
  aftercare: z.array(AftercareLine),
  can: z.array(VisitDeed),
})
export type VisitView = z.infer<typeof VisitView>

const Span = z.object({ from: Instant, to: Instant })
export const BoardVisit = z.object({
  orderId: Id,
  number: z.string(),
  state: VisitState,
  startsAt: Instant,
  endsAt: Instant,
  /** Until when therapist and room are not free: its end, and beyond it while nobody has ended the treatment. */
  busyUntil: Instant,
  overMin: z.int().nullable(),
  therapistId: Id.nullable(),
  room: z.string(),
  customer: z.string(),
  summary: z.string(),
  taboos: z.array(z.string()),
  note: z.string(),
  /** Something is missing: somebody must ask. */
  incomplete: z.boolean(),
  /**
   * The treatment before it began late, or goes on beyond its end, and runs into it: until then its therapist, or its room, is not free.
   * `atLeast`: nobody knows until when.
   */
  waits: z.object({ until: Instant, for: z.enum(['therapist', 'room']), atLeast: z.boolean() }).nullable(),
})
export type BoardVisit = z.infer<typeof BoardVisit>

/** Whoever was asked how the skin is and has not said so yet. */
export const OpenAftercare = z.object({
  orderId: Id,
  number: z.string(),
  customer: z.string(),
  day: z.int(),
  askedAt: Instant,
  /** Nobody could be told: this one waits for a call. */
  call: z.boolean(),
})

export const VisitBoardQuery = z.strictObject({ shopId: Id.optional(), on: z.iso.date().optional() })
/** One day of one shop. */
export const VisitBoard = z.object({
  /** Shops within reach, to choose from. */
  shops: z.array(z.object({ id: Id, name: z.string() })),
  shopId: Id.nullable(),
  shopName: z.string(),
  zone: z.string(),
  on: z.iso.date(),
  /** Midnight of that day on the shop's clock. */
  begins: Instant,
  now: Instant,
  open: z.array(Span),
  therapists: z.array(z.object({ id: Id, name: z.string(), duty: z.array(Span) })),
  visits: z.array(BoardVisit),
  rooms: z.array(z.string()),
  aftercare: z.array(OpenAftercare),
  can: z.array(z.enum(['book'])),
})
export type VisitBoard = z.infer<typeof VisitBoard>

/** What stands open in the shop to be used: what this treatment is made with comes first. */
export const OpenBatch = z.object({
  batchId: Id,
  ingredient: z.string(),
  code: z.string(),
  expiresOn: z.iso.date().nullable(),
  /** Why it must not be used; null: it may. */
  refused: z.enum(['stopped', 'expired']).nullable(),
  /** The menu says that this treatment is made with it. */
  fits: z.boolean(),
})
export type OpenBatch = z.infer<typeof OpenBatch>

/** Another treatment with the same batch, and how the skin took it. */
export const BatchVisit = z.object({
  orderId: Id,
  number: z.string(),
  shopName: z.string(),
  startsAt: Instant,
  therapist: z.string(),
  summary: z.string(),
  reaction: Reaction.nullable(),
  ticketId: Id.nullable(),
})
export const BatchVisits = z.object({ ingredient: z.string(), code: z.string(), visits: z.array(BatchVisit) })

/** What the holder of the private link sees of the own appointment. */
export const TrackedVisit = z.object({
  startsAt: Instant,
  endsAt: Instant,
  therapist: z.string(),
  room: z.string(),
  /** Another time may still be asked for. */
  movable: z.boolean(),
  /** What can be answered now; `early`: nobody has asked yet, but whoever feels something may say so. */
  aftercare: z.object({ id: Id, early: z.boolean() }).nullable(),
  /** What was answered last. */
  answered: Reaction.nullable(),
})
export type TrackedVisit = z.infer<typeof TrackedVisit>

/** Somebody has said how the skin is; a reaction opens a ticket by itself. */
export const aftercareAnswered = defineEvent(
  'orders.aftercareAnswered',
  z.object({ orderId: Id, aftercareId: Id }),
)
