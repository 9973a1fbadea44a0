import { type Services, systemContext } from '#platform/context'
import { callsLeft, lockCallById } from './call-data.ts'
import { stateOf } from './fold-call.ts'
import { changed } from './take-call.ts'

const MINUTE_MS = 60_000
/** Nobody lets it ring so long, nobody talks so long: the end was lost while the line to the telephone system was cut. */
const RINGS_AT_MOST_MS = 5 * MINUTE_MS
const TALKS_AT_MOST_MS = 6 * 60 * MINUTE_MS
const AT_ONCE = 100

/** Ends calls whose end nobody told, so that no panel rings for ever and what was missed is owed all the same. */
export async function sweepCalls(services: Services): Promise<number> {
  const now = services.now().getTime()
  const before = { ringing: new Date(now - RINGS_AT_MOST_MS), talking: new Date(now - TALKS_AT_MOST_MS) }
  const left = await callsLeft(services, before, AT_ONCE)
  for (const { brand_id, id } of left) {
    const ctx = systemContext(services, brand_id)
    await ctx.transaction(async (tx) => {
      const row = await lockCallById(tx, id)
      if (!row || row.ended_at) return
      const next = { ...row, ended_at: row.answered_at ?? services.now() }
      await changed(tx, ctx, row, { ...next, state: stateOf(next) })
    })
  }
  return left.length
}
