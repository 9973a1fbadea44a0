import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import type { Room } from '#contracts/incidents'
import type { RoomPart } from '../../../app/incident-search.ts'

type PartProps = { room: Room; show: (part: RoomPart) => void }
type File = () => Promise<{ default: ComponentType<PartProps> }>

/** The parts that come in a file of their own. */
const FILES = {
  seal: () => import('../seal/SealPart.tsx').then((file) => ({ default: file.SealPart })),
  affected: () => import('../affected/AffectedPart.tsx').then((file) => ({ default: file.AffectedPart })),
  statements: () =>
    import('../statements/StatementsPart.tsx').then((file) => ({ default: file.StatementsPart })),
  sheet: () => import('./SheetPart.tsx').then((file) => ({ default: file.SheetPart })),
  evidence: () => import('./EvidencePart.tsx').then((file) => ({ default: file.EvidencePart })),
  review: () => import('../review/ReviewPart.tsx').then((file) => ({ default: file.ReviewPart })),
} satisfies Partial<Record<RoomPart, File>>

/** What opens over the room or inside a part; without a network a tap on it may not take the room away. */
const OVER_IT = [
  () => import('./AddMemberDialog.tsx'),
  () => import('./AddStepDialog.tsx'),
  () => import('./ChangePlan.tsx'),
  () => import('./InventTicketDialog.tsx'),
  () => import('./LinkTicketsDialog.tsx'),
  () => import('./RoomForm.tsx'),
  () => import('./ShopsDialog.tsx'),
  () => import('../review/AddMeasureDialog.tsx'),
  () => import('../seal/OrderSealDrawer.tsx'),
  () => import('../statements/StatementEditor.tsx'),
]

type FiledPart = keyof typeof FILES
/** A part whose file could not be had: there is no network, or it lets nothing through. */
export class PartAway extends Error {
  /** The next to draw the part asks for its file anew. */
  readonly askAnew: () => void
  constructor(askAnew: () => void) {
    super('The file of this part did not come.')
    this.askAnew = askAnew
  }
}

const shown = new Map<FiledPart, LazyExoticComponent<ComponentType<PartProps>>>()

/** The same component each time, also after its file did not come: drawing it may not ask again by itself. */
export function filedPart(part: FiledPart): ComponentType<PartProps> {
  const kept = shown.get(part)
  if (kept) return kept
  const file: File = FILES[part]
  const fresh = lazy(() =>
    file().catch(() => {
      throw new PartAway(() => shown.delete(part))
    }),
  )
  shown.set(part, fresh)
  return fresh
}

/** A room that was opened with a network can be walked through without one. What does not come now comes with the tap. */
export async function fetchParts(): Promise<void> {
  await Promise.allSettled([...Object.values(FILES), ...OVER_IT].map((file) => file()))
}
