import { useTranslation } from 'react-i18next'
import styles from './Composer.module.css'
import type { Photo } from './use-photos.ts'

type Props = { list: Photo[]; busy: boolean; percent: number; limits: string[]; remove: (id: string) => void }

/** Photos that go with the message, how far those under way are, and how many and how large they may be. */
export function PhotoStrip({ list, busy, percent, limits, remove }: Props) {
  const { t } = useTranslation(['composer', 'tickets'])
  if (!list.length && !busy) return null
  return (
    <>
      <ul className={styles.photos}>
        {list.map((photo) => (
          <li key={photo.id}>
            <img src={photo.url} alt="" />
            <button type="button" aria-label={t('tickets:photo.remove')} onClick={() => remove(photo.id)}>
              ×
            </button>
          </li>
        ))}
      </ul>
      <p className={styles.limits} role="status">
        {busy ? t('photos.sending', { percent }) : limits.join(' · ')}
        {busy ? <progress max={100} value={percent} aria-label={t('photos.sending', { percent })} /> : null}
      </p>
    </>
  )
}
