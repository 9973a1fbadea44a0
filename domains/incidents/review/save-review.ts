import type { z } from 'zod'
import type { SaveReview } from '#contracts/incidents'
import { type Ctx, staffOf } from '#platform/context'
import { atIncident } from '../desk/change-room.ts'
import { addFact, record } from '../desk/moves.ts'
import { findReview, saveReviewRow } from './review-data.ts'

/** What happened, why, what went well and badly (E4); finished as soon as what and why are there, and open again when one of them goes. */
export function saveReview(ctx: Ctx, id: string, input: z.infer<typeof SaveReview>): Promise<void> {
  return atIncident(ctx, id, 'incidents.lead', async (desk) => {
    const before = await findReview(desk.tx, id)
    const what = input.what ?? before?.what ?? ''
    const why = input.why ?? before?.why ?? ''
    const complete = what !== '' && why !== ''
    const finished = complete && !before?.finished_at
    await saveReviewRow(desk.tx, {
      brand_id: desk.incident.brand_id,
      incident_id: id,
      what,
      why,
      went_well: input.wentWell ?? before?.went_well ?? '',
      went_badly: input.wentBadly ?? before?.went_badly ?? '',
      finished_at: complete ? (before?.finished_at ?? desk.now) : null,
      finished_by_name: complete ? before?.finished_by_name || staffOf(ctx).name : '',
    })
    addFact(desk, finished ? 'review_finished' : 'review_saved')
    record(desk, 'saveReview', { finished: complete })
  })
}
