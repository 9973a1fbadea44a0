import type { Role } from '#contracts/people'
import { ticketChanged } from '#contracts/tickets'
import { loadRoster } from '#domains/people'
import { type Services, systemContext } from '#platform/context'
import { allBrands } from '#platform/jobs/worker'
import type { Scope } from '#platform/permissions'
import { type Desk, openDesk, saveDesk } from '../handling/desk.ts'
import { addFact, notify, record, tell, touch } from '../handling/desk-moves.ts'
import { dateTask, moveTask } from '../tasks/give-task.ts'
import { tasksOf } from '../tasks/task-data.ts'
import { answerDueAt } from './ask-approver.ts'
import { isAbsent } from './choose-approver.ts'
import * as data from './compensation-data.ts'
import { approverFor, situationOf } from './situation.ts'

const MINUTE_MS = 60_000
const AT_ONCE = 500
const EVERYTHING: Scope = { shops: 'all', own: false, staffId: null }
const lastRun = new WeakMap<Services['db'], number>()

/**
 * Approvals whose approver has become absent, can no longer sign in, is meanwhile complained about, or has not answered in the policy's time go to the next in line,
 * once a minute (H5).
 */
export async function sweepApprovals(services: Services): Promise<number> {
  const minute = Math.floor(services.now().getTime() / MINUTE_MS)
  if (lastRun.get(services.db) === minute) return 0
  lastRun.set(services.db, minute)
  let passed = 0
  for (const brandId of await allBrands(services)) passed += await sweepBrand(services, brandId)
  return passed
}

async function sweepBrand(services: Services, brandId: string): Promise<number> {
  const ctx = systemContext(services, brandId)
  const now = services.now()
  const stuck = await ctx.transaction(async (tx) => {
    const asked = await data.askedApprovals(tx, AT_ONCE)
    if (!asked.length) return []
    const { people } = await loadRoster(tx, now)
    const there = new Set(people.filter((p) => !isAbsent(p)).map((p) => p.id))
    return asked.filter(
      (a) =>
        (a.due_at && a.due_at <= now) ||
        !there.has(a.approver_id ?? '') ||
        (a.accused_id !== null && a.accused_id === a.approver_id),
    )
  })
  let passed = 0
  for (const { id, ticket_id } of stuck) {
    try {
      const did = await ctx.transaction(async (tx) => {
        const desk = await openDesk(ctx, tx, ticket_id, EVERYTHING, { skipLocked: true })
        if (!desk || !(await passOn(desk, id))) return false
        await saveDesk(desk)
        return true
      })
      if (did) passed += 1
    } catch (error) {
      services.log.error({ err: error, approvalId: id }, 'an approval could not be passed on; the others are')
    }
  }
  return passed
}

/** False when it was answered in the meantime, or nobody else may decide: then it stays, late and in everybody's sight. */
async function passOn(desk: Desk, approvalId: string): Promise<boolean> {
  const { tx, now, roster } = desk
  const approval = await data.findApproval(tx, approvalId)
  if (approval?.state !== 'asked') return false
  const holder = roster.people.find((p) => p.id === approval.approver_id)
  const absent = !holder || isAbsent(holder)
  const accused = desk.ticket.accused_id !== null && desk.ticket.accused_id === approval.approver_id
  const late = approval.due_at !== null && approval.due_at <= now
  const row = await data.findCompensation(tx, approval.compensation_id)
  if (!row || (!absent && !late && !accused)) return false
  const steps = await data.approvalsOf(tx, [row.id])
  const from = approval.approver_id
  const asking = {
    proposerId: row.proposed_by,
    loads: await data.approvalLoads(tx),
    rather: steps.flatMap((s) => s.decided_by ?? []),
  }
  const passed = from ? [...approval.passed, from] : approval.passed
  const given = situationOf(desk)
  const role = { role: approval.role as Role }
  // Somebody who was away before may be back when nobody else is left.
  const next =
    approverFor(given, role, { ...asking, passed }) ??
    (absent ? approverFor(given, role, { ...asking, passed: from ? [from] : [] }) : null)
  if (!next) {
    if (late) await data.saveApprovals(tx, [{ ...approval, due_at: null }])
    return late
  }
  const standsInFor = from && from !== next.person.id && !accused ? from : (next.standsInFor?.id ?? null)
  const dueAt = answerDueAt(desk)
  await data.saveApprovals(tx, [
    { ...approval, approver_id: next.person.id, for_id: standsInFor, asked_at: now, due_at: dueAt, passed },
  ])
  const task = (await tasksOf(tx, desk.ticket.id)).find(
    (t) => t.about_id === approvalId && t.state === 'open',
  )
  if (task) {
    moveTask(desk, task, next.person, { standsIn: true })
    dateTask(desk, task, dueAt)
  }
  const reason = accused ? 'accused' : absent ? 'absent' : 'silent'
  const names = { to: next.person.name, from: holder?.name ?? '', reason }
  addFact(desk, 'compensation_passed_on', names)
  record(desk, 'tickets.passOnApproval', { id: approvalId, from, to: next.person.id, reason })
  notify(desk, [from], 'handed_over', 'plan')
  tell(desk, ticketChanged, [from, next.person.id])
  touch(desk)
  return true
}
