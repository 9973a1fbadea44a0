import { z } from 'zod'
import { Cursor } from '../kit.ts'
import { MyMeasure } from './record.ts'

/** `overdue` is part of what is open. */
export const MeasureView = z.enum(['open', 'overdue', 'done'])
export type MeasureView = z.infer<typeof MeasureView>
export const MeasureQuery = z.object({ view: MeasureView.default('open'), cursor: Cursor.optional() })
/** One measure of any room that the reader is answerable for. `readable`: the reader may go into the room. */
export const MeasureRow = MyMeasure.extend({ readable: z.boolean() })
export type MeasureRow = z.infer<typeof MeasureRow>
/** `GET /api/measures`: open ones by their day, so what is overdue stands first; done ones with the latest first. */
export const MeasurePage = z.object({
  rows: z.array(MeasureRow),
  next: z.string().nullable(),
  count: z.record(MeasureView, z.int()),
})
