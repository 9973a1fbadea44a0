import { useSyncExternalStore } from 'react'
import { Column, DEFAULT_COLUMNS } from '#contracts/tickets/inbox'

export type Layout = 'list' | 'table'
type Choice = { layout: Layout; columns: readonly Column[] }

const STORED = 'huiyin.inbox.table'
const listeners = new Set<() => void>()
let choice = read()

function read(): Choice {
  try {
    const { layout, columns } = JSON.parse(localStorage.getItem(STORED) ?? '{}') as Partial<Choice>
    const known = Column.array().safeParse(columns)
    return {
      layout: layout === 'table' ? 'table' : 'list',
      columns: known.success && known.data.length ? known.data : DEFAULT_COLUMNS,
    }
  } catch {
    return { layout: 'list', columns: DEFAULT_COLUMNS }
  }
}

/** List or table, and the table's columns, as this person chose on this machine. */
export function useTableChoice(): [Choice, (part: Partial<Choice>) => void] {
  const now = useSyncExternalStore(
    (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    () => choice,
  )
  const change = (part: Partial<Choice>) => {
    choice = { ...choice, ...part }
    localStorage.setItem(STORED, JSON.stringify(choice))
    for (const changed of listeners) changed()
  }
  return [now, change]
}
