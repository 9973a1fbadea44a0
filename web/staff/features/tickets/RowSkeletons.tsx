import { useTranslation } from 'react-i18next'
import { Bone } from '../../ui/states.tsx'
import styles from './InboxList.module.css'

/** Rows in the shape of tickets, while the tickets come. */
export function RowSkeletons({ rows }: { rows: number }) {
  const { t } = useTranslation()
  return (
    <div role="status" aria-label={t('state.loading')}>
      {Array.from({ length: rows }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the bones never move
        <div key={i} className={styles.skeleton}>
          <Bone width={`${[46, 58, 40][i % 3]}%`} />
          <Bone width="94%" />
          <Bone width={`${[30, 38, 26][i % 3]}%`} height={10} />
        </div>
      ))}
    </div>
  )
}
