import type { RewardPage } from '#contracts/loyalty/events'
import type { Ctx } from '#platform/context'
import { readPlace, writePlace } from './place.ts'
import { eventNames, ledgerRows, ledgerTotals } from './reward-data.ts'

/** For finance: what events gave away, by event and one by one, without anybody's name (G1). */
export function readLedger(
  ctx: Ctx,
  query: { cursor?: string | undefined; limit: number },
): Promise<RewardPage> {
  return ctx.reading(async (tx) => {
    const rows = await ledgerRows(tx, readPlace(query.cursor), query.limit + 1)
    const shown = rows.slice(0, query.limit)
    const totals = await ledgerTotals(tx)
    const events = await eventNames(
      tx,
      [...shown, ...totals].map((r) => r.event_id),
    )
    const nameOf = (id: string) => {
      const name = events.find((e) => e.id === id)?.name as { 'zh-CN': string } | undefined
      return name?.['zh-CN'] ?? ''
    }
    const last = shown.at(-1)
    return {
      totals: totals.map((t) => ({
        eventId: t.event_id,
        event: nameOf(t.event_id),
        kind: t.kind,
        count: t.count,
        given: t.given,
        budget: events.find((e) => e.id === t.event_id)?.reward_budget ?? 0,
        currency: t.currency,
      })),
      rows: shown.map((r) => ({
        id: r.id,
        at: r.at.toISOString(),
        event: nameOf(r.event_id),
        kind: r.kind,
        amountMinor: r.amount_minor,
        points: r.points,
        currency: r.currency,
        state: r.state,
      })),
      next: rows.length > shown.length && last ? writePlace({ at: last.at, id: last.id }) : null,
    }
  })
}
