import { z } from 'zod'
import { AttachmentView, Mood } from './channels.ts'
import { CustomerMasked } from './customers.ts'
import { Cursor, defineEvent, Id, Instant, Locale } from './kit.ts'
import { Role } from './people.ts'
import { ChannelKind, FieldKey, Kind, Priority, RequiredFact, SlaMetric } from './playbook.ts'
import { Mention } from './tickets/composer.ts'
import { TriageView } from './tickets/triage.ts'

export const TicketStatus = z.enum([
  'new',
  'triaged',
  'assigned',
  'in_progress',
  'waiting_customer',
  'proposed',
  'resolved',
  'closed',
  'reopened',
  'merged',
  'set_aside',
])
export type TicketStatus = z.infer<typeof TicketStatus>
/** Nobody has to do anything about a ticket in one of these. */
export const ENDED: readonly TicketStatus[] = ['closed', 'merged', 'set_aside']

/** The five-step thread that every view shows the same way, plus the revisit. */
export const Step = z.enum(['collect', 'classify', 'assign', 'handle', 'confirm', 'revisit'])
export type Step = z.infer<typeof Step>

export const ClockState = z.enum(['active', 'paused', 'met', 'breached', 'cancelled'])
export type ClockState = z.infer<typeof ClockState>
export const Clock = z.object({
  metric: SlaMetric,
  cycle: z.int(),
  state: ClockState,
  startedAt: Instant,
  /** Null while paused: it is not known when it will run again. */
  dueAt: Instant.nullable(),
  warnAt: Instant.nullable(),
  metAt: Instant.nullable(),
  /** Met after it was breached. */
  late: z.boolean(),
  targetMin: z.int(),
  calendar: z.string(),
  /** A day beyond the published holiday tables was used. */
  provisional: z.boolean(),
})
export type Clock = z.infer<typeof Clock>

export const View = z.enum([
  'all',
  'mine',
  'team',
  'unassigned',
  'due_soon',
  'breached',
  'p1',
  'waiting_customer',
  'closed',
  'set_aside',
  /** Open and closed alike. */
  'every',
])
export type View = z.infer<typeof View>
export const Sort = z.enum(['updated', 'due', 'newest', 'oldest', 'priority'])
export type Sort = z.infer<typeof Sort>

/** Filters stand in the console's address. Lists are comma separated. */
export const TicketQuery = z.strictObject({
  view: View.default('mine'),
  cursor: Cursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(40),
  shop: Id.optional(),
  kind: Kind.optional(),
  priority: Priority.optional(),
  status: TicketStatus.optional(),
  category: z.string().max(81).optional(),
  channel: ChannelKind.optional(),
  assignee: Id.optional(),
  /** Handled again after the customer was not satisfied; `false` leaves these out. */
  reopened: z.union([z.boolean(), z.stringbool()]).optional(),
  q: z.string().trim().max(80).optional(),
  /** By due time and by priority only what is open can be sorted; other views then stand by their last change. */
  sort: Sort.default('updated'),
})
export type TicketQuery = z.infer<typeof TicketQuery>

export const Who = z.object({ id: Id, name: z.string() })
export const ShopRef = z.object({ id: Id, name: z.string() })

/** One inbox row: who, where, what, how bad, how long. */
export const TicketRow = z.object({
  id: Id,
  number: z.string(),
  title: z.string(),
  excerpt: z.string(),
  customerName: z.string(),
  kind: Kind,
  category: z.string(),
  priority: Priority,
  status: TicketStatus,
  channel: ChannelKind,
  channelName: z.string(),
  shop: ShopRef.nullable(),
  assignee: Who.nullable(),
  teamName: z.string(),
  openedAt: Instant,
  updatedAt: Instant,
  unread: z.boolean(),
  escalation: z.int(),
  cycle: z.int(),
  photos: z.int(),
  tags: z.array(z.string()),
  openTasks: z.int(),
  /** Why it is overdue, as its holder said. */
  lateReason: z.string(),
  /** The reader has begun to write something. */
  draft: z.boolean(),
  /** Given with the words; null when none were. */
  stars: z.int().nullable(),
  /** Name of the cause that the investigation found; empty while there is none. */
  cause: z.string(),
  /** The earliest open clock; null when none is running. */
  clock: Clock.nullable(),
})
export type TicketRow = z.infer<typeof TicketRow>
/**
 * Shape: a filter that few tickets fit looks at so many and no more; `lookedTo` then says back to when, and `next` goes on from there.
 *        Null when the page is full or the list has ended.
 */
export const TicketPage = z.object({
  rows: z.array(TicketRow),
  next: Cursor.nullable(),
  lookedTo: Instant.nullable(),
})

/** Counts stop at 1000 ("999+"): bounded, so they stay fast on any number of tickets. */
export const ViewCounts = z.record(z.string(), z.int())

export const EntryKind = z.enum(['message_in', 'message_out', 'note', 'fact'])
export const Entry = z.object({
  id: Id,
  at: Instant,
  kind: EntryKind,
  /** For `fact`: opened, triaged, assigned, status, clock_warned, clock_breached, escalated, alarm, taken, proposed, accepted … */
  fact: z.string(),
  by: z.string(),
  byKind: z.enum(['customer', 'staff', 'system']),
  role: z.string(),
  text: z.string(),
  data: z.record(z.string(), z.unknown()),
  photos: z.array(AttachmentView),
  delivery: z.enum(['none', 'queued', 'sent', 'delivered', 'read', 'failed', 'dropped']),
  /** Why it waits or was given up: a code (locales channels: fault.<code>); empty while all is well. */
  deliveryProblem: z.string(),
  /** The merged ticket that it comes from; null for the ticket's own. */
  from: z.object({ id: Id, number: z.string() }).nullable(),
})
export type Entry = z.infer<typeof Entry>
export const EntryPage = z.object({ entries: z.array(Entry), next: Cursor.nullable() })

/** What this reader may do with this ticket now: the screen draws exactly these. */
export const TicketAction = z.enum([
  'reply',
  'note',
  'triage',
  'dismiss_raise',
  'assign',
  'take',
  'start',
  'wait',
  'propose',
  'accept_for_customer',
  'close',
  'close_despite',
  'reopen',
  'set_aside',
  'recover',
  'reveal',
  'plan',
  'investigate',
  'assess',
  'compensate',
  'merge',
  'tag',
])
export type TicketAction = z.infer<typeof TicketAction>

export const Ticket = TicketRow.extend({
  content: z.string(),
  /** What the customer reads and writes. */
  language: Locale,
  wants: z.string(),
  purchasedAt: Instant.nullable(),
  orderNumber: z.string(),
  /** The till's slip it was written about; `earlier` are the numbers of tickets about the same one. */
  slip: z
    .object({ proven: z.boolean(), amountMinor: z.int().nullable(), earlier: z.array(z.string()) })
    .nullable(),
  place: z.string(),
  mood: Mood.nullable(),
  missing: z.array(FieldKey),
  triage: TriageView,
  ruleName: z.string(),
  chain: z.array(Role),
  together: z.array(z.string()),
  clocks: z.array(Clock),
  step: Step,
  customer: CustomerMasked.nullable(),
  /** Only a contact that whoever wrote has typed led to this customer: it may be anybody's. */
  contactUnproven: z.boolean(),
  otherTickets: z.array(
    z.object({ id: Id, number: z.string(), title: z.string(), status: TicketStatus, openedAt: Instant }),
  ),
  alarm: z
    .object({ since: Instant, level: z.int(), takenBy: Who.nullable(), takenAt: Instant.nullable() })
    .nullable(),
  proposal: z.object({ text: z.string(), at: Instant, closesAt: Instant.nullable() }).nullable(),
  rating: z.object({ stars: z.int(), words: z.string() }).nullable(),
  playbookVersion: z.int(),
  /** Where it went when it was merged. */
  mergedInto: z.object({ id: Id, number: z.string() }).nullable(),
  accused: Who.nullable(),
  /** What the playbook still wants to know before it may be closed. */
  missingFacts: z.array(RequiredFact),
  can: z.array(TicketAction),
})
export type Ticket = z.infer<typeof Ticket>

export const AssignTicket = z.strictObject({ assigneeId: Id, note: z.string().trim().max(500).default('') })
/**
 * `hold` keeps a message back for the seconds in which it can be undone. `afterEntry` is the newest message to the customer that the
 * writer has seen (null: none): a newer one by somebody else refuses it with composer.someoneReplied; absent: nothing is compared.
 */
const Sending = { hold: z.boolean().default(false), afterEntry: Id.nullable().optional() }
/** `expectedAt` tells the customer when the solution comes; it meets the plan clock (H4). `wait` pauses for the customer's answer. */
export const SendReply = z.strictObject({
  text: z.string().trim().min(1).max(4000),
  photos: z.array(Id).max(6).default([]),
  expectedAt: Instant.optional(),
  wait: z.boolean().default(false),
  ...Sending,
})
export const AddNote = z.strictObject({
  text: z.string().trim().min(1).max(4000),
  photos: z.array(Id).max(6).default([]),
  mentions: z.array(Mention).max(20).default([]),
})
/** `despiteOpenTasks`: the sender knows that steps of the plan are still open. */
export const Propose = z.strictObject({
  text: z.string().trim().min(1).max(4000),
  despiteOpenTasks: z.boolean().default(false),
  photos: z.array(Id).max(6).default([]),
  ...Sending,
})
export const MoveTicket = z.strictObject({
  to: z.enum(['in_progress', 'waiting_customer']),
  note: z.string().trim().max(500).default(''),
})
/** `despite`: why it is closed although the playbook still wants to know something; for whoever may (tickets.closeDespite). */
export const CloseTicket = z.strictObject({
  note: z.string().trim().min(2).max(500),
  despite: z.string().trim().min(2).max(500).optional(),
})
export const ReopenTicket = z.strictObject({ reason: z.string().trim().min(2).max(500) })
export const SetAside = z.strictObject({ reason: z.enum(['spam', 'abuse', 'empty', 'test']) })
export const RenderedTemplate = z.object({
  key: z.string(),
  name: z.string(),
  scenario: z.string(),
  tone: z.string(),
  /** Variables are filled; one without a value stands as a marked gap, for example [称呼]. */
  text: z.string(),
  /** Everything it can be found by besides its text: key, scenario, tone and its name in each language. */
  words: z.string(),
  fits: z.boolean(),
})

/** I6: the customer's page. Roles, never names of staff. */
export const Progress = z.object({
  number: z.string(),
  /** Numbers of the same customer's other words about the same thing, handled together with it. */
  alsoNumbers: z.array(z.string()),
  brand: z.string(),
  shop: z.string(),
  title: z.string(),
  state: z.enum(['received', 'handling', 'waiting_you', 'proposed', 'resolved', 'closed']),
  steps: z.array(
    z.object({ key: Step, at: Instant.nullable(), state: z.enum(['done', 'now', 'todo']), text: z.string() }),
  ),
  responsible: z.string(),
  /** When the next thing happens; null when nothing is owed. */
  expectedAt: Instant.nullable(),
  messages: z.array(
    z.object({
      id: Id,
      at: Instant,
      from: z.enum(['you', 'us']),
      role: z.string(),
      text: z.string(),
      photos: z.array(AttachmentView),
    }),
  ),
  proposal: z.object({ text: z.string(), at: Instant, closesAt: Instant.nullable() }).nullable(),
  rejectReasons: z.array(z.object({ key: z.string(), label: z.string() })),
  ratingReasons: z.array(z.object({ key: z.string(), label: z.string() })),
  rating: z.object({ stars: z.int(), words: z.string() }).nullable(),
  /** Some days after the end: is it really solved? With the answer once it is given; null when nothing was asked. */
  revisit: z.object({ id: Id, answer: z.enum(['content', 'not_content']).nullable() }).nullable(),
  can: z.array(z.enum(['message', 'answer', 'rate', 'reopen'])),
})
export type Progress = z.infer<typeof Progress>
export const ProgressMessage = z.strictObject({
  messageId: Id,
  text: z.string().trim().max(2000).default(''),
  photos: z.array(Id).max(6).default([]),
})
export const ProgressAnswer = z.discriminatedUnion('accept', [
  z.strictObject({ accept: z.literal(true) }),
  z.strictObject({
    accept: z.literal(false),
    reason: z.string().max(40),
    words: z.string().trim().max(1000).default(''),
  }),
])
export const ProgressRating = z.strictObject({
  stars: z.int().min(1).max(5),
  reasons: z.array(z.string().max(40)).max(10).default([]),
  words: z.string().trim().max(1000).default(''),
})

/** What the live stream sends: ids only; the browser refetches what it may see. */
export const LiveEvent = z.object({
  name: z.string(),
  ticketId: Id.optional(),
  incidentId: Id.optional(),
  at: z.number(),
})

const T = z.object({ ticketId: Id })
export const ticketOpened = defineEvent('tickets.opened', T)
export const ticketTriaged = defineEvent('tickets.triaged', T)
export const ticketAssigned = defineEvent('tickets.assigned', T)
export const ticketMoved = defineEvent('tickets.moved', T)
export const messageAdded = defineEvent('tickets.messageAdded', T)
export const clockWarned = defineEvent('tickets.clockWarned', T)
export const clockBreached = defineEvent('tickets.clockBreached', T)
export const ticketEscalated = defineEvent('tickets.escalated', T)
/** An alarm changed. `called` are those whom this round calls; absent when somebody took it. */
export const alarmRaised = defineEvent(
  'tickets.alarmRaised',
  T.extend({ level: z.int().optional(), called: z.array(Id).optional() }),
)
/** People were told inside of the console; whoever tells them elsewhere goes by this. Alarms go by alarmRaised. */
export const staffNoticed = defineEvent(
  'tickets.staffNoticed',
  T.extend({ notices: z.array(z.object({ id: Id, staffId: Id, kind: z.string() })) }),
)
export const proposalMade = defineEvent('tickets.proposalMade', T)
export const proposalAnswered = defineEvent('tickets.proposalAnswered', T)
export const ticketClosed = defineEvent('tickets.closed', T)
export const ticketReopened = defineEvent('tickets.reopened', T)
export const ticketRated = defineEvent('tickets.rated', T)
export const ticketMerged = defineEvent('tickets.merged', T)
export const ticketSplit = defineEvent('tickets.split', T)
export const tasksChanged = defineEvent('tickets.tasksChanged', T)
export const ticketChanged = defineEvent('tickets.changed', T)
