import type { Role } from '#contracts/people'
import { loadRoster, type RosterPerson } from '#domains/people'
import { type Services, systemContext } from '#platform/context'
import { allBrands } from '#platform/jobs/worker'
import { type Desk, openDesk, saveDesk } from '../handling/desk.ts'
import { backAt } from '../routing/hand-over.ts'
import { EVERYTHING } from './at-task.ts'
import { pickOf } from './choose-doer.ts'
import { moveTask } from './give-task.ts'
import { canHoldTask, SHOP_ROLES } from './pick-doer.ts'
import { findTask, type TaskRow, tasksLeft } from './task-data.ts'

const MINUTE_MS = 60_000
const AT_ONCE = 200
/** What another person can do as well. Statements and opinions are one person's own; an approval has its own delegation. */
const MOVABLE = ['step', 'question', 'facts', 'revisit', 'legal', 'call_back'] as const
const lastRun = new WeakMap<Services['db'], number>()

/**
 * Tasks of people who are gone do not stay (R3): locked, or absent past the deadline; once a minute they go to somebody present who
 * could have got them in the first place, and what never had an owner gets one. Promised contacts follow the ticket's assignee.
 */
export async function sweepLeftTasks(services: Services): Promise<number> {
  const minute = Math.floor(services.now().getTime() / MINUTE_MS)
  if (lastRun.get(services.db) === minute) return 0
  lastRun.set(services.db, minute)
  let moved = 0
  for (const brandId of await allBrands(services)) moved += await moveLeft(services, brandId)
  return moved
}

async function moveLeft(services: Services, brandId: string): Promise<number> {
  const ctx = systemContext(services, brandId)
  const now = services.now()
  const left = await ctx.transaction(async (tx) => {
    const { people, zone } = await loadRoster(tx, now)
    if (!people.some((p) => p.onDuty)) return []
    const absent = people.filter((p) => p.away || (p.absentUntil && p.absentUntil > now))
    // Without a known return, only what is already late is taken from somebody.
    const back = absent.map((p) => ({ id: p.id, until: backAt(p, zone, now) ?? now }))
    const here = people.map((p) => p.id)
    return tasksLeft(tx, here, back, MOVABLE, AT_ONCE)
  })
  let moved = 0
  for (const { id, ticket_id } of left) {
    const did = await ctx.transaction(async (tx) => {
      const desk = await openDesk(ctx, tx, ticket_id, EVERYTHING, { skipLocked: true })
      const task = desk && (await findTask(tx, id))
      if (!desk || !task || task.state !== 'open' || !(await moveOn(desk, task))) return false
      await saveDesk(desk)
      return true
    })
    if (did) moved += 1
  }
  return moved
}

async function moveOn(desk: Desk, task: TaskRow): Promise<boolean> {
  const not = task.owner_id ? [task.owner_id] : []
  const next =
    deputyOf(desk, task) ?? (await pickOf(desk, rolesFor(desk, task), task.due_at.toISOString(), not))
  if (!next?.onDuty) return false
  moveTask(desk, task, next, { absent: true })
  return true
}

/** Whom the owner named to stand in, when that person is there and may. */
function deputyOf({ roster, ticket }: Desk, task: TaskRow): RosterPerson | undefined {
  const owner = roster.people.find((p) => p.id === task.owner_id)
  return roster.people.find(
    (p) =>
      p.id === owner?.deputyId && p.onDuty && p.id !== ticket.accused_id && canHoldTask(p, ticket.shop_id),
  )
}

/** Whose work it was: the team's, the shop's for a question, else that of the owner's roles; of a leaver, the ticket's own. */
function rolesFor(desk: Desk, task: TaskRow): readonly Role[] {
  const { playbook } = desk.playbook
  const team = playbook.teams.find((t) => t.key === task.team)
  if (team) return team.roles
  if (task.kind === 'question') return SHOP_ROLES
  const owner = desk.roster.people.find((p) => p.id === task.owner_id)
  if (owner) return owner.roles.map((r) => r.role)
  const rule = playbook.responsibility[desk.ticket.rule_index]!
  return [rule.role, ...rule.chain]
}
