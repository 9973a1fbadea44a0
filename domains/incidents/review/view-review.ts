import type { Room, Step } from '#contracts/incidents'
import type { Seal } from '#contracts/incidents/seal'
import type { RoomParts } from '../reading/room-data.ts'
import { readAnswers, versionsOf } from './answers.ts'

type MeasureRow = RoomParts['measures'][number]

export function viewMeasure(row: MeasureRow, names: ReadonlyMap<string, string>, now: Date) {
  return {
    id: row.id,
    text: row.text,
    cause: row.cause,
    target: row.target,
    owner: { id: row.owner_id, name: names.get(row.owner_id) ?? '' },
    dueOn: row.due_day,
    doneAt: row.done_at?.toISOString() ?? null,
    doneNote: row.done_note,
    late: row.due_at < (row.done_at ?? now),
  }
}

/** Null while nobody has begun it. */
export function viewReview(
  { review, measures }: RoomParts,
  names: ReadonlyMap<string, string>,
  now: Date,
): Room['review'] {
  if (!review && !measures.length) return null
  const answers = readAnswers(review)
  return {
    what: answers.what.text,
    why: answers.why.text,
    wentWell: answers.wentWell.text,
    wentBadly: answers.wentBadly.text,
    versions: versionsOf(answers),
    measures: measures.map((row) => viewMeasure(row, names, now)),
    finishedAt: review?.finished_at?.toISOString() ?? null,
    finishedBy: review?.finished_by_name ?? '',
  }
}

/** A step that somebody has left out with a reason lets customers go who were found and are told nothing; so does a degree that asks for no such step. */
type Left = Pick<Step, 'state' | 'law' | 'optional' | 'opens'>
/** How many of the affected nobody has told, and whether the words for them wait for their approval. */
export type ToTell = { untold: number; waits: boolean }

/** Why the room can't be closed yet. Neither a message that waits for its approval nor one for those who were found could go out afterwards. */
export function missingFor(
  steps: readonly Left[],
  review: { finished: boolean; measures: number },
  seals: readonly Pick<Seal, 'liftedAt' | 'acknowledged' | 'of'>[],
  { untold, waits }: ToTell,
): Room['missing'] {
  const open = steps.filter((s) => s.state === 'open')
  const missing: Room['missing'] = []
  if (open.some((s) => s.law)) missing.push('law')
  if (open.some((s) => !s.law && !s.optional)) missing.push('steps')
  if (seals.some((s) => !s.liftedAt && s.acknowledged < s.of)) missing.push('seals')
  const tells = steps.filter((s) => s.opens === 'affected')
  if (waits) missing.push('message')
  else if (untold > 0 && tells.length > 0 && tells.every((s) => s.state !== 'left_out'))
    missing.push('untold')
  if (!review.finished) missing.push('review')
  if (!review.measures) missing.push('measures')
  return missing
}
