import type { Locale } from '#contracts/kit'
import { sentence } from '#platform/locale'
import type { Desk } from '../handling/desk.ts'

/** Customers of these channels read what we write on their own page, where the buttons stand. */
const ON_THE_PAGE = ['qr', 'website']

/** What the customer reads of a proposal in the own channel (F1): away from the page with the place to say yes or no, unless the words hold it already. */
export function withConfirmLink(desk: Pick<Desk, 'ctx' | 'ticket'>, text: string): string {
  const { ctx, ticket } = desk
  const link = `${ctx.origin}/t/${ctx.keys.tokenFor('progress', ticket.id)}`
  if (ON_THE_PAGE.includes(ticket.channel_kind) || text.includes(link)) return text
  return `${text}\n\n${sentence(ticket.locale as Locale, 'server', 'proposal.link', { link })}`
}
