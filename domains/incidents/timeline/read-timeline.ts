import type { z } from 'zod'
import type { TimelinePage } from '#contracts/incidents'
import type { EmergencyPlan } from '#contracts/playbook/emergency'
import type { Ctx } from '#platform/context'
import { readPlace, writePlace } from '#platform/keyset'
import { plansBefore } from '../checklist/plan-data.ts'
import type { ReadFor } from '../reading/loaded.ts'
import { headInReach, readFor } from '../reading/read-room.ts'
import { type EntryRow, entriesOf } from './timeline-data.ts'
import { viewEntries } from './view-entry.ts'

const PAGE = 50

/**
 * The timeline, the newest first. Shape: whoever reads the room for the sake of a shop sees what was done and decided, not what the team
 * notes, what customers say and what other shops have sealed. Errors: incidents.notFound.
 */
export async function readTimeline(
  ctx: Ctx,
  id: string,
  cursor: string | undefined,
): Promise<z.infer<typeof TimelinePage>> {
  const head = await headInReach(ctx, id)
  const { incident } = head
  const read = await readFor(ctx, id, head)
  return ctx.transaction(async (tx) => {
    const found = await entriesOf(tx, id, readPlace(cursor), PAGE + 1)
    const rows = found.slice(0, PAGE)
    const last = found.length > PAGE ? rows.at(-1) : undefined
    return {
      entries: await viewEntries(
        ctx,
        tx,
        { plan: incident.plan as EmergencyPlan, before: await plansBefore(tx, id) },
        read === 'all'
          ? rows
          : rows.filter((row) => isForShops(row, read.shops)).map((row) => forShops(row, read)),
      ),
      next: last ? writePlace(last) : null,
    }
  })
}

/** What was said with a customer on the phone, why somebody has looked at health facts, words that are not agreed yet, and what the team is asked to decide. */
const OF_THE_TEAM = [
  'affected_called',
  'affected_not_answered',
  'revealed',
  'printed',
  'statement_drafted',
  'statement_changed',
  'statement_asked',
  'statement_refused',
  'statement_gaps',
  'affected_written',
  'affected_refused',
  'affected_late',
  'reply_lost',
  'grade_proposed',
  'plan_proposed',
  'grade_kept',
  'plan_kept',
]
/** Their words may tell of somebody's health. */
const OF_STEPS = ['step_done', 'step_left_out']

function isForShops({ kind, fact, data }: EntryRow, shops: readonly string[]): boolean {
  if (kind !== 'fact') return kind === 'decision'
  const { shopId, shopIds } = data as { shopId?: string; shopIds?: string[] }
  if (OF_THE_TEAM.includes(fact)) return false
  return shopIds ? shopIds.some((id) => shops.includes(id)) : !shopId || shops.includes(shopId)
}

/** Of many shops only the own are named, tickets only where all of them are the own shops'; the words of a step only to whoever did it. */
function forShops(row: EntryRow, { shops, fileIds, staffId }: Exclude<ReadFor, 'all'>): EntryRow {
  const { tickets, ids, ...data } = row.data as Record<
    'shopIds' | 'shops' | 'tickets' | 'ids',
    string[] | undefined
  >
  const own = data.shopIds?.map((id) => shops.includes(id))
  const named = own?.length && own.every(Boolean) ? { tickets, ids } : {}
  return {
    ...row,
    data: { ...data, ...named, ...(own ? { shops: data.shops?.filter((_, n) => own[n]) } : {}) },
    ...(OF_STEPS.includes(row.fact) && row.by_id !== staffId ? { text_enc: null } : {}),
    file_ids: row.file_ids.filter((id) => fileIds.includes(id)),
  }
}
