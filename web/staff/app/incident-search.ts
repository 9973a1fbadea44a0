const VIEWS = ['open', 'closed', 'drills', 'measures'] as const
const PARTS = [
  'steps',
  'talk',
  'people',
  'shops',
  'tickets',
  'seal',
  'affected',
  'statements',
  'sheet',
  'evidence',
  'review',
  'more',
] as const

/** Which rooms are listed. */
export type IncidentListSearch = { view?: (typeof VIEWS)[number] }
/** Which part of a room is open, so that a notice leads to it and going back finds it again. */
export type RoomSearch = { part?: RoomPart }
export type RoomPart = (typeof PARTS)[number]

export function IncidentListSearch(search: Record<string, unknown>): IncidentListSearch {
  const view = VIEWS.find((one) => one === search.view)
  return view ? { view } : {}
}

export function RoomSearch(search: Record<string, unknown>): RoomSearch {
  const part = PARTS.find((one) => one === search.part)
  return part ? { part } : {}
}
