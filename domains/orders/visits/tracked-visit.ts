import type { z } from 'zod'
import type { Reaction, TrackedVisit } from '#contracts/orders/visits'
import { findStaffNames } from '#domains/people'
import type { Tx } from '#platform/db/database'
import type { OrderData } from '../taking/order-data.ts'
import { type AftercareData, aftercareOf } from './aftercare-data.ts'
import { findVisit } from './visit-data.ts'
import { visitState } from './visit-state.ts'

/** The own appointment as its customer sees it; null while nobody has said when. */
export async function trackedVisit(tx: Tx, order: OrderData): Promise<z.infer<typeof TrackedVisit> | null> {
  const visit = await findVisit(tx, order.id)
  if (!visit) return null
  const state = visitState({ ...visit, status: order.status })
  const aftercare = state === 'done' ? await aftercareOf(tx, order.id) : []
  const names = await findStaffNames(tx, visit.therapist_id ? [visit.therapist_id] : [])
  const last = aftercare.findLast((row) => row.reaction)
  return {
    startsAt: visit.starts_at.toISOString(),
    endsAt: visit.ends_at.toISOString(),
    therapist: names.get(visit.therapist_id ?? '') ?? '',
    room: visit.room,
    movable: state === 'booked',
    aftercare: answerable(aftercare),
    answered: last ? (last.reaction as Reaction) : null,
  }
}

/** What we have asked last, else what will be asked next. */
function answerable(rows: readonly AftercareData[]): { id: string; early: boolean } | null {
  const asked = rows.findLast((row) => row.state === 'asked')
  if (asked) return { id: asked.id, early: false }
  const next = rows.find((row) => row.state === 'due')
  return next ? { id: next.id, early: true } : null
}
