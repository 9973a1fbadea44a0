import { useMemo, useSyncExternalStore } from 'react'

/** What a machine keeps between openings: `localStorage` in a browser. */
export type ListStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
export type KeptList<T> = ReturnType<typeof keptList<T>>

/**
 * A list that each person keeps on this machine until the server has what is in it; all tabs have the same one.
 * Shape: what can't be read is nothing. `change` reads anew each time, because another tab keeps its part in the same place.
 */
export function keptList<T>(name: string, store: () => ListStore = () => localStorage) {
  const prefix = `huiyin.${name}.`
  const listeners = new Set<() => void>()
  let version = 0
  const changed = () => {
    version += 1
    for (const tell of listeners) tell()
  }

  function read(staffId: string): T[] {
    try {
      const kept: unknown = JSON.parse(store().getItem(prefix + staffId) ?? '[]')
      return Array.isArray(kept) ? (kept as T[]) : []
    } catch {
      return []
    }
  }

  function change(staffId: string, by: (kept: readonly T[]) => readonly T[]): void {
    const kept = by(read(staffId))
    if (kept.length) store().setItem(prefix + staffId, JSON.stringify(kept))
    else store().removeItem(prefix + staffId)
    changed()
  }

  function listen(tell: () => void): () => void {
    const other = (event: StorageEvent) => event.key?.startsWith(prefix) && changed()
    listeners.add(tell)
    window.addEventListener('storage', other)
    return () => {
      listeners.delete(tell)
      window.removeEventListener('storage', other)
    }
  }

  function useList(staffId: string): readonly T[] {
    const seen = useSyncExternalStore(listen, () => version)
    // biome-ignore lint/correctness/useExhaustiveDependencies: `seen` stands for what the machine keeps
    return useMemo(() => read(staffId), [seen, staffId])
  }

  return { read, change, useList }
}
