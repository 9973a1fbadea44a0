import { useTranslation } from 'react-i18next'
import { useZone } from '../../../app/session.ts'
import { useTicking } from '../../../ui/ticking.ts'
import { dayIn, formatInstant, spanText } from '../../../ui/time.ts'
import styles from './TodoRow.module.css'

const SOON_MS = 4 * 3_600_000

/** How long there still is for a task, or since when it is late; the exact instant on hover. */
export function DueText({ dueAt }: { dueAt: string }) {
  const { t, i18n } = useTranslation(['tasks', 'common'])
  const zone = useZone()
  const due = Date.parse(dueAt)
  const tone = useTicking((now) => (now >= due ? 'late' : due - now < SOON_MS ? 'soon' : 'calm'))
  const words = useTicking((now) => {
    if (now >= due) return t('due.over', { span: spanText(t as never, now - due) })
    if (due - now < SOON_MS) return t('due.left', { span: spanText(t as never, due - now) })
    const time = formatInstant(due, 'time', i18n.language, zone)
    const sameDay = dayIn(zone, due) === dayIn(zone, now)
    return t('due.at', { at: sameDay ? time : `${formatInstant(due, 'day', i18n.language, zone)} ${time}` })
  })
  return (
    <time
      className={styles.due}
      data-tone={tone}
      dateTime={dueAt}
      title={formatInstant(due, 'full', i18n.language, zone)}
    >
      {words}
    </time>
  )
}
