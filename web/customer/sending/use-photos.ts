import { useState } from 'preact/hooks'
import { apiPath, locale } from '../start.ts'
import { useChange, useOnce } from '../ui/hooks.ts'
import { useReturn } from '../ui/phone-state.ts'
import { createPhotoQueue, type KeptPhoto, outstanding, type Photo, type PhotoQueue } from './photo-queue.ts'
import { shrinkPhoto } from './shrink-photo.ts'
import { upload } from './upload.ts'

export type Photos = {
  list: Photo[]
  queue: PhotoQueue
  ids: string[]
  kept: KeptPhoto[]
  /** Still on their way. */
  outstanding: number
  failed: Photo[]
}

/** The photos of this page, going up in the background. */
export function usePhotos(kept: KeptPhoto[] = []): Photos {
  const [, redraw] = useState(0)
  const queue = useOnce(() =>
    createPhotoQueue(
      {
        prepare: shrinkPhoto,
        upload: (blob, onShare) => upload<{ id: string }>(`${apiPath}/photos`, blob, locale, onShare),
        onChange: () => redraw((times) => times + 1),
      },
      kept,
    ),
  )
  useReturn(() => queue.retry())
  const list = queue.list()
  const done = list.filter((photo) => photo.state === 'done')
  return {
    list,
    queue,
    ids: done.map((photo) => photo.id),
    kept: done.map(({ id, thumb }) => ({ id, thumb })),
    outstanding: outstanding(list),
    failed: list.filter((photo) => photo.state === 'failed'),
  }
}

export type PhotoGate = {
  /** `open`: the customer has asked to send and the photos are awaited. `stuck`: some did not get through. */
  state: 'closed' | 'open' | 'stuck'
  ask: () => void
  /** Goes on without the photos that have not arrived. */
  skip: () => void
  cancel: () => void
}

/** Lets something go out only when its photos have arrived, or the customer does not want to wait for them. */
export function usePhotoGate(photos: Photos, go: () => void): PhotoGate {
  const [state, setState] = useState<PhotoGate['state']>('closed')
  const failed = photos.failed.length
  useChange([state, photos.outstanding, failed], () => {
    if (state === 'stuck' && failed === 0) setState('closed')
    if (state !== 'open' || photos.outstanding > 0) return
    setState(failed > 0 ? 'stuck' : 'closed')
    if (failed === 0) go()
  })
  return {
    state,
    ask: () => {
      photos.queue.retry()
      setState('open')
    },
    skip: () => {
      for (const photo of photos.list) if (photo.state !== 'done') photos.queue.remove(photo.key)
      setState('open')
    },
    cancel: () => setState('closed'),
  }
}
