import { z } from 'zod'
import { AttachmentView } from './channels.ts'
import { AffectedSummary } from './incidents/affected.ts'
import { CallPost, Member } from './incidents/people.ts'
import { Seal } from './incidents/seal.ts'
import { Statement } from './incidents/statements.ts'
import { Cursor, defineEvent, Id, Instant, Point } from './kit.ts'
import { EmergencyKind, SheetField, StepPhase } from './playbook/emergency.ts'
import { Who } from './tickets.ts'

const Words = z.string().trim().max(2000)
const PlanKey = z.string().max(40)

export const IncidentStatus = z.enum(['open', 'contained', 'closed'])
export type IncidentStatus = z.infer<typeof IncidentStatus>
export const IncidentSource = z.enum(['ticket', 'alarm', 'hand', 'drill'])
export type IncidentSource = z.infer<typeof IncidentSource>

/**
 * E1, a single tap: from a ticket or an alarm everything follows from it (plan by the risk, title, shops). By hand the plan is chosen.
 * `drill`: an invented incident (K3); then `title` says what is imagined, and nothing leaves the house.
 */
export const OpenIncident = z.strictObject({
  source: IncidentSource,
  plan: PlanKey.optional(),
  title: z.string().trim().min(2).max(120).optional(),
  ticketIds: z.array(Id).max(200).default([]),
  alarmId: Id.optional(),
  shopIds: z.array(Id).max(500).default([]),
  /** Tickets of the early warning that are about something else: they stay out, also later. */
  without: z.array(Id).max(200).default([]),
  /** A room of its own, although some of the tickets are in another one. */
  anew: z.boolean().default(false),
})
export type OpenIncident = z.infer<typeof OpenIncident>

/** The plan that would be followed, for the sheet before the tap: `incidents.plans`. */
export const PlanOffer = z.object({
  key: z.string(),
  kind: EmergencyKind,
  name: z.string(),
  summary: z.string(),
  steps: z.int(),
  /** It is the one for the ticket or the alarm that was asked about. */
  fits: z.boolean(),
})
export type PlanOffer = z.infer<typeof PlanOffer>
export const PlanQuery = z.strictObject({ ticketId: Id.optional() })

export const IncidentRow = z.object({
  id: Id,
  number: z.string(),
  title: z.string(),
  kind: EmergencyKind,
  planName: z.string(),
  gradeName: z.string(),
  status: IncidentStatus,
  drill: z.boolean(),
  /** Since when the house has known of it: the law counts from here. Never later than the opening. */
  foundAt: Instant,
  openedAt: Instant,
  closedAt: Instant.nullable(),
  leader: Who.nullable(),
  /** Of the whole brand, even where some of its shops are named. */
  wholeBrand: z.boolean(),
  shops: z.int(),
  tickets: z.int(),
  stepsDone: z.int(),
  steps: z.int(),
  /** The earliest step that is still due; `law` when its time is set by a rule. */
  next: z.object({ title: z.string(), dueAt: Instant, law: z.boolean() }).nullable(),
  overdue: z.int(),
  /** The reader has been called and has not answered. */
  callsMe: z.boolean(),
  /** Of a drill that has ended. */
  scored: z.object({ points: z.int(), most: z.int() }).nullable(),
})
export type IncidentRow = z.infer<typeof IncidentRow>
/** `calls`: open rooms and drills that call the reader and wait for an answer. */
export const IncidentQuery = z.strictObject({
  view: z.enum(['open', 'closed', 'drills', 'calls']).default('open'),
  cursor: Cursor.optional(),
})
export const IncidentPage = z.object({ rows: z.array(IncidentRow), next: Cursor.nullable() })

/** `set_aside`: of a plan that the room does not follow any more. */
export const StepState = z.enum(['open', 'done', 'left_out', 'set_aside'])
export const Step = z.object({
  id: Id,
  key: z.string(),
  phase: StepPhase,
  title: z.string(),
  help: z.string(),
  post: z.string(),
  postName: z.string(),
  /** Who of the team holds the post now. */
  holders: z.array(Who),
  state: StepState,
  dueAt: Instant.nullable(),
  /** The law's time, counted from when the house learned of it, which may be before the room was opened. */
  sinceFound: z.boolean(),
  /** Its time has passed, or it was done late. */
  late: z.boolean(),
  /** A day beyond the published holiday tables was used. */
  provisional: z.boolean(),
  /** A duty by law. `limit`: what the source says about the time, in its words; `ownTime`: the time shown is the house's own target. */
  law: z
    .object({
      source: z.string(),
      limit: z.string().nullable(),
      ownTime: z.boolean(),
      validFrom: z.string(),
      confirm: z.boolean(),
    })
    .nullable(),
  proof: z.enum(['none', 'words', 'file']),
  opens: z.enum(['seal', 'affected', 'statements', 'sheet', 'call_down']).nullable(),
  optional: z.boolean(),
  /** What counts: of a tick that waited for a network the phone's time, as far as it can be believed. */
  doneAt: Instant.nullable(),
  /** What the phone has said, as it said it; null when the server's own time counts. */
  saidAt: Instant.nullable(),
  doneBy: z.string(),
  note: z.string(),
  files: z.array(AttachmentView),
  /** Added in the room; not of the plan. */
  added: z.boolean(),
})
export type Step = z.infer<typeof Step>
/**
 * `words` for proof or as the reason of leaving out; `fileIds` are uploads of this room. `doneAt`: when it was done on a device without a
 * network; it counts from the opening of the room, 24 hours back at most, and never later than it arrives.
 */
export const FinishStep = z.strictObject({
  state: z.enum(['done', 'left_out']),
  words: Words.default(''),
  fileIds: z.array(Id).max(10).default([]),
  doneAt: Instant.optional(),
})
export const AddStep = z.strictObject({
  title: z.string().trim().min(2).max(200),
  post: z.string().max(40),
  dueAt: Instant.optional(),
})

export const TimelineKind = z.enum(['fact', 'note', 'decision', 'reply'])
export const TimelineEntry = z.object({
  id: Id,
  at: Instant,
  kind: TimelineKind,
  /** For `fact`: opened, step_done, called, acknowledged, sealed, statement_approved … words in locales incidents: fact.<fact>. */
  fact: z.string(),
  by: z.string(),
  text: z.string(),
  data: z.record(z.string(), z.unknown()),
  files: z.array(AttachmentView),
  /** For `reply`: the ticket in which the customer answered. */
  ticketId: Id.nullable(),
})
export type TimelineEntry = z.infer<typeof TimelineEntry>
export const TimelinePage = z.object({ entries: z.array(TimelineEntry), next: Cursor.nullable() })
/** A decision names why; it is never changed, only followed by another. */
export const WriteEntry = z.strictObject({
  kind: z.enum(['note', 'decision']),
  text: Words.min(1),
  why: Words.default(''),
  fileIds: z.array(Id).max(10).default([]),
})

export const LinkedTicket = z.object({
  id: Id,
  number: z.string(),
  title: z.string(),
  shopName: z.string(),
  customerName: z.string(),
  /** The head of the customer's file; null: nobody knows who it is. */
  customerId: Id.nullable(),
  openedAt: Instant,
  closed: z.boolean(),
  /** A person has answered since it was opened, or opened again. */
  answered: z.boolean(),
  /** It came by the customer's answer to the message to the affected, so it is no complaint of its own. */
  repliesToMessage: z.boolean(),
  linkedBy: z.string(),
})
export const LinkTickets = z.strictObject({ ticketIds: z.array(Id).min(1).max(200) })
export const InvolvedShop = z.object({
  id: Id,
  name: z.string(),
  region: z.string(),
  place: Point.nullable(),
  tickets: z.int(),
  /** Of all seals of the room; `none` without one. */
  seal: z.enum(['none', 'waiting', 'acknowledged']),
})
/** Without shops it is of the whole brand; `wholeBrand` keeps it so although some are named. */
export const SaveShops = z.strictObject({
  shopIds: z.array(Id).max(500),
  wholeBrand: z.boolean().default(false),
})

const Filled = z.object({ value: z.string(), masked: z.boolean(), by: z.string() })
/** The incident sheet; sensitive values come masked until they are revealed. */
export const SheetValue = Filled.extend({
  field: SheetField.omit({ label: true, choices: true }).extend({
    label: z.string(),
    choices: z.array(z.object({ key: z.string(), name: z.string() })),
  }),
  /** Null as long as nobody has filled it in. */
  at: Instant.nullable(),
  /** What it was written over, the newest first, masked like itself. */
  earlier: z.array(Filled.extend({ at: Instant })),
})
export const SaveSheet = z.strictObject({ values: z.record(z.string().max(40), Words) })

/** What, why, what now; each measure goes on as a record with a holder and a day. */
export const Measure = z.object({
  id: Id,
  text: z.string(),
  /** Which cause it answers, and what will be so once it has worked; empty for measures of before. */
  cause: z.string(),
  target: z.string(),
  owner: Who,
  dueOn: z.iso.date(),
  doneAt: Instant.nullable(),
  doneNote: z.string(),
  late: z.boolean(),
})
export type Measure = z.infer<typeof Measure>
export const ReviewQuestion = z.enum(['what', 'why', 'wentWell', 'wentBadly'])
export type ReviewQuestion = z.infer<typeof ReviewQuestion>
const ReviewVersion = z.object({ version: z.int(), by: z.string(), at: Instant.nullable() })
export const Review = z.object({
  what: z.string(),
  why: z.string(),
  wentWell: z.string(),
  wentBadly: z.string(),
  measures: z.array(Measure),
  finishedAt: Instant.nullable(),
  finishedBy: z.string(),
  /** Of each answer: grows whenever it is saved in other words; 0 as long as nobody has written it. */
  versions: z.record(ReviewQuestion, ReviewVersion),
})
export type Review = z.infer<typeof Review>
/**
 * It counts as finished as soon as it says what and why. What is not named stays as it is stored. `read`: the version of each answer that was read; an
 * answer that was saved in other words since is not written over.
 */
export const SaveReview = z.strictObject({
  what: Words.optional(),
  why: Words.optional(),
  wentWell: Words.optional(),
  wentBadly: Words.optional(),
  read: z.partialRecord(ReviewQuestion, z.int().min(0)).default({}),
})
export const AddMeasure = z.strictObject({
  text: z.string().trim().min(4).max(500),
  cause: z.string().trim().max(300).default(''),
  target: z.string().trim().max(300).default(''),
  ownerId: Id,
  dueOn: z.iso.date(),
})
export const FinishMeasure = z.strictObject({ note: Words.min(2) })

/** A drill's score: one line per thing measured, 0 … `most` points, with what was wanted and what was reached in words of the reader. */
export const DrillScore = z.object({
  points: z.int(),
  most: z.int(),
  lines: z.array(
    z.object({
      key: z.enum(['called', 'acknowledged', 'steps', 'law', 'seal', 'statement', 'review']),
      points: z.int(),
      most: z.int(),
      wanted: z.string(),
      reached: z.string(),
    }),
  ),
})
export type DrillScore = z.infer<typeof DrillScore>

/** What this reader may do in this room now: the screen draws exactly these. */
export const IncidentAction = z.enum([
  'answer_call',
  'work',
  'lead',
  'grade',
  'change_plan',
  'add_member',
  'seal',
  'acknowledge_seal',
  'affected',
  /** Note a call to somebody affected; whoever leads may do so in a closed room too. */
  'call_affected',
  'approve',
  'release',
  'reveal',
  'contain',
  'review',
  'close',
  'print',
])
export type IncidentAction = z.infer<typeof IncidentAction>

/**
 * The live room in one answer; the timeline and the affected come by their own pages. `version` grows with every change:
 * a browser that has it asks with If-None-Match and gets 304.
 */
export const Room = IncidentRow.extend({
  version: z.int(),
  source: IncidentSource,
  alarmId: Id.nullable(),
  /** Key of the plan that it follows. */
  plan: z.string(),
  summary: z.string(),
  grades: z.array(z.object({ key: z.string(), name: z.string(), meaning: z.string() })),
  grade: z.string(),
  containedAt: Instant.nullable(),
  spokesperson: Who.nullable(),
  has: z.object({ seal: z.boolean(), affected: z.boolean() }),
  checklist: z.array(Step),
  posts: z.array(CallPost),
  members: z.array(Member),
  linked: z.array(LinkedTicket),
  involved: z.array(InvolvedShop),
  evidence: z.array(z.object({ key: z.string(), text: z.string(), kept: z.boolean() })),
  statements: z.array(Statement),
  seals: z.array(Seal),
  affected: AffectedSummary.nullable(),
  sheet: z.array(SheetValue),
  files: z.array(AttachmentView),
  review: Review.nullable(),
  /** Why it can't be closed yet: codes (locales incidents: missing.<code>). */
  missing: z.array(z.enum(['steps', 'law', 'review', 'measures', 'seals', 'message', 'untold'])),
  score: DrillScore.nullable(),
  can: z.array(IncidentAction),
})
export type Room = z.infer<typeof Room>

export const SaveIncident = z.strictObject({
  title: z.string().trim().min(2).max(120).optional(),
  summary: Words.optional(),
  grade: PlanKey.optional(),
  foundAt: Instant.optional(),
  leaderId: Id.optional(),
  spokespersonId: Id.optional(),
})
/** Another plan of the playbook in force, for a room that was opened by the wrong one. */
export const ChangePlan = z.strictObject({ plan: PlanKey, why: Words.default('') })
export type ChangePlan = z.infer<typeof ChangePlan>
export const KeepEvidence = z.strictObject({ key: z.string().max(40), kept: z.boolean() })
export const CloseIncident = z.strictObject({ words: Words.min(4) })

const IncidentFact = z.strictObject({ incidentId: Id })
export const incidentOpened = defineEvent(
  'incidents.opened',
  IncidentFact.extend({ alarmId: Id.nullable(), ticketIds: z.array(Id), drill: z.boolean() }),
)
/** Anything in the room: browsers that have it open read it anew. */
export const incidentChanged = defineEvent('incidents.changed', IncidentFact.extend({ version: z.int() }))
/** People are called by every means until somebody of the post answers. `level` counts the rounds from 0. */
export const incidentCalled = defineEvent(
  'incidents.called',
  IncidentFact.extend({ post: z.string(), called: z.array(Id), level: z.int() }),
)
/** A word to people of a room or a shop (a seal to acknowledge, a step that is due, a statement to approve, a measure). */
export const incidentNoticed = defineEvent(
  'incidents.noticed',
  IncidentFact.extend({
    notices: z.array(
      z.strictObject({
        staffId: Id,
        kind: z.enum([
          'incident_seal',
          'incident_seal_again',
          'incident_step_due',
          'incident_step_late',
          'incident_statement',
          'incident_approved',
          'incident_measure',
          'incident_measure_late',
          'incident_reply',
          'incident_unreached',
          'incident_graver',
        ]),
      }),
    ),
  }),
)
export const incidentClosed = defineEvent('incidents.closed', IncidentFact)
/** A measure of a review was done; the improvement room goes on from there. */
export const measureDone = defineEvent('incidents.measureDone', IncidentFact.extend({ measureId: Id }))
