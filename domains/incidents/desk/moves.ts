import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import type { TimelineEntry } from '#contracts/incidents'
import type { EventContract } from '#contracts/kit'
import { type Audience, eventRow } from '#platform/events/publish'
import type { IncidentDesk, NoticeKind } from './change-room.ts'

/** I-7 for an incident, D-7 for a drill. */
export function numberOf({ number, drill }: { number: number; drill: boolean }): string {
  return `${drill ? 'D' : 'I'}-${number}`
}

type Said = {
  kind: TimelineEntry['kind']
  fact?: string
  text?: string
  data?: Record<string, unknown>
  fileIds?: string[]
  ticketId?: string
  /** When a customer said it before the room was opened. */
  at?: Date
}

/** One line of the timeline, by whoever acts, but a customer's words by no colleague; its text is stored encrypted. */
export function addEntry(desk: IncidentDesk, said: Said): string {
  const { actor, keys } = desk.ctx
  const by = actor.kind === 'staff' && said.kind !== 'reply' ? actor : null
  const id = uuidv7()
  desk.entries.push({
    brand_id: desk.incident.brand_id,
    id,
    incident_id: desk.incident.id,
    at: said.at ?? desk.now,
    kind: said.kind,
    fact: said.fact ?? '',
    by_id: by?.staffId ?? null,
    by_name: by?.name ?? '',
    text_enc: keys.seal(desk.incident.brand_id, said.text ?? ''),
    data: JSON.stringify(said.data ?? {}),
    file_ids: said.fileIds ?? [],
    ticket_id: said.ticketId ?? null,
  })
  return id
}

/** `data` stands in the clear: ids, numbers and names of staff, nothing of a customer. Words in locales incidents: fact.<fact>. */
export function addFact(
  desk: IncidentDesk,
  fact: string,
  data: Record<string, unknown> = {},
  text = '',
  fileIds: string[] = [],
): void {
  addEntry(desk, { kind: 'fact', fact, data, text, fileIds })
}

export function record(desk: IncidentDesk, action: string, data: Record<string, unknown> = {}): void {
  const { id, drill } = desk.incident
  desk.audits.push({
    action: `incidents.${action}`,
    subjectKind: 'incident',
    subjectId: id,
    subject: numberOf(desk.incident),
    data: drill ? { ...data, drill } : data,
  })
}

/** Told by the means that they have chosen; nobody is told of the own deed. */
export function notify(desk: IncidentDesk, staffIds: Iterable<string | null>, kind: NoticeKind): void {
  const self = desk.ctx.actor.kind === 'staff' ? desk.ctx.actor.staffId : null
  for (const staffId of new Set(staffIds))
    if (staffId && staffId !== self) desk.notices.push({ staffId, kind })
}

export function tell<T extends z.ZodType>(
  desk: IncidentDesk,
  event: EventContract<T>,
  more: Omit<z.infer<T>, 'incidentId'> | Record<never, never> = {},
  audience: Pick<Audience, 'staffIds' | 'only'> = {},
): void {
  const incidentId = desk.incident.id
  desk.events.push(eventRow(event, { incidentId, ...more } as z.infer<T>, { incidentId, ...audience }))
}
