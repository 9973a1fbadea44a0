import { z } from 'zod'
import { AttachmentView } from '../channels.ts'
import { Id, Instant } from '../kit.ts'
import { Role } from '../people.ts'
import { CauseGroup } from '../playbook/causes.ts'
import { Key } from '../playbook.ts'
import { Who } from '../tickets.ts'

/** H3: how deep one asks why. */
export const MOST_WHYS = 7
const Why = z.string().trim().min(1).max(300)
const Words = z.string().trim().max(2000).default('')

/** What an investigation rests on; each sort names its own reference: an order, a camera, a sheet of the kitchen or of a treatment. */
export const EvidenceKind = z.enum(['photo', 'statement', 'order', 'camera', 'kitchen', 'treatment', 'other'])
export type EvidenceKind = z.infer<typeof EvidenceKind>

export const Evidence = z.object({
  id: Id,
  kind: EvidenceKind,
  title: z.string(),
  details: z.string(),
  /** Number of the order, name of the camera, number of the record. */
  reference: z.string(),
  happenedAt: Instant.nullable(),
  /** End of a camera clip. */
  untilAt: Instant.nullable(),
  photos: z.array(AttachmentView),
  /** A statement: who said it. */
  saidBy: Who.nullable(),
  /** The statement of the person complained about. */
  byAccused: z.boolean(),
  addedBy: z.string(),
  addedAt: Instant,
  withdrawn: z.object({ by: z.string(), at: Instant, reason: z.string() }).nullable(),
  /** Who opened it, first and last; newest last look first. */
  looks: z.array(z.object({ who: Who, firstAt: Instant, lastAt: Instant })),
})
export type Evidence = z.infer<typeof Evidence>

/** What this reader may do with the investigation now. */
export const InvestigationAction = z.enum(['change', 'conclude', 'reopen', 'addEvidence', 'accuse', 'state'])
export type InvestigationAction = z.infer<typeof InvestigationAction>

export const Investigation = z.object({
  whys: z.array(z.string()),
  cause: z.string().nullable(),
  causeName: z.string(),
  causeNote: z.string(),
  measure: z.string(),
  conclusion: z.string(),
  concluded: z.object({ by: z.string(), at: Instant }).nullable(),
  updatedBy: z.string(),
  /** What a change must name as seen; null while nothing was written. */
  updatedAt: Instant.nullable(),
  /** What the playbook offers, in its order. */
  causes: z.array(z.object({ key: Key, group: CauseGroup, name: z.string() })),
  evidence: z.array(Evidence),
  /** Whom the complaint is about, and how the right of reply stands. */
  accused: z
    .object({
      who: Who,
      /** Until when the statement is expected; null once given. */
      dueAt: Instant.nullable(),
      late: z.boolean(),
      statedAt: Instant.nullable(),
    })
    .nullable(),
  can: z.array(InvestigationAction),
})
export type Investigation = z.infer<typeof Investigation>

/** `seenAt` is the `updatedAt` the writer saw. */
export const SaveInvestigation = z.strictObject({
  whys: z.array(Why).max(MOST_WHYS).default([]),
  cause: Key.nullable().default(null),
  causeNote: Words,
  measure: Words,
  conclusion: Words,
  seenAt: Instant.nullable().default(null),
})
export type SaveInvestigation = z.infer<typeof SaveInvestigation>

/** `unheard`: why it is concluded before the person complained about has answered. */
export const ConcludeInvestigation = z.strictObject({
  seenAt: Instant.nullable().default(null),
  unheard: z.string().trim().max(300).default(''),
})
export type ConcludeInvestigation = z.infer<typeof ConcludeInvestigation>
export const GiveReason = z.strictObject({ reason: z.string().trim().min(2).max(300) })

export const AddEvidence = z.strictObject({
  kind: EvidenceKind,
  title: z.string().trim().max(120).default(''),
  details: z.string().trim().max(4000).default(''),
  reference: z.string().trim().max(120).default(''),
  happenedAt: Instant.optional(),
  untilAt: Instant.optional(),
  photos: z.array(Id).max(6).default([]),
  saidById: Id.optional(),
})
export type AddEvidence = z.infer<typeof AddEvidence>

export const SetAccused = z.strictObject({ staffId: Id })
export const GiveStatement = z.strictObject({
  text: z.string().trim().min(1).max(4000),
  photos: z.array(Id).max(6).default([]),
})
export type GiveStatement = z.infer<typeof GiveStatement>

/** Whom one may name, ask or invite on a ticket: everybody of the roster who reaches its shop, and the teams with whoever of them can answer. */
export const Colleagues = z.object({
  people: z.array(
    z.object({ id: Id, name: z.string(), roles: z.array(Role), ofShop: z.boolean(), onDuty: z.boolean() }),
  ),
  teams: z.array(z.object({ key: Key, name: z.string(), people: z.array(Id) })),
})
export type Colleagues = z.infer<typeof Colleagues>
