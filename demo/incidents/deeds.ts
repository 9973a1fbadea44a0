import type { z } from 'zod'
import type { SaveReview } from '#contracts/incidents'
import type { DraftStatement } from '#contracts/incidents/statements'
import type { Role } from '#contracts/people'
import {
  addFile,
  addMeasure,
  askApproval,
  closeIncident,
  contain,
  decideStatement,
  draftStatement,
  finishMeasure,
  finishStep,
  keepEvidence,
  releaseStatement,
  saveIncident,
  saveReview,
  saveSheet,
  writeEntry,
} from '#domains/incidents'
import type { Ctx } from '#platform/context'
import { drawPicture } from '../pictures.ts'
import { answer, type DemoRoom, holder, personOf } from './room.ts'

/** What one person does in a room; `min` minutes after its opening, `by` the post. */
export type Deed = { min: number; by: string } & (
  | { answers: true }
  | { done: string; words?: string; file?: string }
  | { leftOut: string; words: string }
  | { note: string }
  | { decide: string; why: string }
  | { grade: string; summary?: string }
  | { keeps: string[] }
  | { sheet: Record<string, string> }
  | {
      drafts: z.input<typeof DraftStatement>
      approvedMin: number
      releasedAt?: { min: number; where: string }
    }
  | { contains: true }
  | { reviews: Omit<z.output<typeof SaveReview>, 'read'> }
  | {
      measure: string
      cause: string
      target: string
      owner: Role
      dueInDays: number
      finished?: { afterDays: number; note: string }
    }
  | { closes: string }
)
type Of<K extends string> = Extract<Deed, Record<K, unknown>>

/** One deed after the other, in the order of the clock. */
export async function play(room: DemoRoom, deeds: readonly Deed[]): Promise<void> {
  for (const deed of deeds.toSorted((a, b) => a.min - b.min)) await doOne(room, deed)
}

async function doOne(room: DemoRoom, deed: Deed): Promise<void> {
  if ('answers' in deed) return answer(room, deed.by, deed.min)
  const ctx = holder(room, deed.by, deed.min)
  const { id } = room
  if ('done' in deed) return finish(room, ctx, deed)
  if ('leftOut' in deed) {
    const step = await stepOf(room, deed.leftOut)
    return finishStep(ctx, id, step, { state: 'left_out', words: deed.words, fileIds: [] })
  }
  if ('note' in deed) return writeEntry(ctx, id, { kind: 'note', text: deed.note, why: '', fileIds: [] })
  if ('decide' in deed)
    return writeEntry(ctx, id, { kind: 'decision', text: deed.decide, why: deed.why, fileIds: [] })
  if ('grade' in deed) return saveIncident(ctx, id, { grade: deed.grade, summary: deed.summary })
  if ('keeps' in deed) {
    for (const key of deed.keeps) await keepEvidence(ctx, id, { key, kept: true })
    return
  }
  if ('sheet' in deed) return saveSheet(ctx, id, { values: deed.sheet })
  if ('drafts' in deed) return state(room, ctx, deed)
  if ('contains' in deed) return contain(ctx, id)
  if ('reviews' in deed) return saveReview(ctx, id, { ...deed.reviews, read: {} })
  if ('measure' in deed) return measure(room, ctx, deed)
  return closeIncident(ctx, id, deed.closes)
}

async function finish(room: DemoRoom, ctx: Ctx, { done, words = '', file }: Of<'done'>): Promise<void> {
  const step = await stepOf(room, done)
  const fileIds = file
    ? [(await addFile(ctx, room.id, () => drawPicture(done.length + file.length), file)).id]
    : []
  await finishStep(ctx, room.id, step, { state: 'done', words, fileIds })
}

/** Drafted, laid before somebody else, approved; said by whoever speaks for the room. */
async function state(room: DemoRoom, ctx: Ctx, deed: Of<'drafts'>): Promise<void> {
  const { told, id, at } = room
  await draftStatement(ctx, id, deed.drafts)
  const { rows } = await told.look.query<{ id: string }>(
    'select id from incidents.statement where incident_id = $1 order by drafted_at desc, id desc limit 1',
    [id],
  )
  const statement = rows[0]!.id
  await askApproval(ctx, id, statement)
  const writer = ctx.actor.kind === 'staff' ? ctx.actor.staffId : ''
  const [executive, quality] = [personOf(told, 'executive'), personOf(told, 'quality')]
  const approver = told.as(executive === writer ? quality : executive, at(deed.approvedMin))
  await decideStatement(approver, id, statement, { version: 1, approve: true, why: '', gapsSeen: false })
  if (deed.releasedAt)
    await releaseStatement(holder(room, 'spokesperson', deed.releasedAt.min), id, statement, {
      version: 1,
      where: deed.releasedAt.where,
    })
}

const DAY_MIN = 24 * 60

async function measure(room: DemoRoom, ctx: Ctx, deed: Of<'measure'>): Promise<void> {
  const { told, id, at, shopIds } = room
  const ofShop = deed.owner === 'shop_manager' || deed.owner === 'kitchen'
  const ownerId = personOf(told, deed.owner, ofShop ? shopIds[0] : undefined)
  const dueOn = dayOf(at(deed.min + deed.dueInDays * DAY_MIN))
  const { measure: text, cause, target } = deed
  await addMeasure(ctx, id, { text, cause, target, ownerId, dueOn })
  if (!deed.finished) return
  const { rows } = await told.look.query<{ id: string }>(
    'select id from incidents.measure where incident_id = $1 order by created_at desc, id desc limit 1',
    [id],
  )
  const later = at(deed.min + deed.finished.afterDays * DAY_MIN)
  await finishMeasure(told.as(ownerId, later), rows[0]!.id, deed.finished.note)
}

function dayOf(at: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(at)
}

async function stepOf({ told, id }: DemoRoom, key: string): Promise<string> {
  const { rows } = await told.look.query<{ id: string }>(
    'select id from incidents.step where incident_id = $1 and key = $2',
    [id, key],
  )
  if (!rows[0]) throw new Error(`the room has no step ${key}`)
  return rows[0].id
}
