import type { CreateTask } from '#contracts/tickets/tasks'
import type { RosterPerson } from '#domains/people'
import type { Desk } from '../handling/desk.ts'
import { taskErrors } from './errors.ts'
import { canHoldTask, isGone, pickDoer, SHOP_ROLES } from './pick-doer.ts'
import { taskLoads } from './task-data.ts'

type Wanted = Pick<CreateTask, 'ownerId' | 'team'> & { kind: 'step' | 'question'; dueAt: string }
type Owner = { owner: { id: string; name: string } | null; team: string }

/**
 * Who gets a step or a question. Shape: a person as named; of a team whoever is present with the least to do; with neither, a step is the
 * assignee's and a question the shop's. The person complained about is never chosen by itself.
 * Errors: tasks.ownerOrTeam, tasks.ownerUnknown, tasks.ownerAbsent, tasks.teamUnknown, tasks.noShop.
 */
export async function chooseDoer(desk: Desk, wanted: Wanted): Promise<Owner> {
  const { ownerId, team, kind } = wanted
  if (ownerId && team) throw taskErrors.ownerOrTeam({}, 'team')
  if (ownerId) return { owner: namedDoer(desk, ownerId, wanted.dueAt), team: '' }
  if (team) {
    const found = desk.playbook.playbook.teams.find((t) => t.key === team)
    if (!found) throw taskErrors.teamUnknown({}, 'team')
    return { owner: await pickOf(desk, found.roles, wanted.dueAt), team }
  }
  if (kind === 'question') {
    if (!desk.ticket.shop_id) throw taskErrors.noShop({}, 'ownerId')
    return { owner: await pickOf(desk, SHOP_ROLES, wanted.dueAt), team: '' }
  }
  return { owner: assigneeOrSelf(desk), team: '' }
}

/** Errors: tasks.ownerUnknown (not of this brand, locked, or without reach to the shop), tasks.ownerAbsent until after the deadline. */
export function namedDoer(desk: Desk, ownerId: string, dueAt: string): RosterPerson {
  const person = desk.roster.people.find((p) => p.id === ownerId && canHoldTask(p, desk.ticket.shop_id))
  if (!person) throw taskErrors.ownerUnknown({}, 'ownerId')
  if (isGone(person, { dueAt: new Date(dueAt), now: desk.now }))
    throw taskErrors.ownerAbsent({ name: person.name }, 'ownerId')
  return person
}

/** Whoever of these roles is present for the ticket's shop with the fewest open tasks, those just given counted. */
export async function pickOf(
  desk: Desk,
  roles: Parameters<typeof pickDoer>[0]['roles'],
  dueAt: string,
  not: readonly string[] = [],
): Promise<RosterPerson | null> {
  const { roster, ticket, now, tx } = desk
  const loads = await taskLoads(
    tx,
    roster.people.map((p) => p.id),
  )
  for (const { owner_id } of desk.tasks.added)
    if (owner_id) loads.set(owner_id, (loads.get(owner_id) ?? 0) + 1)
  const barred = ticket.accused_id ? [...not, ticket.accused_id] : not
  return pickDoer({
    roster,
    roles,
    shopId: ticket.shop_id,
    loads,
    not: barred,
    dueAt: new Date(dueAt),
    now,
  })
}

function assigneeOrSelf({ ticket, roster, ctx }: Desk): Owner['owner'] {
  const { actor } = ctx
  const assignee = roster.people.find((p) => p.id === ticket.assignee_id)
  if (assignee) return assignee
  return actor.kind === 'staff' ? { id: actor.staffId, name: actor.name } : null
}
