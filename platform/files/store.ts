import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'

/** Where photos lie: a folder by default; the driver is the seam for S3-compatible storage. */
export type FileStore = {
  put: (key: string, bytes: Buffer) => Promise<void>
  get: (key: string) => Promise<Uint8Array>
  delete: (key: string) => Promise<void>
}

export function openFileStore(folder: string): FileStore {
  const disk = new Disk(new FSDriver({ location: folder, visibility: 'private' }))
  return {
    put: (key, bytes) => disk.put(key, new Uint8Array(bytes)),
    get: (key) => disk.getBytes(key),
    delete: (key) => disk.delete(key),
  }
}
