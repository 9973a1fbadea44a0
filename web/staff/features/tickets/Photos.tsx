import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AttachmentView } from '#contracts/channels'
import { BackIcon, ChevronIcon, CloseIcon } from '../../ui/icons.tsx'
import { Files } from './Files.tsx'
import { isPicture } from './file-words.ts'
import box from './Photos.module.css'
import styles from './Timeline.module.css'

/** Thumbnails with whatever is no picture below them; a press shows the photo over the whole window, arrows go on to the next. */
export function Photos({ photos: all }: { photos: AttachmentView[] }) {
  return (
    <>
      <Pictures photos={all.filter(isPicture)} />
      <Files files={all} />
    </>
  )
}

function Pictures({ photos }: { photos: AttachmentView[] }) {
  const { t } = useTranslation('tickets')
  const dialog = useRef<HTMLDialogElement>(null)
  const [at, setAt] = useState(0)
  if (photos.length === 0) return null
  const shown = photos[at]
  const move = (by: number) => setAt((at + by + photos.length) % photos.length)
  const show = (index: number) => {
    setAt(index)
    dialog.current?.showModal()
  }
  return (
    <>
      <div className={styles.photos}>
        {photos.map((photo, index) => (
          <button
            key={photo.id}
            type="button"
            onClick={() => show(index)}
            aria-label={t('photo.open', { count: index + 1 })}
          >
            <img src={`${photo.url}${photo.url.includes('?') ? '&' : '?'}size=thumb`} alt="" loading="lazy" />
          </button>
        ))}
      </div>
      <dialog
        ref={dialog}
        className={box.box}
        aria-label={t('photo.view')}
        onKeyDown={(event) => {
          event.stopPropagation()
          if (event.key === 'ArrowRight') move(1)
          if (event.key === 'ArrowLeft') move(-1)
        }}
      >
        {shown ? (
          <img
            src={shown.url}
            alt={t('photo.open', { count: at + 1 })}
            width={shown.width}
            height={shown.height}
          />
        ) : null}
        <button
          type="button"
          className={box.close}
          onClick={() => dialog.current?.close()}
          aria-label={t('photo.close')}
        >
          <CloseIcon size={22} />
        </button>
        {photos.length > 1 ? (
          <>
            <button
              type="button"
              className={box.before}
              onClick={() => move(-1)}
              aria-label={t('photo.before')}
            >
              <BackIcon size={26} />
            </button>
            <button type="button" className={box.after} onClick={() => move(1)} aria-label={t('photo.after')}>
              <ChevronIcon size={26} />
            </button>
          </>
        ) : null}
      </dialog>
    </>
  )
}
