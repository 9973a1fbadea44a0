import type { TicketStatus } from '#contracts/tickets'
import type { Cycle } from '#contracts/tickets/links'
import { findStaffNames } from '#domains/people'
import { playbookVersion, say } from '#domains/playbook'
import type { Ctx } from '#platform/context'
import { scopeOf } from '#platform/permissions'
import { ticketErrors } from '../errors.ts'
import { findTicket, loadClocks } from '../handling/desk-data.ts'
import { viewClock } from '../inbox/view-clock.ts'
import { tellCycles } from './cycles.ts'
import { cycleLines, ratingsOf } from './cycles-data.ts'

/** Every handling of a ticket with its clocks, people, proposal and rating, the newest first. Errors: tickets.notFound. */
export function readCycles(ctx: Ctx, id: string): Promise<Cycle[]> {
  return ctx.transaction(async (tx) => {
    const ticket = await findTicket(tx, scopeOf(ctx.actor, 'tickets.read'), id)
    if (!ticket) throw ticketErrors.notFound()
    const [{ playbook }, clocks, lines, ratings] = await Promise.all([
      playbookVersion(tx, ticket.playbook_version_id),
      loadClocks(tx, id),
      cycleLines(tx, id),
      ratingsOf(tx, id),
    ])
    const began = new Map<number, Date>()
    for (const clock of clocks)
      if (!began.has(clock.cycle) || clock.started_at < began.get(clock.cycle)!)
        began.set(clock.cycle, clock.started_at)
    const told = tellCycles({ ...ticket, status: ticket.status as TicketStatus }, lines, began)
    const names = await findStaffNames(
      tx,
      told.flatMap((c) => c.handlers.flatMap((h) => h.id ?? [])),
    )
    const reasons = new Map(
      [...playbook.closing.rejectReasons, ...playbook.closing.ratingReasons].map((r) => [
        r.key,
        say(r.label, ctx.locale),
      ]),
    )
    const teamName = (key: string) => {
      const team = playbook.teams.find((t) => t.key === key)
      return team ? say(team.name, ctx.locale) : key
    }
    const cycles = told.map((cycle): Cycle => {
      const rating = ratings.find((r) => r.cycle === cycle.number)
      return {
        number: cycle.number,
        beganAt: cycle.beganAt.toISOString(),
        endedAt: cycle.endedAt?.toISOString() ?? null,
        end: cycle.end,
        why: cycle.why && { ...cycle.why, reason: reasons.get(cycle.why.reason) ?? cycle.why.reason },
        handlers: cycle.handlers.map((h) => ({
          id: h.id,
          name: (h.id && names.get(h.id)) || h.name,
          at: h.at.toISOString(),
        })),
        teamName: teamName(cycle.team || (rating?.team ?? '')),
        clocks: clocks.filter((c) => c.cycle === cycle.number).map(viewClock),
        proposal: cycle.proposal && { text: cycle.proposal.text, at: cycle.proposal.at.toISOString() },
        rating: rating
          ? {
              stars: rating.stars,
              reasons: rating.reasons.map((key) => reasons.get(key) ?? key),
              words: rating.words,
              at: rating.at.toISOString(),
            }
          : null,
      }
    })
    return cycles.reverse()
  })
}
