import { z } from 'zod'
import { Id } from '../kit.ts'

/** The parts of a room in which somebody writes for a while. */
export const RoomDraftPart = z.enum(['entry', 'sheet', 'affected', 'review', 'statement'])
export type RoomDraftPart = z.infer<typeof RoomDraftPart>
/** Of one part so much is kept; more is refused with incidents.draftTooLong. Units: signs. */
export const DRAFT_SIGNS = 60_000
/** `text`: what the page wrote down, for itself to read again; empty: nothing is kept any more. */
export const SaveRoomDraft = z.strictObject({ text: z.string() })
export const RoomDraftParams = z.strictObject({ id: Id, part: RoomDraftPart })
/** The reader's own. */
export const RoomDrafts = z.array(z.object({ part: RoomDraftPart, text: z.string() }))
