import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PHOTO_LIMIT } from '#contracts/channels'
import { uploadPhoto } from '../../app/api.ts'
import { CloseIcon, PhotoIcon } from '../../ui/icons.tsx'
import { useProblem } from '../../ui/use-problem.ts'
import styles from './counter.module.css'
import type { EntryPhoto } from './counter-entry.ts'
import { newSubmissionId } from './submission-id.ts'

type Props = { photos: EntryPhoto[]; onChange: (photos: EntryPhoto[]) => void }

/** Photos go up the moment they are taken, one after the other; without a network they stay on the phone until the entry goes out. */
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
      const photo = await uploadPhoto(file).catch((error: unknown) =>
        (error as { status?: number }).status === 0 ? onPhone(file) : problem(error),
      )
      if (photo) held = [...held, photo]
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
            <img src={photo.blob ? photo.url : `${photo.url}?size=thumb`} alt="" />
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

function onPhone(file: File): EntryPhoto {
  return { id: newSubmissionId(), url: URL.createObjectURL(file), blob: file }
}
