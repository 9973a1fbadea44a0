import { outboundStates } from '#domains/channels'
import { sentence } from '#platform/locale'
import { entriesSince } from '../handling/answer-data.ts'
import type { Desk } from '../handling/desk.ts'
import { dateTask, finishTask, giveTask } from './give-task.ts'
import { type TaskRow, tasksOf } from './task-data.ts'

const OVER = ['closed', 'merged', 'set_aside']

/**
 * A platform waits for an answer in this conversation until then: owed by the ticket's assignee like a promised contact, whoever that is by then.
 * Shape: one open task a conversation; the customer's next word there moves its deadline, never to a later one than the platform's for what is still unanswered.
 */
export async function oweAnswer(
  desk: Desk,
  { id, kind }: { id: string; kind: string },
  dueAt: Date,
): Promise<void> {
  if (OVER.includes(desk.ticket.status)) return
  const open = (await owed(desk, id)).find((t) => t.state === 'open')
  if (open) {
    if (dueAt < open.due_at) dateTask(desk, open, dueAt)
    return
  }
  const channel = sentence(desk.ctx.locale, 'server', `channel.${kind}`)
  give(desk, id, sentence(desk.ctx.locale, 'server', 'task.platformAnswer', { channel }), dueAt)
}

/** The platform has our answer, or needs none any more. */
export async function answerGiven(desk: Desk, conversationId: string): Promise<void> {
  const tasks = await owed(desk, conversationId)
  bySystem(desk, () => {
    for (const task of tasks) finishTask(desk, task)
  })
}

/** The answer did not arrive: the platform still waits, until the same instant, unless another answer reached it. */
export async function oweAgain(desk: Desk, conversationId: string): Promise<void> {
  if (OVER.includes(desk.ticket.status)) return
  const tasks = await owed(desk, conversationId)
  const last = tasks.filter((t) => t.state === 'done').at(-1)
  if (!last || tasks.some((t) => t.state === 'open')) return
  const said = await entriesSince(desk.tx, desk.ticket.id, last.created_at)
  const states = said.length ? await outboundStates(desk.tx, said) : []
  if (!states.some((s) => ['sent', 'delivered', 'read', 'queued'].includes(s.state)))
    give(desk, conversationId, last.title, last.due_at)
}

async function owed(desk: Desk, conversationId: string): Promise<TaskRow[]> {
  if (!conversationId) return []
  const rows = await tasksOf(desk.tx, desk.ticket.id)
  return rows.filter((t) => t.kind === 'contact' && t.about_id === conversationId)
}

function give(desk: Desk, aboutId: string, title: string, dueAt: Date): void {
  const owner = desk.roster.people.find((p) => p.id === desk.ticket.assignee_id) ?? null
  bySystem(desk, () => giveTask(desk, { kind: 'contact', title, aboutId, owner, dueAt }))
}

/** What follows from a customer's word is not the customer's deed. */
function bySystem(desk: Desk, work: () => void): void {
  const before = desk.entries.length
  work()
  if (desk.ctx.actor.kind === 'staff') return
  for (const entry of desk.entries.slice(before)) entry.by_kind = 'system'
}
