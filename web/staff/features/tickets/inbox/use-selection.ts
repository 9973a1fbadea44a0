import { useState } from 'react'

export type Selection = {
  ids: ReadonlySet<string>
  /** So many when the whole list is meant and not only what is shown; null otherwise. */
  whole: number | null
  /** Boxes are shown. */
  active: boolean
  count: number
  toggle: (id: string, range?: boolean) => void
  togglePage: () => void
  takeWhole: (count: number) => void
  begin: () => void
  clear: () => void
}

type State = {
  list: string
  ids: ReadonlySet<string>
  whole: number | null
  last: string | null
  begun: boolean
}

/**
 * Which rows are chosen. `list` names the list (its filters): another list begins with nothing chosen.
 * Shape: with `range` everything between the row chosen last and this one follows it.
 */
export function useSelection(list: string, shown: readonly string[]): Selection {
  const nothing: State = { list, ids: new Set(), whole: null, last: null, begun: false }
  const [kept, setState] = useState(nothing)
  const state = kept.list === list ? kept : nothing
  const set = (part: Partial<State>) => setState({ ...state, ...part })
  return {
    ids: state.ids,
    whole: state.whole,
    active: state.begun || state.ids.size > 0 || state.whole !== null,
    count: state.whole ?? state.ids.size,
    toggle: (id, range = false) => {
      const on = !state.ids.has(id)
      const between = range ? stretch(shown, state.last, id) : [id]
      const ids = new Set(state.ids)
      for (const one of between) on ? ids.add(one) : ids.delete(one)
      set({ ids, whole: null, last: id, begun: true })
    },
    togglePage: () => {
      const all = shown.every((id) => state.ids.has(id))
      set({ ids: all ? new Set() : new Set(shown), whole: null, begun: true })
    },
    takeWhole: (count) => set({ ids: new Set(shown), whole: count }),
    begin: () => set({ begun: true }),
    clear: () => setState(nothing),
  }
}

/** From one row to another in the order of the list; just the second when the first is not shown. */
export function stretch(shown: readonly string[], from: string | null, to: string): string[] {
  const [a, b] = [from === null ? -1 : shown.indexOf(from), shown.indexOf(to)]
  if (a < 0 || b < 0) return [to]
  return shown.slice(Math.min(a, b), Math.max(a, b) + 1)
}
