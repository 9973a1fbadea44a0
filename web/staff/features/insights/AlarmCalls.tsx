import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { AlarmCall, AlarmRow } from '#contracts/insights'
import { useCan, useZone } from '../../app/session.ts'
import { useTicking } from '../../ui/ticking.ts'
import { dayIn, formatInstant } from '../../ui/time.ts'
import { dateTime } from '../../ui/use-when.ts'
import { calledWords, callWords, reachedNobody } from './call-words.ts'
import styles from './insights.module.css'

/** How often it has called and when next, in one line; whom each time by which means, below it. */
export function AlarmCalls({ called }: { called: AlarmRow['called'] }) {
  const { t, i18n } = useTranslation('insights')
  const zone = useZone()
  const maySetUp = useCan('notify.manage')
  const at = (instant: string) =>
    dayIn(zone, instant) === dayIn(zone, Date.now())
      ? formatInstant(instant, 'time', i18n.language, zone)
      : dateTime(instant, i18n.language)
  const line = useTicking((now) => calledWords(t, called, now, at))
  if (called.calls.length === 0) return <p className={styles.note}>{line}</p>
  const earlier = called.times - called.calls.length
  return (
    <div className={styles.calls}>
      <details>
        <summary>{line}</summary>
        <ol>
          {called.calls.map((call) => (
            <Call key={call.nth} call={call} at={at(call.at)} />
          ))}
        </ol>
        {earlier > 0 ? <p>{t('calls.earlier', { count: earlier })}</p> : null}
      </details>
      {maySetUp && reachedNobody(called) ? <Link to="/notify">{t('calls.setUp')}</Link> : null}
    </div>
  )
}

function Call({ call, at }: { call: AlarmCall; at: string }) {
  const { t } = useTranslation('insights')
  const { reached, missed } = callWords(t, call)
  return (
    <li>
      <b>{t('calls.nth', { n: call.nth })}</b>
      <time dateTime={call.at}>{at}</time>
      <span>
        {reached}
        {missed ? <em>{missed}</em> : null}
      </span>
    </li>
  )
}
