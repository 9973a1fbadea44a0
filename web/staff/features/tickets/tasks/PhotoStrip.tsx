import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { PhotoIcon } from '../../../ui/icons.tsx'
import type { usePhotos } from '../composer/use-photos.ts'
import styles from './TodoSheet.module.css'

/** Photos of an answer: on a phone the button opens the camera. */
export function PhotoStrip({ photos }: { photos: ReturnType<typeof usePhotos> }) {
  const { t } = useTranslation(['tasks', 'tickets'])
  const files = useRef<HTMLInputElement>(null)
  return (
    <ul className={styles.photos}>
      {photos.list.map((photo) => (
        <li key={photo.id}>
          <img src={photo.url} alt="" />
          <button
            type="button"
            className={styles.remove}
            aria-label={t('tickets:photo.remove')}
            onClick={() => photos.remove(photo.id)}
          >
            ×
          </button>
        </li>
      ))}
      <li>
        <button
          type="button"
          className={styles.camera}
          aria-busy={photos.busy}
          onClick={() => files.current?.click()}
        >
          <PhotoIcon size={20} />
          {t('sheet.photo')}
        </button>
      </li>
      <input
        ref={files}
        type="file"
        accept="image/*"
        capture="environment"
        multiple
        hidden
        aria-label={t('sheet.photo')}
        onChange={(event) => {
          photos.add(event.target.files)
          event.target.value = ''
        }}
      />
    </ul>
  )
}
