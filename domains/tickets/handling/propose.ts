import type { z } from 'zod'
import { type Propose, proposalMade } from '#contracts/tickets'
import { takePhotos } from '#domains/channels'
import { type Ctx, staffOf } from '#platform/context'
import { refuseCollision } from '../composer/collision.ts'
import { deleteDraft } from '../composer/composer-data.ts'
import { refuseGaps } from '../composer/gaps.ts'
import { withConfirmLink } from '../followup/confirm-link.ts'
import { refuseOwnCase } from '../investigation/own-case.ts'
import { keepContacts, refuseOpenTasks } from '../tasks/open-tasks.ts'
import { atDesk, type Desk } from './desk.ts'
import { addOutgoing, meetClock, record, resumeClocks, setStatus, tell, touch } from './desk-moves.ts'
import { answered } from './reply.ts'

const DAY_MS = 86_400_000

type Proposal = z.input<typeof Propose>

/**
 * Offers the customer a solution to accept or reject (F1). It meets the respond, plan and resolve clocks of this cycle;
 * silence closes the ticket after the playbook's days, with a reminder before.
 * Errors: tickets.illegalMove, composer.someoneReplied, composer.gapsLeft, tasks.open unless `despiteOpenTasks`.
 */
export function propose(ctx: Ctx, id: string, input: Proposal): Promise<void> {
  return atDesk(ctx, id, 'tickets.propose', async (desk) => {
    await proposeAt(desk, input)
    await deleteDraft(desk.tx, staffOf(ctx).staffId, id, 'propose')
  })
}

/** The proposal at an open desk; `heldId` when it was held back first. */
export async function proposeAt(desk: Desk, input: Proposal, heldId?: string): Promise<void> {
  const { text, photos = [] } = input
  refuseOwnCase(desk)
  refuseGaps(text)
  if (!input.despiteOpenTasks) await refuseOpenTasks(desk)
  await refuseCollision(desk, input.afterEntry)
  await takePhotos(desk.tx, desk.ticket.id, photos, `staff:${staffOf(desk.ctx).staffId}`)
  addOutgoing(desk, withConfirmLink(desk, text), { proposal: true, photos, heldId })
  answered(desk)
  await keepContacts(desk)
  resumeClocks(desk)
  meetClock(desk, 'plan', 'resolve')
  setStatus(desk, 'proposed')
  waitForAnswer(desk, text)
  tell(desk, proposalMade)
  record(desk, 'tickets.propose', { cycle: desk.ticket.cycle, photos: photos.length })
  touch(desk)
}

function waitForAnswer(desk: Desk, text: string): void {
  const { closing } = desk.playbook.playbook
  const closesAt = new Date(desk.now.getTime() + closing.silentDays * DAY_MS)
  desk.ticket.proposal = { text, at: desk.now.toISOString() }
  desk.ticket.closes_at = closesAt
  desk.ticket.remind_at =
    closing.remindBeforeDays > 0 ? new Date(closesAt.getTime() - closing.remindBeforeDays * DAY_MS) : null
}
