import { ENDED, type TicketStatus, ticketChanged } from '#contracts/tickets'
import { findStaffNames } from '#domains/people'
import type { Ctx } from '#platform/context'
import { sentence } from '#platform/locale'
import { moveDecisions } from '../assessment/move-decisions.ts'
import { atDesk, type Desk } from '../handling/desk.ts'
import { addFact, record, tell, touch } from '../handling/desk-moves.ts'
import { giveTo, pickFor } from '../routing/assign-ticket.ts'
import { cancelTask, giveTask } from '../tasks/give-task.ts'
import { tasksOf } from '../tasks/task-data.ts'
import { canBeNamed } from './colleagues.ts'
import { investigationErrors } from './errors.ts'
import { statementIn, statementTask } from './hearing.ts'
import { evidenceOf } from './investigation-data.ts'
import { refuseOwnCase } from './own-case.ts'
import { refuseMerged } from './save-investigation.ts'

/** How long the person complained about has to answer. */
const STATE_WITHIN_MS = 48 * 3_600_000

/**
 * Names the person complained about: asked for a statement within 48 hours, and no longer in charge of anything on this ticket.
 * Shape:  held by that person, the ticket moves to the next fitting one; so do joint assessments that the person was to decide.
 *         Naming the same person twice changes nothing.
 * Errors: investigation.accusedUnknown, investigation.nobodyLeft, investigation.ownCase.
 */
export function setAccused(ctx: Ctx, id: string, staffId: string): Promise<void> {
  return atDesk(ctx, id, 'tickets.investigate', async (desk) => {
    refuseOwnCase(desk)
    refuseMerged(desk)
    const { ticket } = desk
    const person = canBeNamed(desk, staffId)
    if (!person) throw investigationErrors.accusedUnknown({}, 'staffId')
    const before = ticket.accused_id
    if (before === staffId) return
    await letGo(desk)
    ticket.accused_id = staffId
    addFact(desk, 'accused_set', { name: person.name })
    const names = await findStaffNames(desk.tx, before ? [before] : [])
    record(desk, 'tickets.setAccused', { before: nameIn(names, before), after: person.name })
    const stated = statementIn(await evidenceOf(desk.tx, id), staffId)
    if (!stated)
      giveTask(desk, {
        kind: 'statement',
        title: sentence(person.locale, 'server', 'task.statement'),
        details: sentence(person.locale, 'server', 'task.statementHint'),
        owner: person,
        dueAt: new Date(desk.now.getTime() + STATE_WITHIN_MS),
      })
    await takeAway(desk, staffId)
    tell(desk, ticketChanged, [staffId])
    touch(desk)
  })
}

/** Nobody in particular after all; a statement not yet given is no longer owed. */
export function unsetAccused(ctx: Ctx, id: string, reason: string): Promise<void> {
  return atDesk(ctx, id, 'tickets.investigate', async (desk) => {
    refuseOwnCase(desk)
    const before = desk.ticket.accused_id
    if (!before) return
    await letGo(desk, reason)
    desk.ticket.accused_id = null
    const names = await findStaffNames(desk.tx, [before])
    addFact(desk, 'accused_unset', { name: nameIn(names, before) }, reason)
    record(desk, 'tickets.setAccused', { before: nameIn(names, before), after: null, reason })
    tell(desk, ticketChanged, [before])
  })
}

function nameIn(names: Map<string, string>, id: string | null): string | null {
  return id ? (names.get(id) ?? '') : null
}

async function letGo(desk: Desk, reason = ''): Promise<void> {
  const { accused_id } = desk.ticket
  if (!accused_id) return
  const owed = statementTask(await tasksOf(desk.tx, desk.ticket.id), accused_id)
  if (owed) cancelTask(desk, owed, reason)
}

/** Nobody has a hand in the own case. */
async function takeAway(desk: Desk, staffId: string): Promise<void> {
  const { ticket } = desk
  if (ticket.escalated_to === staffId) ticket.escalated_to = null
  const over = ENDED.includes(ticket.status as TicketStatus)
  if (ticket.assignee_id === staffId && !over) {
    const rule = desk.playbook.playbook.responsibility[ticket.rule_index]!
    const picked = await pickFor(desk, [rule.role, ...rule.chain])
    if (!picked) throw investigationErrors.nobodyLeft()
    giveTo(desk, picked.person, { ownCase: true })
  }
  await moveDecisions(desk, staffId)
}
