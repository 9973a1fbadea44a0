import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PHOTO_LIMIT } from '#contracts/channels'
import { uploadPhoto } from '../../app/api.ts'
import { CloseIcon, PhotoIcon } from '../../ui/icons.tsx'
import { useProblem } from '../../ui/use-problem.ts'
import styles from './counter.module.css'

type Photo = { id: string; url: string }
type Props = { photos: Photo[]; onChange: (photos: Photo[]) => void }

/** Photos go up the moment they are taken, one after the other. */
export function PhotoField({ photos, onChange }: Props) {
  const { t } = useTranslation('channels')
  const [busy, setBusy] = useState(false)
  const problem = useProblem()
  const add = async (files: File[]) => {
    setBusy(true)
    let held = photos
    for (const file of files.slice(0, PHOTO_LIMIT.count - photos.length)) {
      if (file.size > PHOTO_LIMIT.bytes) {
        problem(new Error(t('counter.photoTooBig')))
        continue
      }
      const photo = await uploadPhoto(file).catch(problem)
      if (photo) held = [...held, { id: photo.id, url: photo.url }]
      onChange(held)
    }
    setBusy(false)
  }
  return (
    <div>
      <span>{t('counter.photos')}</span>
      <div className={styles.photos}>
        {photos.map((photo) => (
          <span key={photo.id} className={styles.photo}>
            <img src={`${photo.url}?size=thumb`} alt="" />
            <button
              type="button"
              aria-label={t('counter.removePhoto')}
              onClick={() => onChange(photos.filter((other) => other.id !== photo.id))}
            >
              <CloseIcon size={12} />
            </button>
          </span>
        ))}
        {photos.length < PHOTO_LIMIT.count ? (
          <label className={styles.addPhoto} data-busy={busy}>
            <PhotoIcon size={20} />
            {t('counter.addPhoto')}
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
    </div>
  )
}
