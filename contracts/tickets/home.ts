import { z } from 'zod'
import { Id, Instant } from '../kit.ts'
import { ShopRef, TicketRow } from '../tickets.ts'

/** H1 first part, home: what must I do now. */
export const Home = z.object({
  /** Alarms nobody has taken, for me. */
  alarms: z.array(TicketRow.extend({ raisedAt: Instant })),
  mine: z.object({ open: z.int(), dueSoon: z.int(), breached: z.int(), waiting: z.int() }),
  next: z.array(TicketRow),
  /** Null for roles without tickets of others to watch. */
  watch: z
    .object({
      ownerless: z.int(),
      breached: z.int(),
      /** Overdue, and nobody has said why. */
      unexplained: z.int(),
      /** Tasks of anybody whose deadline has passed. */
      lateTasks: z.int(),
      p1: z.int(),
      reopened: z.int(),
    })
    .nullable(),
  /** My tasks; null for roles that are never given one. */
  todos: z.object({ open: z.int(), overdue: z.int() }).nullable(),
  /** The last seven days in my scope, oldest first; empty without the permission. */
  days: z.array(z.object({ day: z.iso.date(), opened: z.int(), closed: z.int() })),
  shops: z.array(z.object({ shop: ShopRef, open: z.int(), breached: z.int() })),
})
export type Home = z.infer<typeof Home>

export const NoticeKind = z.enum([
  'alarm',
  'assigned',
  'warned',
  'breached',
  'escalated',
  'customer_replied',
  'rejected',
  'mentioned',
  'task_given',
  'task_reminded',
  'task_late',
  'task_done',
  'approval_asked',
  'approval_decided',
  'handed_over',
  'revisit_bad',
  'rule',
  'merged',
  'not_sent',
  'not_delivered',
  'channel_fact',
])
export type NoticeKind = z.infer<typeof NoticeKind>
export const Notice = z.object({
  id: Id,
  at: Instant,
  kind: NoticeKind,
  ticketId: Id,
  number: z.string(),
  title: z.string(),
  seen: z.boolean(),
  /** The tab of the ticket's page that this is about: case, plan, after; empty for the conversation. */
  tab: z.string(),
})
export const NoticeList = z.object({ notices: z.array(Notice), unseen: z.int() })
