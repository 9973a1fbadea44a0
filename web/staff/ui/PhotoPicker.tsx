import { useState } from 'react'
import { PHOTO_LIMIT } from '#contracts/channels'
import { CloseIcon, PhotoIcon } from './icons.tsx'
import styles from './PhotoPicker.module.css'
import { useProblem } from './use-problem.ts'

export type PickedPhoto = { id: string; url: string }
type Props<P extends PickedPhoto> = {
  photos: P[]
  onChange: (photos: P[]) => void
  words: { label: string; add: string; remove: string; tooBig: string; alt?: (n: number) => string }
  /** Sends one off; what it throws is said, and the photo is left out. */
  take: (file: File) => Promise<P>
  most?: number
}

/** Photos go up the moment they are taken, one after the other. */
export function PhotoPicker<P extends PickedPhoto>(props: Props<P>) {
  const { photos, onChange, words, take, most = PHOTO_LIMIT.count } = props
  const [busy, setBusy] = useState(false)
  const problem = useProblem()
  const add = async (files: File[]) => {
    setBusy(true)
    let held = photos
    for (const file of files.slice(0, most - photos.length)) {
      if (file.size > PHOTO_LIMIT.bytes) {
        problem(new Error(words.tooBig))
        continue
      }
      const photo = await take(file).catch(problem)
      if (photo) held = [...held, photo]
      onChange(held)
    }
    setBusy(false)
  }
  return (
    <fieldset className={styles.picker}>
      <legend>{words.label}</legend>
      <div className={styles.photos}>
        {photos.map((photo, n) => (
          <span key={photo.id} className={styles.photo}>
            <img src={thumbOf(photo)} alt={words.alt?.(n + 1) ?? ''} />
            <button
              type="button"
              aria-label={words.remove}
              onClick={() => onChange(photos.filter((other) => other.id !== photo.id))}
            >
              <CloseIcon size={12} />
            </button>
          </span>
        ))}
        {photos.length < most ? (
          <label className={styles.add} data-busy={busy}>
            <PhotoIcon size={20} />
            {words.add}
            <input
              type="file"
              accept="image/*"
              multiple
              disabled={busy}
              className="sr-only"
              onChange={(event) => {
                void add([...(event.target.files ?? [])])
                event.target.value = ''
              }}
            />
          </label>
        ) : null}
      </div>
    </fieldset>
  )
}

/** What is only on this machine yet has no smaller picture. */
const thumbOf = ({ url }: PickedPhoto) => (url.startsWith('blob:') ? url : `${url}?size=thumb`)
