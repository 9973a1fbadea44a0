import type { z } from 'zod'
import type { Kind } from '#contracts/playbook'
import { ticketTriaged } from '#contracts/tickets'
import type { CorrectTriage, TriageReason } from '#contracts/tickets/triage'
import { noteTicket } from '#domains/customers'
import { type Judged, keepCorrection } from '#domains/language'
import { priorityOf } from '#domains/playbook'
import { type Ctx, staffOf } from '#platform/context'
import { raiseAlarm } from '../clocks/raise-alarm.ts'
import { retarget } from '../clocks/ticket-clocks.ts'
import { ticketErrors } from '../errors.ts'
import { atDesk, type Desk } from '../handling/desk.ts'
import { addFact, record, tell, touch } from '../handling/desk-moves.ts'
import { refuseOwnCase } from '../investigation/own-case.ts'
import { reroute } from '../routing/reroute.ts'
import { sinceWhen, type TriageKept } from './kept.ts'
import { wordsOf } from './raise-data.ts'

/**
 * A person corrects what the rules decided (T2): priority, clocks and responsibility follow, as if it had been so from the start.
 * Errors: tickets.categoryUnknown.
 */
export function correctTriage(ctx: Ctx, id: string, input: z.infer<typeof CorrectTriage>): Promise<void> {
  return atDesk(ctx, id, 'tickets.triage', async (desk) => {
    refuseOwnCase(desk)
    const { playbook } = desk.playbook
    for (const key of input.categories)
      if (!hasCategory(desk, key)) throw ticketErrors.categoryUnknown({ category: key }, 'categories')
    const { ticket } = desk
    const before = {
      kind: ticket.kind,
      categories: ticket.categories,
      severity: ticket.severity,
      impact: ticket.impact,
      priority: ticket.priority,
    }
    const priority = priorityOf(playbook, input.severity, input.impact)
    Object.assign(ticket, {
      kind: input.kind,
      categories: input.categories,
      severity: input.severity,
      impact: input.impact,
      priority,
    })
    await learn(desk, before, input)
    noteCheck(desk, before, input.reason)
    desk.clocks = retarget(desk.clocks, desk.rules(), ticket.cycle, ticket.opened_at, desk.pauses)
    addFact(
      desk,
      'triaged',
      {
        before,
        after: {
          kind: input.kind,
          categories: input.categories,
          severity: input.severity,
          impact: input.impact,
          priority,
        },
      },
      input.reason,
    )
    if (before.kind !== ticket.kind) await noteKind(desk)
    tell(desk, ticketTriaged)
    record(desk, 'tickets.triage', { before, after: { ...input, priority } })
    await reroute(desk)
    if (priority === 'P1' && before.priority !== 'P1') raiseAlarm(desk)
    touch(desk)
  })
}

/** A person has looked and found the judgement right: nothing changes but who answers for it. */
export function confirmTriage(ctx: Ctx, id: string): Promise<void> {
  return atDesk(ctx, id, 'tickets.triage', async (desk) => {
    refuseOwnCase(desk)
    const { kind, categories, severity, impact, priority } = desk.ticket
    const now = { kind, categories, severity, impact, priority }
    await learn(desk, now, now)
    noteCheck(desk, now, '')
    addFact(desk, 'triage_confirmed')
    tell(desk, ticketTriaged)
    record(desk, 'tickets.confirmTriage', now)
    touch(desk)
  })
}

/** What was said and what was meant is kept, to be measured and learnt from; of the text only hashed pieces (T2). After a raise it is about the words that did it. */
export async function learn({ tx, ctx, ticket }: Desk, before: Judged, meant: Judged): Promise<void> {
  const triage = ticket.triage as unknown as TriageKept
  const { kind, categories, severity } = meant
  await keepCorrection(tx, ctx, {
    ticketId: ticket.id,
    playbookVersionId: ticket.playbook_version_id,
    text: triage.raised ? await wordsOf(tx, ticket.id, triage.raised.entryId) : ticket.content,
    said: triage.said ?? saidOf(before),
    base: triage.read ?? null,
    layerId: triage.read?.layerId ?? null,
    meant: { kind, categories, severity: kind === 'complaint' || kind === 'emergency' ? severity : 0 },
  })
}

const saidOf = ({ kind, categories, severity }: Judged): Judged => ({ kind, categories, severity })

function noteCheck({ ctx, ticket }: Desk, before: Judged, reason: string): void {
  const old = ticket.triage as unknown as TriageKept
  const reasons: TriageReason[] = reason ? [{ kind: 'person', text: reason, says: '' }] : []
  const heardAt = ticket.kind === before.kind ? sinceWhen(old, ticket.kind as Kind) : undefined
  const now: TriageKept = {
    by: 'person',
    byName: staffOf(ctx).name,
    reasons: [...reasons, ...(old.reasons ?? [])],
    read: old.read ?? null,
    said: old.said ?? saidOf(before),
    ...(heardAt && { heardAt }),
  }
  ticket.triage = now as unknown as typeof ticket.triage
}

/** The customer's file counts complaints, and this is one now, or is none any more (C2). */
export async function noteKind({ tx, ctx, ticket }: Desk): Promise<void> {
  const { id, kind, customer_id: customerId, shop_id: shopId, opened_at: at } = ticket
  if (customerId) await noteTicket(tx, ctx, [{ id, kind, customerId, at, shopId }])
}

function hasCategory(desk: Desk, key: string): boolean {
  const [parent, child] = key.split('.')
  return desk.playbook.playbook.categories.some(
    (c) => c.key === parent && c.children.some((s) => s.key === child),
  )
}
