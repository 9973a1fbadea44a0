import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { TimelineEntry } from '#contracts/incidents'
import { useZone } from '../../../app/session.ts'
import { formatInstant } from '../../../ui/time.ts'
import { FileLinks } from './FileLinks.tsx'
import styles from './timeline.module.css'
import { useFactWords } from './use-fact-words.ts'

type Props = {
  entry: TimelineEntry
  /** Whose answer it is. */
  from?: string | undefined
  /** How often the same was done up to then. */
  times?: number
}

/** One line: facts are quiet, words of people stand out, decisions most of all. */
export function TimelineLine({ entry, from, times = 1 }: Props) {
  const { t, i18n } = useTranslation('incidents')
  const zone = useZone()
  const words = useFactWords()
  const time = formatInstant(entry.at, 'time', i18n.language, zone)
  const why = typeof entry.data.why === 'string' ? entry.data.why : ''
  return (
    <li className={styles.entry} data-kind={entry.kind}>
      <time dateTime={entry.at} title={formatInstant(entry.at, 'full', i18n.language, zone)}>
        {time}
      </time>
      <div>
        {entry.kind === 'fact' ? (
          <p>
            {words(entry)}
            {times > 1 ? t('timeline.times', { count: times }) : null}
          </p>
        ) : (
          <>
            <p className={styles.by}>
              <b>{t(`timeline.kind.${entry.fact || entry.kind}`)}</b>
              {entry.by || from}
              {entry.ticketId ? (
                <Link to="/tickets/$id" params={{ id: entry.ticketId }}>
                  {t('timeline.toTicket')}
                </Link>
              ) : null}
            </p>
            <p className={styles.text}>{entry.text}</p>
            {why ? <p className={styles.why}>{t('timeline.because', { why })}</p> : null}
          </>
        )}
        <FileLinks files={entry.files} />
      </div>
    </li>
  )
}

/** Calls that follow each other in one line; who was called opens below it. */
export function CallLine({ calls }: { calls: TimelineEntry[] }) {
  const { t, i18n } = useTranslation('incidents')
  const zone = useZone()
  const newest = calls[0]!
  const posts = new Map<string, Set<string>>()
  for (const { data } of calls) {
    const names = posts.get(String(data.postName)) ?? new Set<string>()
    for (const name of Array.isArray(data.names) ? (data.names as string[]) : []) names.add(name)
    posts.set(String(data.postName), names)
  }
  const rounds = new Set(calls.map(({ at }) => at)).size
  const count = new Set([...posts.values()].flatMap((names) => [...names])).size
  return (
    <li className={styles.entry} data-kind="fact">
      <time dateTime={newest.at} title={formatInstant(newest.at, 'full', i18n.language, zone)}>
        {formatInstant(newest.at, 'time', i18n.language, zone)}
      </time>
      <details className={styles.calls}>
        <summary>
          {t('timeline.calls', { posts: [...posts.keys()].join(t('common:list.and')), count })}
          {rounds > 1 ? t('timeline.times', { count: rounds }) : null}
        </summary>
        <ul>
          {[...posts].map(([post, names]) => (
            <li key={post}>
              {t('timeline.callsOne', { post, names: [...names].join(t('common:list.and')) })}
            </li>
          ))}
        </ul>
      </details>
    </li>
  )
}
