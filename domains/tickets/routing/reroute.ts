import { responsible } from '#domains/playbook'
import type { Desk } from '../handling/desk.ts'
import { giveTo, pickFor } from './assign-ticket.ts'

/** Whom the responsibility matrix names for the ticket as it is judged now; its rule is noted, the ticket stays where it is. */
export function ruleAnew({ ticket, playbook: { playbook }, roster }: Desk): ReturnType<typeof responsible> {
  const who = responsible(playbook, {
    kind: ticket.kind as 'complaint',
    categories: ticket.categories,
    priority: ticket.priority as 'P1',
    channel: ticket.channel_kind as 'qr',
    shopCode: roster.shops.find((s) => s.id === ticket.shop_id)?.code ?? null,
  })
  ticket.rule_index = playbook.responsibility.indexOf(who.rule)
  return who
}

/** Another rule, another team: the ticket moves to it; within the same team its person keeps it. */
export async function reroute(desk: Desk): Promise<void> {
  const { ticket } = desk
  const who = ruleAnew(desk)
  if (who.team.key === ticket.team) return
  ticket.team = who.team.key
  const picked = await pickFor(desk, [who.role, ...who.chain])
  if (picked && picked.person.id !== ticket.assignee_id)
    giveTo(desk, picked.person, { rule: ticket.rule_index })
}
