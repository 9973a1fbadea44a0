import type { ChannelKind } from '#contracts/playbook'
import { tasksChanged } from '#contracts/tickets'
import { familyOf } from '#domains/customers'
import { nextDutyAt, type RosterPerson } from '#domains/people'
import { dueAt as dueAfter, slaFor } from '#domains/playbook'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { sentence } from '#platform/locale'
import { type Desk, openDesk, saveDesk } from '../handling/desk.ts'
import { notify, tell } from '../handling/desk-moves.ts'
import { openStored } from '../intake/open-tickets.ts'
import { holders } from '../routing/pick-person.ts'
import { EVERYTHING } from '../tasks/at-task.ts'
import { pickOf } from '../tasks/choose-doer.ts'
import { cancelTask, finishTask, giveTask } from '../tasks/give-task.ts'
import { findTask } from '../tasks/task-data.ts'
import type { CallRow } from './call-data.ts'
import * as data from './call-data.ts'

const CALL_BACK_WITHIN_MIN = 30
const MINUTE_MS = 60_000
/** A call that was told of so late is history, nobody calls back. */
const TOO_OLD_MS = 24 * 3_600_000
const ROLES = ['agent', 'lead'] as const

/**
 * A missed call is owed a call back (I1): on the caller's open ticket, else on a small new one; further missed calls of the
 * number count into the one that is still owed. Nobody is owed anything who hid the number.
 */
export async function giveCallBack(tx: Tx, ctx: Ctx, row: CallRow): Promise<void> {
  if (row.task_id || row.direction !== 'inbound' || !row.number_index) return
  if (ctx.now().getTime() - row.started_at.getTime() > TOO_OLD_MS) return
  await data.lockNumber(tx, row.number_index)
  // Events may be late: somebody has talked with this number since.
  if (await data.answeredSince(tx, row)) return
  const owed = await data.openCallBack(tx, row.number_index)
  const ticketId =
    owed?.ticket_id ??
    (row.customer_id ? await data.openTicketOf(tx, await familyOf(tx, row.customer_id)) : null) ??
    (await openMissed(tx, ctx, row))
  const desk = await openDesk(ctx, tx, ticketId, EVERYTHING)
  if (!desk) throw new Error('the ticket of a missed call is gone')
  row.customer_id ??= desk.ticket.customer_id
  if (owed) await countMore(desk, owed.id, row)
  else await giveNew(desk, row)
  await saveDesk(desk)
  row.ticket_id = ticketId
}

async function giveNew(desk: Desk, row: CallRow): Promise<void> {
  const { owner, dueAt } = await whoCallsBack(desk)
  const task = giveTask(desk, {
    kind: 'call_back',
    title: titleOf(owner, row, 1),
    details: sentence(owner?.locale ?? 'zh-CN', 'server', 'call.backHint'),
    owner,
    team: desk.ticket.team,
    dueAt,
  })
  row.task_id = task.id
}

async function countMore(desk: Desk, taskId: string, row: CallRow): Promise<void> {
  const task = await findTask(desk.tx, taskId)
  if (!task) return
  const count = (await data.missedOf(desk.tx, taskId)) + 1
  const owner = desk.roster.people.find((p) => p.id === task.owner_id) ?? null
  task.title = titleOf(owner, row, count)
  desk.tasks.changed.push(task)
  notify(desk, [task.owner_id], 'task_given', 'plan')
  tell(desk, tasksChanged, [task.owner_id])
  row.task_id = taskId
}

function titleOf(owner: RosterPerson | null, { number_masked }: CallRow, count: number): string {
  const key = count > 1 ? 'call.backTimes' : 'call.back'
  return sentence(owner?.locale ?? 'zh-CN', 'server', key, { number: number_masked, count: String(count) })
}

/** The ticket of a call that nobody took, for a number that has no open one. */
async function openMissed(tx: Tx, ctx: Ctx, row: CallRow): Promise<string> {
  return openStored(
    tx,
    ctx,
    {
      channelId: row.channel_id,
      channelKind: 'phone' as ChannelKind,
      externalId: row.linked_id,
      shopId: null,
      place: '',
      locale: 'zh-CN',
      sureKind: 'inquiry',
      photoOwner: '',
      facts: { callId: row.id },
      body: {
        content: sentence('zh-CN', 'server', 'call.missed'),
        photos: [],
        contact: ctx.keys.open(row.brand_id, row.number_enc),
      },
    },
    false,
  )
}

/**
 * Who calls back, and until when: whoever handles the ticket if present, else whoever of the agents is present with the least to do; with
 * nobody present, whoever begins work next. Half an hour of the working calendar, and never before the shift of whoever does it.
 */
async function whoCallsBack(desk: Desk): Promise<{ owner: RosterPerson | null; dueAt: Date }> {
  const { roster, ticket, now } = desk
  const due = workingDue(desk)
  const assignee = roster.people.find((p) => p.id === ticket.assignee_id && p.onDuty)
  const present = assignee ?? (await pickOf(desk, ROLES, due.toISOString()))
  if (present?.onDuty) return { owner: present, dueAt: due }
  const agents = ROLES.flatMap((role) => holders({ roster, shopId: ticket.shop_id }, role))
  const next = agents
    .filter((p) => !p.away && !(p.absentUntil && p.absentUntil > due))
    .flatMap((p) => {
      const at = nextDutyAt(p.duty, roster.zone, now)
      return at ? [{ owner: p, at }] : []
    })
    .sort((a, b) => a.at.getTime() - b.at.getTime())[0]
  if (!next) return { owner: present, dueAt: due }
  const shift = new Date(next.at.getTime() + CALL_BACK_WITHIN_MIN * MINUTE_MS)
  return { owner: next.owner, dueAt: shift > due ? shift : due }
}

function workingDue(desk: Desk): Date {
  const { playbook, kind, priority, calendars } = desk.rules()
  const calendar = slaFor(playbook, kind, priority).respond?.calendar ?? playbook.calendars[0]!.key
  return dueAfter(desk.now, CALL_BACK_WITHIN_MIN, calendars(calendar)).at ?? desk.now
}

/** Somebody has talked with this number: what was owed for calls before that is done. */
export async function settleCallBacks(tx: Tx, ctx: Ctx, row: CallRow): Promise<void> {
  if (!row.number_index || !row.answered_at) return
  await data.lockNumber(tx, row.number_index)
  const owed = await data.openCallBack(tx, row.number_index)
  if (!owed || (owed.last_at && owed.last_at > row.answered_at)) return
  await atTicketOf(tx, ctx, owed.ticket_id, async (desk) => {
    const task = await findTask(tx, owed.id)
    const owner = desk.roster.people.find((p) => p.id === task?.owner_id)
    const result = sentence(owner?.locale ?? 'zh-CN', 'server', `call.reached.${row.direction}`)
    if (task) finishTask(desk, task, { result })
  })
}

/** This call was answered after all, its events only came late: it is owed nothing. */
export async function reachedAfterAll(tx: Tx, ctx: Ctx, row: CallRow): Promise<void> {
  const { task_id, ticket_id } = row
  row.task_id = null
  if (!task_id || !ticket_id) return
  const left = (await data.missedOf(tx, task_id)) - 1
  await atTicketOf(tx, ctx, ticket_id, async (desk) => {
    const task = await findTask(tx, task_id)
    if (task?.state !== 'open') return
    const owner = desk.roster.people.find((p) => p.id === task.owner_id) ?? null
    if (left <= 0)
      return cancelTask(desk, task, sentence(owner?.locale ?? 'zh-CN', 'server', 'call.answeredAfterAll'))
    task.title = titleOf(owner, row, left)
    desk.tasks.changed.push(task)
  })
}

async function atTicketOf(tx: Tx, ctx: Ctx, id: string, work: (desk: Desk) => Promise<void>): Promise<void> {
  const desk = await openDesk(ctx, tx, id, EVERYTHING)
  if (!desk) return
  await work(desk)
  await saveDesk(desk)
}
