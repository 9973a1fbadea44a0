import type { Readable } from 'node:stream'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'

/** Where photos and exported files lie: a folder by default; the driver is the seam for S3-compatible storage. */
export type FileStore = {
  put: (key: string, bytes: Buffer) => Promise<void>
  get: (key: string) => Promise<Uint8Array>
  /** For what is too long for memory; a stream that fails leaves nothing that may be read. */
  putStream: (key: string, bytes: Readable) => Promise<void>
  getStream: (key: string) => Promise<Readable>
  delete: (key: string) => Promise<void>
}

export function openFileStore(folder: string): FileStore {
  const disk = new Disk(new FSDriver({ location: folder, visibility: 'private' }))
  return {
    put: (key, bytes) => disk.put(key, new Uint8Array(bytes)),
    get: (key) => disk.getBytes(key),
    putStream: (key, bytes) => disk.putStream(key, bytes),
    getStream: (key) => disk.getStream(key),
    delete: (key) => disk.delete(key),
  }
}
