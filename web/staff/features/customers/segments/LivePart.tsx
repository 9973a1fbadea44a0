import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SegmentRule } from '#contracts/customers/segments'
import { CustomerLine } from '../CustomerLine.tsx'
import lines from '../customers.module.css'
import { CountText } from './CountText.tsx'
import { usePreview } from './segment-queries.ts'
import styles from './segments.module.css'
import { type Named, useSegmentWords } from './use-segment-words.ts'

const PAUSE_MS = 350

/** The rule as a sentence, how many that is now, and some of them; asked again when the person pauses. */
export function LivePart({ rule, named }: { rule: SegmentRule | null; named: Named }) {
  const { t } = useTranslation('segments')
  const say = useSegmentWords(named)
  const settled = useSettled(rule)
  const preview = usePreview(settled)
  const { data } = preview
  const waiting = preview.isFetching || (rule !== null && JSON.stringify(rule) !== JSON.stringify(settled))
  return (
    <aside className={styles.live} aria-label={t('title')}>
      <div className={styles.now}>
        <p className={styles.sentence}>{say(rule ?? settled)}</p>
        <p className={styles.big} role="status" data-waiting={waiting ? '' : undefined}>
          {data ? <CountText counted={data} /> : t(preview.error ? 'countFailed' : 'counting')}
        </p>
      </div>
      {data?.examples.length ? (
        <>
          <h2>{t('examples')}</h2>
          <ul className={lines.list} aria-label={t('examples')}>
            {data.examples.map((row) => (
              <CustomerLine key={row.id} row={row} />
            ))}
          </ul>
        </>
      ) : null}
      {data?.count === 0 ? <p className={styles.note}>{t('nobody')}</p> : null}
    </aside>
  )
}

/** The last whole rule, once nothing has changed for a moment. */
function useSettled(rule: SegmentRule | null): SegmentRule {
  const [settled, setSettled] = useState<SegmentRule>(rule ?? { join: 'all', of: [] })
  const text = JSON.stringify(rule)
  useEffect(() => {
    if (text === 'null') return
    const timer = setTimeout(() => setSettled(JSON.parse(text) as SegmentRule), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
