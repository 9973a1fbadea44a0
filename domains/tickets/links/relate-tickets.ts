import { ticketChanged } from '#contracts/tickets'
import { type Ctx, staffOf } from '#platform/context'
import { scopeOf } from '#platform/permissions'
import type { Desk } from '../handling/desk.ts'
import { addFact, numberOf, record, tell } from '../handling/desk-moves.ts'
import { linkErrors } from './errors.ts'
import { deleteRelation, saveRelation } from './links-data.ts'
import { atTwoDesks } from './two-desks.ts'

/** Says that two tickets have to do with each other; saying it again changes the note. Errors: links.sameTicket, links.otherUnknown. */
export function relateTickets(ctx: Ctx, id: string, otherId: string, note: string): Promise<void> {
  return atBoth(ctx, id, otherId, async (one, other) => {
    const row = { brandId: one.ticket.brand_id, one: id, other: otherId, note, at: one.now }
    await saveRelation(one.tx, { ...row, byId: staffOf(ctx).staffId })
    say(one, other, 'related', note)
    say(other, one, 'related', note)
  })
}

/** Doing it twice changes nothing. */
export function unrelateTickets(ctx: Ctx, id: string, otherId: string): Promise<void> {
  return atBoth(ctx, id, otherId, async (one, other) => {
    if (!(await deleteRelation(one.tx, id, otherId))) return
    say(one, other, 'unrelated')
    say(other, one, 'unrelated')
  })
}

function atBoth(
  ctx: Ctx,
  id: string,
  otherId: string,
  work: (one: Desk, other: Desk) => Promise<void>,
): Promise<void> {
  if (id === otherId) throw linkErrors.sameTicket()
  const reach = (ticketId: string, action: string) => ({ id: ticketId, scope: scopeOf(ctx.actor, action) })
  return atTwoDesks(ctx, reach(id, 'tickets.tag'), reach(otherId, 'tickets.read'), work)
}

function say(desk: Desk, { ticket }: Desk, fact: 'related' | 'unrelated', note = ''): void {
  addFact(desk, fact, { id: ticket.id, number: numberOf(ticket) }, note)
  record(desk, fact === 'related' ? 'tickets.relate' : 'tickets.unrelate', { other: numberOf(ticket), note })
  tell(desk, ticketChanged)
}
