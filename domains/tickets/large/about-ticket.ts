import type { Playbook } from '#contracts/playbook'
import { revealedCustomer } from '#domains/customers'
import { maskerFor } from '#domains/language'
import { findAllStaffNames, findShops } from '#domains/people'
import { playbookVersion, say } from '#domains/playbook'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import type { Scope } from '#platform/permissions'
import { ticketErrors } from '../errors.ts'
import { findTicket, type TicketRow } from '../handling/desk-data.ts'
import { numberOf } from '../handling/desk-moves.ts'
import { familyOf } from '../links/links-data.ts'
import { customersOf, saidOn } from './told-data.ts'

const MESSAGES = 30
const SIGNS = 800
const MOST_STAFF = 5000

export type About = {
  ticket: TicketRow
  playbook: Playbook
  audited: { kind: string; id: string; name: string }
  /** Masked: nothing in it says who the customer is. */
  told: { kind: string; category: string; shop: string; messages: { from: string; text: string }[] }
}

/**
 * One ticket as a large model may read it: what was said, with names, numbers, addresses and accounts masked.
 * Errors: tickets.notFound out of reach.
 */
export function aboutTicket(ctx: Ctx, id: string, reach: Scope | null): Promise<About> {
  return ctx.transaction(async (tx) => {
    const ticket = await findTicket(tx, reach, id)
    if (!ticket) throw ticketErrors.notFound()
    const family = [...new Set([id, ...(await familyOf(tx, id)).map((one) => one.id)])]
    const [{ playbook }, said, customer, staff, shops] = await Promise.all([
      playbookVersion(tx, ticket.playbook_version_id),
      saidOn(tx, family, MESSAGES),
      namesOf(tx, ctx, family),
      findAllStaffNames(tx, MOST_STAFF),
      ticket.shop_id ? findShops(tx, [ticket.shop_id]) : null,
    ])
    const mask = maskerFor({ customer, staff })
    const locale = ticket.locale as 'zh-CN'
    const [parent, child] = (ticket.categories[0] ?? '').split('.')
    const category = playbook.categories.find((c) => c.key === parent)?.children.find((c) => c.key === child)
    return {
      ticket,
      playbook,
      audited: { kind: 'ticket', id, name: numberOf(ticket) },
      told: {
        kind: say(playbook.kinds[ticket.kind as 'complaint'].name, locale),
        category: category ? say(category.name, locale) : '',
        shop: ticket.shop_id ? (shops?.get(ticket.shop_id)?.name ?? '') : '',
        messages: said.map(({ kind, by_kind, text }) => ({
          from: kind === 'note' ? 'note' : by_kind === 'customer' ? 'customer' : 'us',
          text: mask(text.slice(0, SIGNS)),
        })),
      },
    }
  })
}

/** Everything by which the customers of these tickets are known, to be masked wherever it stands; read for that alone and shown to nobody. */
async function namesOf(tx: Tx, ctx: Ctx, ticketIds: readonly string[]): Promise<string[]> {
  const names: string[] = []
  for (const id of await customersOf(tx, ticketIds)) {
    const { name, phone, email } = await revealedCustomer(tx, ctx, id)
    names.push(name, ...phone.split(' '), ...email.split(' '))
  }
  return names.filter(Boolean)
}
