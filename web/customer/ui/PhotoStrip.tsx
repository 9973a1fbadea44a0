import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { PHOTO_COUNT, type Photo } from '../sending/photo-queue.ts'
import type { Photos } from '../sending/use-photos.ts'
import { fill, type Words } from '../words.ts'
import { Icon } from './icons.tsx'
import { useReader } from './reader.ts'

type PhotoStripProps = { photos: Photos; label: string; hint?: string; faultId?: string }

/** Photos with how far each has come; add, retry, remove. */
export function PhotoStrip({ photos, label, hint, faultId }: PhotoStripProps): JSX.Element {
  const { w } = useReader()
  const [leftOut, setLeftOut] = useState(false)
  const { list, queue } = photos
  const choose = (event: { currentTarget: HTMLInputElement }): void => {
    const input = event.currentTarget
    setLeftOut(queue.add(Array.from(input.files ?? [])) > 0)
    // Else the same photo could not be chosen again after it was removed.
    input.value = ''
  }
  const troubles = list.map((photo, index) => ({ photo, n: index + 1 })).filter(({ photo }) => photo.trouble)
  return (
    <fieldset class="plain" id="field-photos" aria-describedby={faultId}>
      <legend class="unseen">{label}</legend>
      <ul class="photos">
        {list.map((photo, index) => (
          <Tile
            key={photo.key}
            photo={photo}
            n={index + 1}
            onRemove={() => queue.remove(photo.key)}
            onRetry={() => queue.retry(photo.key)}
          />
        ))}
        {list.length < PHOTO_COUNT && (
          <li>
            <label class={list.length === 0 ? 'photo-add photo-add-first' : 'photo-add'}>
              <input type="file" accept="image/*" multiple onChange={choose} aria-label={w.photos.add} />
              <Icon name="plus" />
              {list.length === 0 && <span>{label}</span>}
            </label>
          </li>
        )}
      </ul>
      {hint && list.length === 0 && <p class="hint-line">{hint}</p>}
      <div aria-live="polite">
        {troubles.map(({ photo, n }) => (
          <p class="fault" key={photo.key}>
            {fill(w.photos.trouble, { n, why: sentenceOf(photo, w) })}
          </p>
        ))}
        {leftOut && <p class="quiet">{fill(w.photos.limit, { n: PHOTO_COUNT })}</p>}
      </div>
    </fieldset>
  )
}

type TileProps = { photo: Photo; n: number; onRemove: () => void; onRetry: () => void }

function Tile({ photo, n, onRemove, onRetry }: TileProps): JSX.Element {
  const { w } = useReader()
  const retryable = photo.trouble === 'network'
  return (
    <li
      class={`photo photo-${photo.state}`}
      aria-label={`${fill(w.photos.photo, { n })} ${stateOf(photo, w)}`}
    >
      {photo.thumb ? <img src={photo.thumb} alt="" /> : <Icon name="picture" />}
      {photo.state === 'uploading' && (
        <span class="photo-bar">
          <i style={{ width: `${Math.round(photo.share * 100)}%` }} />
        </span>
      )}
      {retryable && (
        <button type="button" class="photo-retry" onClick={onRetry} aria-label={fill(w.photos.retry, { n })}>
          <Icon name="again" />
        </button>
      )}
      <button type="button" class="photo-remove" onClick={onRemove} aria-label={fill(w.photos.remove, { n })}>
        <i>
          <Icon name="cross" />
        </i>
      </button>
    </li>
  )
}

function stateOf(photo: Photo, w: Words): string {
  if (photo.state === 'done') return w.photos.done
  if (photo.state === 'uploading') return fill(w.photos.uploading, { n: Math.round(photo.share * 100) })
  return photo.trouble ? sentenceOf(photo, w) : w.photos.preparing
}

function sentenceOf(photo: Photo, w: Words): string {
  if (photo.detail) return photo.detail
  if (photo.trouble === 'tooBig') return w.photos.tooBig
  return photo.trouble === 'network' ? w.photos.noNetwork : w.photos.unreadable
}
