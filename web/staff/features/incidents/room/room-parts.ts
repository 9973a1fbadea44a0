import type { Room } from '#contracts/incidents'
import type { RoomPart } from '../../../app/incident-search.ts'

export type RoomLayout = 'desk' | 'narrow' | 'phone'
type Parts = {
  /** In the row of tabs, in this order; the first is open at the beginning. */
  tabs: RoomPart[]
  /** Always in sight at the right. */
  beside: RoomPart[]
  /** Behind 更多. */
  rest: RoomPart[]
}

/** Where the parts of a room stand: three zones on a desk, two on a tablet, one on a phone. */
export function partsOf({ has }: Pick<Room, 'has'>, layout: RoomLayout): Parts {
  const work: RoomPart[] = [
    ...(has.seal ? (['seal'] as const) : []),
    ...(has.affected ? (['affected'] as const) : []),
    'statements',
    'sheet',
    'evidence',
    'review',
  ]
  if (layout === 'desk') return { tabs: ['talk', ...work], beside: ['people', 'shops', 'tickets'], rest: [] }
  if (layout === 'narrow')
    return { tabs: ['talk', 'people', 'shops', 'tickets', ...work], beside: [], rest: [] }
  return {
    tabs: ['steps', 'talk', 'people', 'shops', 'more'],
    beside: [],
    rest: ['tickets', ...work],
  }
}

/** The part of the room that a step opens. */
export const PART_OF = {
  seal: 'seal',
  affected: 'affected',
  statements: 'statements',
  sheet: 'sheet',
  call_down: 'people',
} as const satisfies Record<string, RoomPart>
