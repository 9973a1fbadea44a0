import { z } from 'zod'
import { AttachmentView } from '../channels.ts'
import { Id, Instant } from '../kit.ts'
import { Key } from '../playbook.ts'
import { Who } from '../tickets.ts'

/** H6 会商: departments give an opinion by a deadline, one accountable person decides. */
export const Stance = z.enum(['agree', 'disagree', 'conditional'])
export type Stance = z.infer<typeof Stance>
export const AssessmentState = z.enum(['open', 'decided', 'cancelled'])

export const Opinion = z.object({
  id: Id,
  team: Key,
  teamName: z.string(),
  /** Who is asked; once answered, who answered. */
  who: Who,
  stance: Stance.nullable(),
  text: z.string(),
  photos: z.array(AttachmentView),
  givenAt: Instant.nullable(),
  /** Given after the deadline, or still owed after it. */
  late: z.boolean(),
  /** This reader may give it now. */
  mine: z.boolean(),
})
export type Opinion = z.infer<typeof Opinion>

export const Assessment = z.object({
  id: Id,
  question: z.string(),
  state: AssessmentState,
  askedBy: z.string(),
  createdAt: Instant,
  dueAt: Instant,
  accountable: Who,
  opinions: z.array(Opinion),
  decision: z.string(),
  /** Why it was decided before everybody had answered. */
  earlyReason: z.string(),
  decidedBy: z.string(),
  decidedAt: Instant.nullable(),
  cancelledReason: z.string(),
  can: z.array(z.enum(['decide', 'cancel'])),
})
export type Assessment = z.infer<typeof Assessment>

export const MOST_INVITED = 8
export const OpenAssessment = z.strictObject({
  question: z.string().trim().min(4).max(1000),
  dueAt: Instant,
  accountableId: Id,
  invited: z
    .array(z.strictObject({ team: Key, staffId: Id }))
    .min(1)
    .max(MOST_INVITED),
})
export type OpenAssessment = z.infer<typeof OpenAssessment>

export const GiveOpinion = z.strictObject({
  stance: Stance,
  text: z.string().trim().min(1).max(4000),
  photos: z.array(Id).max(6).default([]),
})
export type GiveOpinion = z.infer<typeof GiveOpinion>

/** `early` says why, when not everybody has answered yet. */
export const DecideAssessment = z.strictObject({
  text: z.string().trim().min(2).max(4000),
  early: z.string().trim().max(300).default(''),
})
export type DecideAssessment = z.infer<typeof DecideAssessment>
