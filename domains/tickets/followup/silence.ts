import type { Locale } from '#contracts/kit'
import { messageAdded } from '#contracts/tickets'
import { say } from '#domains/playbook'
import { endTicket } from '../handling/close.ts'
import { mayCloseItself } from '../handling/closing-facts.ts'
import type { Desk } from '../handling/desk.ts'
import { addFact, addOutgoing, numberOf, tell, touch } from '../handling/desk-moves.ts'
import { fillTemplate } from '../handling/fill-template.ts'
import { pickTemplate, sayTime } from '../intake/acknowledgement.ts'

/** The customer is reminded once that a solution waits for an answer. */
export function remindOfProposal(desk: Desk): void {
  desk.ticket.remind_at = null
  if (desk.ticket.status !== 'proposed') return
  send(desk, 'remind_confirm')
  addFact(desk, 'reminded')
  tell(desk, messageAdded)
  touch(desk)
}

/** Nobody answered in the playbook's days, or the time to rate is over; not before the playbook knows what it wants to know. */
export async function closeInSilence(desk: Desk): Promise<void> {
  desk.ticket.closes_at = null
  if (!['proposed', 'resolved'].includes(desk.ticket.status) || !(await mayCloseItself(desk))) return
  if (desk.ticket.status === 'proposed') {
    send(desk, 'closed_silent')
    endTicket(desk, { by: 'silence' })
  } else endTicket(desk, { by: 'accepted' })
}

function send(desk: Desk, scenario: 'remind_confirm' | 'closed_silent'): void {
  const { playbook } = desk.playbook
  const locale = desk.ticket.locale as Locale
  const template = pickTemplate(playbook, scenario, desk.ticket.kind)
  if (!template) return
  const team = playbook.teams.find((t) => t.key === desk.ticket.team)
  addOutgoing(
    desk,
    fillTemplate(say(template.text, locale), {
      customer: desk.ticket.customer_name,
      number: numberOf(desk.ticket),
      shop: desk.roster.shops.find((s) => s.id === desk.ticket.shop_id)?.name ?? '',
      team: team ? say(team.publicName, locale) : '',
      expected: desk.ticket.closes_at
        ? sayTime(desk.ticket.closes_at, locale, desk.roster.zone, desk.now)
        : '',
      link: `${desk.ctx.origin}/t/${desk.ctx.keys.tokenFor('progress', desk.ticket.id)}`,
    }),
    { automatic: scenario },
  )
}
