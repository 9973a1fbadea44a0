import { useTranslation } from 'react-i18next'
import type { Playbook } from '#contracts/playbook'
import { HoursLine } from '../../ui/HoursLine.tsx'
import styles from './lists.module.css'
import { usePlaybookWords } from './use-playbook-words.ts'

/** Which hours count for the deadlines. */
export function CalendarsSection({ doc }: { doc: Playbook }) {
  const { t } = useTranslation('playbook-admin')
  const { say } = usePlaybookWords(doc)
  return (
    <ul className={styles.lines}>
      {doc.calendars.map((calendar) => (
        <li key={calendar.key}>
          <strong>{say(calendar.name)}</strong>
          <span>
            {t(`calendar.kind.${calendar.kind}`)}
            {calendar.week ? (
              <>
                <br />
                <HoursLine week={calendar.week} />
              </>
            ) : null}
          </span>
          <small>
            {calendar.kind === 'office'
              ? t(calendar.holidays ? 'calendar.holidays' : 'calendar.noHolidays')
              : ''}
          </small>
        </li>
      ))}
    </ul>
  )
}
