import { useTranslation } from 'react-i18next'
import type { Room } from '#contracts/incidents'
import { TimeText } from '../../../app/TimeText.tsx'
import styles from './sheet.module.css'
import { useSheetWords } from './use-sheet-words.ts'

/** What stood in a line before it was written anew, by whom and when; covered where the line itself is. */
export function SheetEarlier({ line }: { line: Room['sheet'][number] }) {
  const { t } = useTranslation('incidents')
  const words = useSheetWords()
  if (line.earlier.length === 0) return null
  return (
    <details className={styles.earlier}>
      <summary>{t('sheet.earlier', { count: line.earlier.length })}</summary>
      <ul>
        {[line, ...line.earlier].map((one, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what was written over never moves
          <li key={n}>
            <span>{n === 0 ? t('sheet.now') : words(line.field, one)}</span>
            <small>
              {one.by} {one.at ? <TimeText at={one.at} /> : null}
            </small>
          </li>
        ))}
      </ul>
    </details>
  )
}
