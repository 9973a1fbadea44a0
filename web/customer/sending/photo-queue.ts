import type { Answer } from './call.ts'

export const PHOTO_COUNT = 6
export const PHOTO_BYTES = 10 * 1024 * 1024

/** `thumb` is a small data URL, empty when the browser cannot draw the file. `share` is 0 … 1. */
export type Photo = {
  key: number
  state: 'preparing' | 'waiting' | 'uploading' | 'paused' | 'done' | 'failed'
  share: number
  thumb: string
  /** The server's id once it is done. */
  id: string
  trouble: '' | 'network' | 'tooBig' | 'unreadable'
  /** The server's own sentence about a photo it refuses. */
  detail: string
}
export type KeptPhoto = { id: string; thumb: string }
export type Prepared = { blob: Blob; thumb: string }
export type PhotoParts = {
  prepare: (file: File) => Promise<Prepared>
  upload: (
    blob: Blob,
    onShare: (share: number) => void,
  ) => { answer: Promise<Answer<{ id: string }>>; stop: () => void }
  onChange: (photos: Photo[]) => void
}
export type PhotoQueue = {
  /** Returns how many were left out because there is no room. */
  add: (files: File[]) => number
  retry: (key?: number) => void
  remove: (key: number) => void
  clear: () => void
  list: () => Photo[]
}

const RETRY_MS = [3000, 8000]

type Item = Photo & { blob: Blob | null; tries: number; stop: () => void }

/**
 * Photos go up one by one in the background while the customer still writes.
 * Shape: after a broken line a photo is `paused` and tried again twice by itself, then it is `failed` until
 *        `retry`; a photo the server refuses is `failed` at once.
 */
export function createPhotoQueue(parts: PhotoParts, kept: KeptPhoto[] = []): PhotoQueue {
  let items: Item[] = []
  let lastKey = 0
  let busy = false
  let preparing: Promise<void> = Promise.resolve()

  const make = (from: Partial<Item>): Item => ({
    key: ++lastKey,
    state: 'preparing',
    share: 0,
    thumb: '',
    id: '',
    trouble: '',
    detail: '',
    blob: null,
    tries: 0,
    stop: () => {},
    ...from,
  })
  const tell = (): void => parts.onChange(list())
  const list = (): Photo[] => items.map(({ blob: _, tries: __, stop: ___, ...photo }) => photo)
  const change = (item: Item, patch: Partial<Item>): void => {
    Object.assign(item, patch)
    if (items.indexOf(item) >= 0) tell()
  }

  const prepare = async (item: Item, file: File): Promise<void> => {
    if (items.indexOf(item) < 0) return
    try {
      const { blob, thumb } = await parts.prepare(file)
      const fits = blob.size <= PHOTO_BYTES
      change(item, fits ? { blob, thumb, state: 'waiting' } : { thumb, state: 'failed', trouble: 'tooBig' })
    } catch {
      change(item, { state: 'failed', trouble: 'unreadable' })
    }
    pump()
  }
  const pump = (): void => {
    if (busy) return
    const item = items.find((one) => one.state === 'waiting')
    if (!item?.blob) return
    busy = true
    const { answer, stop } = parts.upload(item.blob, (share) => change(item, { share }))
    change(item, { state: 'uploading', share: 0, stop })
    answer.then((got) => {
      busy = false
      if (got.kind === 'ok') change(item, { state: 'done', share: 1, id: got.body.id, blob: null })
      else settleFailure(item, got)
      pump()
    })
  }
  const settleFailure = (item: Item, got: Exclude<Answer<unknown>, { kind: 'ok' }>): void => {
    if (got.kind === 'refused' && got.status !== 429 && got.status < 500) {
      const detail = got.problem?.detail ?? ''
      change(item, { state: 'failed', trouble: got.status === 413 ? 'tooBig' : 'unreadable', detail })
      return
    }
    const backoffMs = RETRY_MS[item.tries]
    const pauseMs = Math.max(backoffMs ?? 0, got.kind === 'refused' ? got.retryAfterSec * 1000 : 0)
    const state = backoffMs === undefined ? 'failed' : 'paused'
    change(item, { state, trouble: 'network', tries: item.tries + 1 })
    if (state === 'paused') setTimeout(() => item.state === 'paused' && again(item), pauseMs)
  }
  const again = (item: Item): void => {
    if (item.trouble !== 'network' || !item.blob || items.indexOf(item) < 0) return
    if (item.state === 'failed') item.tries = 0
    change(item, { state: 'waiting', trouble: '' })
    pump()
  }

  items = kept.map((photo) => make({ ...photo, state: 'done', share: 1 }))
  return {
    add: (files) => {
      const room = Math.max(0, PHOTO_COUNT - items.length)
      for (const file of files.slice(0, room)) {
        const item = make({})
        items.push(item)
        preparing = preparing.then(() => prepare(item, file))
      }
      tell()
      return Math.max(0, files.length - room)
    },
    retry: (key) => {
      for (const item of items.slice()) if (key === undefined || item.key === key) again(item)
    },
    remove: (key) => {
      const gone = items.find((item) => item.key === key)
      items = items.filter((item) => item !== gone)
      gone?.stop()
      tell()
    },
    clear: () => {
      const gone = items
      items = []
      for (const item of gone) item.stop()
      tell()
    },
    list,
  }
}

/** Photos that still have to arrive before everything is complete. */
export function outstanding(photos: Photo[]): number {
  return photos.filter((photo) => photo.state !== 'done' && photo.state !== 'failed').length
}
