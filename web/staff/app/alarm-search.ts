/** Which alarms are listed, so that going back finds them again. */
export type AlarmSearch = { view?: 'ended' }

export function AlarmSearch(search: Record<string, unknown>): AlarmSearch {
  return search.view === 'ended' ? { view: 'ended' } : {}
}
