import { useTranslation } from 'react-i18next'
import { CheckIcon } from '../../ui/icons.tsx'
import styles from './kitchen.module.css'
import type { Taps } from './use-taps.ts'

/** The last tap, for some seconds, with the way back. */
export function UndoBar({ taps }: { taps: Taps }) {
  const { t } = useTranslation('orders-kitchen')
  const { last } = taps
  return (
    <div className={styles.undoPlace} role="status">
      {last ? (
        <div className={styles.undo}>
          <CheckIcon size={26} />
          <span>{t(`did.${last.kept.tap.kind}`, { number: last.kept.number, item: last.kept.item })}</span>
          <button type="button" onClick={taps.undo}>
            {t('undo')}
          </button>
        </div>
      ) : null}
    </div>
  )
}
