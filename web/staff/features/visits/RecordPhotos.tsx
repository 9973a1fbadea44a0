import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PHOTO_LIMIT } from '#contracts/channels'
import { uploadPhoto } from '../../app/api.ts'
import { CloseIcon, PhotoIcon } from '../../ui/icons.tsx'
import { useProblem } from '../../ui/use-problem.ts'
import styles from './visits.module.css'

type Photo = { id: string; url: string }
const MOST = 9

/** Photos go up as they are taken; they belong to the record and open only with it. */
export function RecordPhotos({ photos, change }: { photos: Photo[]; change: (photos: Photo[]) => void }) {
  const { t } = useTranslation('orders-visits')
  const [busy, setBusy] = useState(false)
  const problem = useProblem()
  const add = async (files: File[]) => {
    setBusy(true)
    let held = photos
    for (const file of files.slice(0, MOST - photos.length)) {
      if (file.size > PHOTO_LIMIT.bytes) {
        problem(new Error(t('record.photoTooBig')))
        continue
      }
      const photo = await uploadPhoto(file).catch(problem)
      if (photo) held = [...held, { id: photo.id, url: URL.createObjectURL(file) }]
      change(held)
    }
    setBusy(false)
  }
  return (
    <fieldset className={styles.plain}>
      <legend>{t('record.photos')}</legend>
      <div className={styles.photos}>
        {photos.map((photo, n) => (
          <span key={photo.id}>
            <img
              src={photo.url.startsWith('blob:') ? photo.url : `${photo.url}?size=thumb`}
              alt={t('record.photoAlt', { n: n + 1 })}
            />
            <button
              type="button"
              aria-label={t('record.remove')}
              onClick={() => change(photos.filter((other) => other.id !== photo.id))}
            >
              <CloseIcon size={12} />
            </button>
          </span>
        ))}
        {photos.length < MOST ? (
          <label data-busy={busy}>
            <PhotoIcon size={20} />
            {t('record.addPhoto')}
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
