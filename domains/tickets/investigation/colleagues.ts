import type { Colleagues } from '#contracts/tickets/investigation'
import type { RosterPerson } from '#domains/people'
import { loadRoster } from '#domains/people'
import { playbookVersion, say } from '#domains/playbook'
import type { Ctx } from '#platform/context'
import { type Scope, scopeOf } from '#platform/permissions'
import { ticketErrors } from '../errors.ts'
import type { Desk } from '../handling/desk.ts'
import { findTicket } from '../handling/desk-data.ts'

/** Whom one may name, ask or invite on this ticket; people of its shop first, then those present. */
export function listColleagues(ctx: Ctx, id: string): Promise<Colleagues> {
  return ctx.transaction(async (tx) => {
    const ticket = await findTicket(tx, scopeOf(ctx.actor, 'tickets.investigate'), id)
    if (!ticket) throw ticketErrors.notFound()
    const { playbook } = await playbookVersion(tx, ticket.playbook_version_id)
    const roster = await loadRoster(tx, ctx.now())
    const people = roster.people
      .filter((p) => mayAnswer(p) && reaches(p, ticket.shop_id))
      .map((p) => ({
        id: p.id,
        name: p.name,
        roles: [...new Set(p.roles.map((r) => r.role))],
        ofShop: isOfShop(p, ticket.shop_id),
        onDuty: p.onDuty,
      }))
      .sort((a, b) => Number(b.ofShop) - Number(a.ofShop) || Number(b.onDuty) - Number(a.onDuty))
    const teams = playbook.teams.map((team) => ({
      key: team.key,
      name: say(team.name, ctx.locale),
      people: people
        .filter((p) => p.id !== ticket.accused_id && p.roles.some((role) => team.roles.includes(role)))
        .map((p) => p.id),
    }))
    return { people, teams: teams.filter((team) => team.people.length > 0) }
  })
}

/** Whether this person may be complained about, state something or be asked on the desk's ticket. */
export function canBeNamed(desk: Pick<Desk, 'roster' | 'ticket'>, staffId: string): RosterPerson | undefined {
  return desk.roster.people.find((p) => p.id === staffId && mayAnswer(p) && reaches(p, desk.ticket.shop_id))
}

/** Whoever is asked must be able to read the ticket: finance and executives never do. */
function mayAnswer(person: RosterPerson): boolean {
  return readScope(person) !== null
}

function readScope(person: RosterPerson): Scope | null {
  return scopeOf(
    {
      kind: 'staff',
      brandId: '',
      staffId: person.id,
      sessionId: '',
      name: person.name,
      grants: person.roles,
    },
    'tickets.read',
  )
}

function reaches(person: RosterPerson, shopId: string | null): boolean {
  return person.roles.some((r) => r.shops === 'all' || (shopId !== null && r.shops.includes(shopId)))
}

function isOfShop(person: RosterPerson, shopId: string | null): boolean {
  return shopId !== null && person.roles.some((r) => r.shops !== 'all' && r.shops.includes(shopId))
}
