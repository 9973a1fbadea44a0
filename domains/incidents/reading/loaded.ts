import type { AttachmentView } from '#contracts/channels'
import type { Seal } from '#contracts/incidents/seal'
import type { ShopName } from '#domains/people'
import type { TicketOfIncident } from '#domains/tickets'
import type { IncidentRow } from '../desk/desk-data.ts'
import type { ToTell } from '../review/view-review.ts'
import type { RoomParts } from './room-data.ts'

/** All rows that one reading of a room stands on. */
export type Loaded = {
  incident: IncidentRow
  parts: RoomParts
  tickets: TicketOfIncident[]
  /** Of their customers the head of the file. */
  heads: ReadonlyMap<string, string>
  /** Which of them came by an answer to the message to the affected. */
  replies: ReadonlySet<string>
  shops: ReadonlyMap<string, ShopName>
  regions: ReadonlyMap<string, string>
  names: ReadonlyMap<string, string>
  files: ReadonlyMap<string, AttachmentView>
  seals: Seal[]
  toTell: ToTell
  read: ReadFor
  /** What the room is called for the reader. */
  roomTitle: string
  /** A customer's name as the reader sees it. */
  shown: (name: string) => string
  /** A ticket's title as the reader sees it. */
  ticketTitle: (ticket: TicketOfIncident) => string
}

/** How much of a room somebody reads. */
export type ReadFor = 'all' | { shops: readonly string[]; fileIds: readonly string[]; staffId: string }
