import { loadRoster } from '#domains/people'
import { type Services, systemContext } from '#platform/context'
import { allBrands } from '#platform/jobs/worker'
import { openDesk, saveDesk } from '../handling/desk.ts'
import { giveTo, pickFor } from './assign-ticket.ts'
import { backAt } from './hand-over.ts'
import { heldByAbsent } from './hand-over-data.ts'

const MINUTE_MS = 60_000
const FAR_AHEAD_MS = 366 * 24 * 60 * MINUTE_MS
const AT_ONCE = 200
const lastRun = new WeakMap<Services['db'], number>()

/**
 * Nothing stays with the absent (R2): a ticket that falls due before its holder is back goes to somebody present, once a minute.
 * Shape: waiting for the customer, or nobody present who fits: it stays where it is; the clocks escalate it all the same.
 */
export async function sweepAbsent(services: Services): Promise<number> {
  const minute = Math.floor(services.now().getTime() / MINUTE_MS)
  if (lastRun.get(services.db) === minute) return 0
  lastRun.set(services.db, minute)
  let moved = 0
  for (const brandId of await allBrands(services)) moved += await moveFromAbsent(services, brandId)
  return moved
}

async function moveFromAbsent(services: Services, brandId: string): Promise<number> {
  const ctx = systemContext(services, brandId)
  const now = services.now()
  const held = await ctx.transaction(async (tx) => {
    const roster = await loadRoster(tx, now)
    if (!roster.people.some((p) => p.onDuty)) return []
    const absent = roster.people.filter((p) => !p.onDuty)
    const back = absent.map((p) => ({
      id: p.id,
      until: backAt(p, roster.zone, now) ?? new Date(now.getTime() + FAR_AHEAD_MS),
    }))
    return heldByAbsent(tx, back, AT_ONCE)
  })
  let moved = 0
  for (const { id, staff_id } of held) {
    const did = await ctx.transaction(async (tx) => {
      const desk = await openDesk(
        ctx,
        tx,
        id,
        { shops: 'all', own: false, staffId: null },
        { skipLocked: true },
      )
      if (!desk || desk.ticket.assignee_id !== staff_id) return false
      const rule = desk.playbook.playbook.responsibility[desk.ticket.rule_index]!
      const picked = await pickFor(desk, [rule.role, ...rule.chain], [staff_id])
      if (!picked?.onDuty) return false
      giveTo(desk, picked.person, { absent: true })
      await saveDesk(desk)
      return true
    })
    if (did) moved += 1
  }
  return moved
}
