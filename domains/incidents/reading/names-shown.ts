import { categoryName, playbookInForce } from '#domains/playbook'
import type { TicketOfIncident } from '#domains/tickets'
import type { Actor, Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { sentence } from '#platform/locale'
import { may } from '#platform/permissions'
import { MASK } from '../sheet/view-sheet.ts'

/** A customer's name for this reader: covered for whoever holds no role that may know who it is (G1). */
export function nameFor(actor: Actor): (name: string) => string {
  return may(actor, 'incidents.readNames') ? (name) => name : (name) => name && MASK
}

/** Whether this reader may read what customers have written: their words may name people. */
export function readsWords(actor: Actor): boolean {
  return may(actor, 'incidents.readNames')
}

/** What stands in place of a customer's words for whoever may not read them: of which ticket they are. */
export function coveredWords({ locale }: Ctx, number: string): string {
  return sentence(locale, 'incidents-server', 'wordsCovered', { number })
}

/** A ticket's title for this reader: it is in the customer's words, which may name people, so whoever may not know who it is reads what it is about. */
export async function ticketTitleFor(ctx: Ctx, tx: Tx): Promise<(ticket: TicketOfIncident) => string> {
  if (may(ctx.actor, 'incidents.readNames')) return ({ title }) => title
  const { playbook } = await playbookInForce(tx)
  return ({ categories: [main], number }) => (main ? categoryName(playbook, main, ctx.locale) : number)
}
