import type { Mention, Mentionable, NamedMention } from '#contracts/tickets/composer'
import { loadRoster, type Roster, type RosterPerson } from '#domains/people'
import { playbookVersion, say } from '#domains/playbook'
import type { Ctx } from '#platform/context'
import { declaredActions, scopeOf } from '#platform/permissions'
import { ticketErrors } from '../errors.ts'
import type { Desk } from '../handling/desk.ts'
import { findTicket } from '../handling/desk-data.ts'
import { holders } from '../routing/pick-person.ts'
import { partake } from '../tasks/give-task.ts'
import { composerErrors } from './errors.ts'

type Ticket = { shop_id: string | null; accused_id: string | null }

/**
 * Who may be named in a note on this ticket: whoever works with tickets and reaches its shop. The person complained about is asked
 * through the investigation and not in passing.
 */
export function canBeMentioned(person: RosterPerson, ticket: Ticket): boolean {
  const readers = declaredActions()['tickets.read']?.roles ?? {}
  return (
    person.id !== ticket.accused_id &&
    person.roles.some(
      ({ role, shops }) =>
        readers[role] !== undefined &&
        (shops === 'all' || (ticket.shop_id !== null && shops.includes(ticket.shop_id))),
    )
  )
}

/** People and teams behind the @, those on duty first. Errors: tickets.notFound. */
export function listMentionable(ctx: Ctx, id: string): Promise<Mentionable> {
  return ctx.transaction(async (tx) => {
    const ticket = await findTicket(tx, scopeOf(ctx.actor, 'tickets.note'), id)
    if (!ticket) throw ticketErrors.notFound()
    const [roster, { playbook }] = await Promise.all([
      loadRoster(tx, ctx.now()),
      playbookVersion(tx, ticket.playbook_version_id),
    ])
    const self = ctx.actor.kind === 'staff' ? ctx.actor.staffId : null
    return {
      people: roster.people
        .filter((p) => p.id !== self && canBeMentioned(p, ticket))
        .map((p) => ({
          id: p.id,
          name: p.name,
          roles: [...new Set(p.roles.map((r) => r.role))],
          onDuty: p.onDuty,
        }))
        .sort((a, b) => Number(b.onDuty) - Number(a.onDuty) || a.name.localeCompare(b.name, 'zh')),
      teams: playbook.teams.map((team) => ({ key: team.key, name: say(team.name, ctx.locale) })),
    }
  })
}

/**
 * Names people in a note: they may read the ticket from now on and are told.
 * Shape:  what the timeline keeps, and whom it concerns. Of a team those on duty are told, everybody when nobody is.
 * Errors: composer.mentionUnknown for somebody who does not reach the ticket's shop.
 */
export function mention(desk: Desk, mentions: readonly Mention[]): { named: NamedMention[]; told: string[] } {
  const named: NamedMention[] = []
  const told = new Set<string>()
  for (const one of mentions) {
    if ('staffId' in one) {
      const person = desk.roster.people.find((p) => p.id === one.staffId)
      if (!person || !canBeMentioned(person, desk.ticket)) throw composerErrors.mentionUnknown({}, 'mentions')
      named.push({ staffId: person.id, name: person.name })
      told.add(person.id)
    } else {
      const team = desk.playbook.playbook.teams.find((t) => t.key === one.team)
      if (!team) throw composerErrors.mentionUnknown({}, 'mentions')
      named.push({ team: team.key, name: say(team.name, desk.ctx.locale) })
      for (const person of membersOf(desk.roster, desk.ticket, team.roles)) told.add(person.id)
    }
  }
  for (const id of told) partake(desk, id)
  return { named, told: [...told] }
}

function membersOf(roster: Roster, ticket: Ticket, roles: readonly RosterPerson['roles'][number]['role'][]) {
  const members = roles
    .flatMap((role) => holders({ roster, shopId: ticket.shop_id }, role))
    .filter((person) => canBeMentioned(person, ticket))
  const present = members.filter((person) => person.onDuty)
  return present.length ? present : members
}
