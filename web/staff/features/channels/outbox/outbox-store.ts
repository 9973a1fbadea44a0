import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { CounterBody } from '../channel-queries.ts'

/** A record written down without a network. `submissionId` is what the server knows it by, so that sending it twice makes one ticket. */
export type KeptEntry = {
  submissionId: string
  staffId: string
  shopName: string
  keptAt: number
  body: Omit<CounterBody, 'photos'>
  /** Photos that are not on the server yet; one that has been uploaded is in `photoIds` instead. */
  photos: Blob[]
  photoIds: string[]
  /** Why the server refused it; such a one waits for a person. */
  problem: string
}

interface Kept extends DBSchema {
  entry: { key: string; value: KeptEntry; indexes: { staff: string } }
}

let opened: Promise<IDBPDatabase<Kept>> | undefined

function store(): Promise<IDBPDatabase<Kept>> {
  opened ??= openDB<Kept>('huiyin-outbox', 1, {
    upgrade: (db) => {
      db.createObjectStore('entry', { keyPath: 'submissionId' }).createIndex('staff', 'staffId')
    },
  })
  return opened
}

export async function keep(entry: KeptEntry): Promise<void> {
  await (await store()).put('entry', entry)
}

/** What this person wrote down on this machine, the oldest first. */
export async function keptBy(staffId: string): Promise<KeptEntry[]> {
  const entries = await (await store()).getAllFromIndex('entry', 'staff', staffId)
  return entries.sort((a, b) => a.keptAt - b.keptAt)
}

export async function forget(submissionId: string): Promise<void> {
  await (await store()).delete('entry', submissionId)
}
