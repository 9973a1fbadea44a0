const STORE = 'pictures'

/**
 * Pictures that are not sent yet, kept in the browser so that a reload loses none.
 * Shape: without IndexedDB (private browsing) they last as long as the page.
 */
export function openPictures(hook: string) {
  const memory = new Map<string, Blob>()
  const opened = new Promise<IDBDatabase | null>((done) => {
    try {
      const request = indexedDB.open(`huiyin-chat:${hook}`, 1)
      request.onupgradeneeded = () => request.result.createObjectStore(STORE)
      request.onsuccess = () => done(request.result)
      request.onerror = () => done(null)
      request.onblocked = () => done(null)
    } catch {
      done(null)
    }
  })
  const run = async <T>(
    mode: IDBTransactionMode,
    deed: (store: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T | undefined> => {
    const db = await opened
    if (!db) return undefined
    return new Promise((done) => {
      try {
        const transaction = db.transaction(STORE, mode)
        const request = deed(transaction.objectStore(STORE))
        transaction.oncomplete = () => done(request.result)
        transaction.onerror = transaction.onabort = () => done(undefined)
      } catch {
        done(undefined)
      }
    })
  }
  return {
    put: async (id: string, blob: Blob): Promise<void> => {
      memory.set(id, blob)
      // As bytes: older Safari keeps no Blob.
      const bytes = await new Response(blob).arrayBuffer()
      await run('readwrite', (store) => store.put({ bytes, type: blob.type }, id))
    },
    get: async (id: string): Promise<Blob | null> => {
      const here = memory.get(id)
      if (here) return here
      const kept = (await run('readonly', (store) => store.get(id))) as
        | { bytes: ArrayBuffer; type: string }
        | undefined
      return kept ? new Blob([kept.bytes], { type: kept.type }) : null
    },
    clear: async (): Promise<void> => {
      await run('readwrite', (store) => store.clear())
    },
    remove: async (id: string): Promise<void> => {
      memory.delete(id)
      await run('readwrite', (store) => store.delete(id))
    },
  }
}
export type PictureStore = ReturnType<typeof openPictures>
