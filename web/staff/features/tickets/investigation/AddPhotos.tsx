import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { PhotoIcon } from '../../../ui/icons.tsx'
import type { usePhotos } from '../composer/use-photos.ts'
import styles from './AddPhotos.module.css'

/** Photos going with a statement, an opinion or a piece of evidence. */
export function AddPhotos({ photos }: { photos: ReturnType<typeof usePhotos> }) {
  const { t } = useTranslation('investigation')
  const files = useRef<HTMLInputElement>(null)
  return (
    <div className={styles.strip}>
      {photos.list.map((photo) => (
        <span key={photo.id}>
          <img src={photo.url} alt="" />
          <button type="button" aria-label={t('photo.remove')} onClick={() => photos.remove(photo.id)}>
            ×
          </button>
        </span>
      ))}
      <button
        type="button"
        className={styles.add}
        aria-busy={photos.busy}
        onClick={() => files.current?.click()}
      >
        <PhotoIcon size={18} />
        {t(photos.busy ? 'photo.busy' : 'photo.add')}
      </button>
      <input
        ref={files}
        type="file"
        accept="image/*"
        multiple
        hidden
        aria-label={t('photo.add')}
        onChange={(event) => {
          photos.add(event.target.files)
          event.target.value = ''
        }}
      />
    </div>
  )
}
