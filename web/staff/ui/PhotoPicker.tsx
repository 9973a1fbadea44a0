import { PHOTO_LIMIT } from '#contracts/channels'
import { CloseIcon, PhotoIcon } from './icons.tsx'
import styles from './PhotoPicker.module.css'
import { type FilesField, useUpload } from './use-upload.ts'

export type PickedPhoto = { id: string; url: string }
type Props<P extends PickedPhoto> = FilesField<P> & {
  photos: P[]
  words: { label: string; add: string; remove: string; tooBig: string; alt?: (n: number) => string }
  /** Sends one off; what it throws is said, and the photo is left out. */
  take: (file: File) => Promise<P>
  most?: number
}

/** Photos of a form, from the phone's camera or from its files. */
export function PhotoPicker<P extends PickedPhoto>(props: Props<P>) {
  const { photos, onChange, busy, onBusy, words, take, most = PHOTO_LIMIT.count } = props
  const add = useUpload({ onChange, onBusy, take, tooBig: () => words.tooBig })
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
              onClick={() => onChange((now) => now.filter((other) => other.id !== photo.id))}
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
                void add([...(event.target.files ?? [])].slice(0, most - photos.length))
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
