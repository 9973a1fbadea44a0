import type { z } from 'zod'
import { ReviewQuestion, type SaveReview } from '#contracts/incidents'
import { type Ctx, staffOf } from '#platform/context'
import { atIncident } from '../desk/change-room.ts'
import { addFact, record } from '../desk/moves.ts'
import { incidentErrors } from '../errors.ts'
import { type ReviewAnswers, readAnswers, versionsOf } from './answers.ts'
import { findReview, saveReviewRow } from './review-data.ts'

/**
 * What happened, why, what went well and badly (E4); finished as soon as what and why are there, and open again when one of them goes.
 * Shape:  of two who wrote the same answer the second reads the first one's words and decides; words that stand already change nothing.
 * Errors: incidents.wordsChanged with `answers`, those that were saved in other words since the version that was read; then nothing is saved.
 */
export function saveReview(
  ctx: Ctx,
  id: string,
  { read, ...texts }: z.infer<typeof SaveReview>,
): Promise<void> {
  return atIncident(ctx, id, 'incidents.lead', async (desk) => {
    const before = await findReview(desk.tx, id)
    const stored = readAnswers(before)
    const changed = ReviewQuestion.options.filter(
      (key) => (texts[key] ?? stored[key].text) !== stored[key].text,
    )
    const overtaken = changed.filter((key) => stored[key].version !== (read[key] ?? 0))
    if (overtaken.length) throw incidentErrors.wordsChanged({ answers: only(stored, overtaken) })
    const { name } = staffOf(ctx)
    const answers = { ...stored }
    for (const key of changed)
      answers[key] = {
        text: texts[key]!,
        version: stored[key].version + 1,
        by: name,
        at: desk.now.toISOString(),
      }
    const complete = answers.what.text !== '' && answers.why.text !== ''
    const finished = complete && !before?.finished_at
    await saveReviewRow(desk.tx, {
      brand_id: desk.incident.brand_id,
      incident_id: id,
      what: answers.what.text,
      why: answers.why.text,
      went_well: answers.wentWell.text,
      went_badly: answers.wentBadly.text,
      versions: JSON.stringify(versionsOf(answers)),
      finished_at: complete ? (before?.finished_at ?? desk.now) : null,
      finished_by_name: complete ? before?.finished_by_name || name : '',
    })
    addFact(desk, finished ? 'review_finished' : 'review_saved')
    record(desk, 'saveReview', { finished: complete })
  })
}

const only = (answers: ReviewAnswers, keys: readonly ReviewQuestion[]) =>
  Object.fromEntries(keys.map((key) => [key, answers[key]]))
