import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import type { Scope } from '#platform/permissions'
import { etaReport } from './delivery-data.ts'

type Report = Awaited<ReturnType<typeof etaReport>>

const REPORT_DAYS = 7
const DAY_MS = 86_400_000
/** Of so many stops the figures of a week do not change within a minute, and reading them costs more than the rest of the board. */
const MANY_STOPS = 500
const FRESH_MS = 60_000
const MOST_KEPT = 500
const kept = new Map<string, { at: number; report: Report }>()

/** How honest the told arrivals of the last seven days were, within this reach; up to a minute old where there were many. */
export async function weekOfEtas(tx: Tx, ctx: Ctx, scope: Scope | null): Promise<Report> {
  const now = ctx.now().getTime()
  const key = `${ctx.actor.brandId} ${JSON.stringify(scope?.shops)}`
  const known = kept.get(key)
  if (known && now >= known.at && now - known.at < FRESH_MS) return known.report
  const report = await etaReport(tx, scope, new Date(now - REPORT_DAYS * DAY_MS))
  if (kept.size >= MOST_KEPT) kept.clear()
  if (report.stops >= MANY_STOPS) kept.set(key, { at: now, report })
  return report
}
