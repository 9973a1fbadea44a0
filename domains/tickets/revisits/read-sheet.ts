import type { Locale } from '#contracts/kit'
import type { RevisitSheet } from '#contracts/tickets/followup'
import { maskedCustomer } from '#domains/customers'
import { playbookVersion, say } from '#domains/playbook'
import type { Ctx } from '#platform/context'
import { sentence } from '#platform/locale'
import { covers, type Scope, scopeOf } from '#platform/permissions'
import { findTicket, type TicketRow } from '../handling/desk-data.ts'
import { revisitErrors } from './errors.ts'
import { listRevisits } from './list-data.ts'
import { readerOf } from './list-revisits.ts'
import { type OutcomeFacts, outcomeOf } from './revisit-data.ts'
import { viewRows } from './view-revisit.ts'
import { visitWords } from './visit-words.ts'

const EVERYTHING: Scope = { shops: 'all', own: false, staffId: null }
type Facts = RevisitSheet['facts']

/** What a caller has before the eyes: the script, and in five lines what happened. Errors: revisit.notFound. */
export function readSheet(ctx: Ctx, id: string): Promise<RevisitSheet> {
  return ctx.transaction(async (tx) => {
    const [found] = await listRevisits(tx, readerOf(ctx), { view: 'due', limit: 1, id }, null)
    const ticket = found && (await findTicket(tx, EVERYTHING, found.ticket_id))
    if (!found || !ticket) throw revisitErrors.notFound()
    const [{ playbook }, [row], solution, customer] = await Promise.all([
      playbookVersion(tx, ticket.playbook_version_id),
      viewRows(tx, ctx, [found]),
      outcomeOf(tx, ticket.id),
      ticket.customer_id ? maskedCustomer(tx, ctx, ticket.customer_id) : null,
    ])
    const cause = playbook.causes.find((c) => c.key === ticket.cause)
    const rating = ticket.rating as { stars: number; words?: string } | null
    return {
      ...row!,
      script: await visitWords(ctx, tx, playbook, ticket, 'revisit_call'),
      facts: {
        complaint: ticket.content || ticket.title,
        solution: solution.said || solution.note,
        compensation: solution.given
          .map((given) => sayGiven(ctx.locale, given))
          .join(ctx.locale === 'en' ? ', ' : '、'),
        cause: cause ? say(cause.name, ctx.locale) : ticket.cause,
        rating: rating ? { stars: rating.stars, words: rating.words ?? '' } : null,
      } satisfies Facts,
      contact: customer?.contact ?? '',
      canReveal: canReveal(ctx, ticket),
      reasons: playbook.closing.rejectReasons.map((r) => ({ key: r.key, label: say(r.label, ctx.locale) })),
      mostTries: playbook.revisit.tries,
    }
  })
}

function canReveal(ctx: Ctx, ticket: TicketRow): boolean {
  const own = { shopId: ticket.shop_id, ownerId: ticket.assignee_id }
  return ticket.customer_id !== null && covers(scopeOf(ctx.actor, 'customers.reveal'), own)
}

function sayGiven(locale: Locale, given: OutcomeFacts['given'][number]): string {
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency: given.currency })
  return sentence(locale, 'server', `revisit.given.${given.kind}`, {
    amount: money.format(given.amount_minor / 100),
    count: given.points,
    points: given.points,
    item: given.item,
  }).trim()
}
