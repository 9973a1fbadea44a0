import type { z } from 'zod'
import type { AddEvidence, EvidenceKind } from '#contracts/tickets/investigation'
import { instantIn } from '../../../ui/time.ts'

/** What the form of a piece of evidence holds; times as the browser's fields give them. */
export type EvidenceDraft = {
  kind: EvidenceKind
  title: string
  details: string
  reference: string
  from: string
  until: string
  saidById: string | null
}

export function emptyEvidence(kind: EvidenceKind, orderNumber: string): EvidenceDraft {
  const reference = kind === 'order' ? orderNumber : ''
  return { kind, title: '', details: '', reference, from: '', until: '', saidById: null }
}

/** A salon keeps records of treatments, everybody else of the kitchen or the workshop. */
export function kindsFor(industry: string): EvidenceKind[] {
  const record = industry === 'beauty' ? 'treatment' : 'kitchen'
  return ['photo', 'statement', 'order', 'camera', record, 'other']
}

/** Which fields a kind of evidence asks for, besides what it says and its photos. */
export const FIELDS: Record<EvidenceKind, readonly ('title' | 'reference' | 'from' | 'until' | 'saidBy')[]> =
  {
    photo: ['title', 'from'],
    statement: ['saidBy', 'from'],
    order: ['reference', 'from'],
    camera: ['reference', 'from', 'until'],
    kitchen: ['reference', 'from'],
    treatment: ['reference', 'from'],
    other: ['title', 'from'],
  }

/** Whether it says enough to be kept. */
export function isComplete(draft: EvidenceDraft, photos: number): boolean {
  const said = draft.details.trim() !== ''
  const number = draft.reference.trim() !== ''
  switch (draft.kind) {
    case 'photo':
      return photos > 0
    case 'statement':
      return draft.saidById !== null && (said || photos > 0)
    case 'order':
    case 'camera':
      return number
    case 'kitchen':
    case 'treatment':
      return number || said || photos > 0
    default:
      return draft.title.trim() !== '' || said || photos > 0
  }
}

/** As it is sent: only the fields of its kind, times by the clock of the zone. */
export function bodyOf(draft: EvidenceDraft, photos: string[], zone: string): z.input<typeof AddEvidence> {
  const has = (field: (typeof FIELDS)[EvidenceKind][number]) => FIELDS[draft.kind].includes(field)
  return {
    kind: draft.kind,
    details: draft.details.trim(),
    photos,
    ...(has('title') ? { title: draft.title.trim() } : {}),
    ...(has('reference') ? { reference: draft.reference.trim() } : {}),
    ...(draft.from ? { happenedAt: instantIn(zone, draft.from) } : {}),
    ...(has('until') && draft.until && draft.from ? { untilAt: instantIn(zone, draft.until) } : {}),
    ...(has('saidBy') && draft.saidById ? { saidById: draft.saidById } : {}),
  }
}
