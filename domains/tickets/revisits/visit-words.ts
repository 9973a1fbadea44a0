import type { Locale } from '#contracts/kit'
import type { Playbook, Template } from '#contracts/playbook'
import { findBrandName, findShops } from '#domains/people'
import { say } from '#domains/playbook'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import type { TicketRow } from '../handling/desk-data.ts'
import { fillTemplate } from '../handling/fill-template.ts'
import { pickTemplate } from '../intake/acknowledgement.ts'

/** What is written or said at a revisit, in the customer's language; empty when the playbook has no such template. */
export async function visitWords(
  ctx: Ctx,
  tx: Tx,
  playbook: Playbook,
  ticket: Pick<
    TicketRow,
    'id' | 'number' | 'kind' | 'locale' | 'team' | 'customer_name' | 'shop_id' | 'fields'
  >,
  scenario: Extract<Template['scenario'], 'revisit_written' | 'revisit_call'>,
): Promise<string> {
  const template = pickTemplate(playbook, scenario, ticket.kind)
  if (!template) return ''
  const locale = ticket.locale as Locale
  const [brand, shops] = await Promise.all([
    findBrandName(tx),
    findShops(tx, ticket.shop_id ? [ticket.shop_id] : []),
  ])
  const team = playbook.teams.find((t) => t.key === ticket.team)
  return fillTemplate(say(template.text, locale), {
    customer: ticket.customer_name,
    number: `HY-${ticket.number}`,
    shop: shops.get(ticket.shop_id ?? '')?.name ?? brand,
    brand,
    team: team ? say(team.publicName, locale) : '',
    staff: ctx.actor.kind === 'staff' ? ctx.actor.name : '',
    order: (ticket.fields as { orderNumber?: string }).orderNumber ?? '',
    link: `${ctx.origin}/t/${ctx.keys.tokenFor('progress', ticket.id)}`,
  })
}
