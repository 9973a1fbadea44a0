import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { Entry } from '#contracts/tickets'
import { useCan, useZone } from '../../app/session.ts'
import { TimeText } from '../../app/TimeText.tsx'
import { PlayRecording } from '../calls/index.ts'
import { factWords } from './fact-words.ts'
import styles from './Timeline.module.css'

const ALERT = [
  'alarm',
  'danger_heard',
  'alarm_repeated',
  'clock_breached',
  'escalated',
  'rejected',
  'reopened',
]

/** One line about what happened: who decided what, and on what ground. */
export function Fact({ entry }: { entry: Entry }) {
  const { t, i18n } = useTranslation(['tickets', 'links', 'channels'])
  const zone = useZone()
  const hears = useCan('tickets.hearCalls')
  const recorded = hears && entry.data.recording === true
  return (
    <p className={styles.fact} data-alert={ALERT.includes(entry.fact)}>
      <span>
        <TimeText at={entry.at} /> {factWords(t, entry, i18n.language, zone)}
        {entry.from ? ` · ${t('links:from', { number: entry.from.number })}` : ''}
      </span>
      {/* Its words come later: the answer being written below stays in sight meanwhile. */}
      {recorded ? (
        <Suspense fallback={null}>
          <PlayRecording callId={String(entry.data.callId)} />
        </Suspense>
      ) : null}
    </p>
  )
}
