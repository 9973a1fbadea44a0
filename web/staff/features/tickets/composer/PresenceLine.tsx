import { useTranslation } from 'react-i18next'
import type { Presence } from '#contracts/tickets/composer'
import { useTicking } from '../../../ui/ticking.ts'
import styles from './ComposerNotes.module.css'
import { useComposer, useServerClock } from './composer-queries.ts'

/** Everybody else on this ticket who has been heard of lately. */
export function useOthers(ticketId: string): Presence[] {
  const { data } = useComposer(ticketId)
  const ahead = useServerClock(ticketId)
  const all = data?.presence ?? []
  const here = useTicking((now) =>
    all
      .filter((one) => Date.parse(one.until) > now + ahead)
      .map((one) => one.staffId)
      .join(),
  )
  return all.filter((one) => here.includes(one.staffId))
}

export function namesOf(others: readonly Presence[], state: Presence['state'], join: string): string {
  return others
    .filter((one) => one.state === state)
    .map((one) => one.name)
    .join(join)
}

/** Over the composer: 王芳正在回复, 李强在看. */
export function PresenceLine({ others, writing }: { others: Presence[]; writing: boolean }) {
  const { t } = useTranslation('composer')
  if (!others.length) return null
  const replying = namesOf(others, 'replying', t('presence.join'))
  const viewing = namesOf(others, 'viewing', t('presence.join'))
  const words =
    replying && writing
      ? t('presence.also', { names: replying })
      : replying && viewing
        ? t('presence.both', { replying, viewing })
        : replying
          ? t('presence.replying', { names: replying })
          : t('presence.viewing', { names: viewing })
  return (
    <p className={styles.presence} role="status" data-warn={Boolean(replying && writing)}>
      <span className={styles.faces} aria-hidden="true">
        {others.slice(0, 4).map((one) => (
          <i key={one.staffId} data-writing={one.state === 'replying'}>
            {faceOf(one.name)}
          </i>
        ))}
      </span>
      {words}
    </p>
  )
}

/** The given name's last character, or two initials. */
function faceOf(name: string): string {
  if (/\p{Script=Han}/u.test(name)) return name.slice(-1)
  return name
    .split(/\s+/)
    .map((part) => part[0] ?? '')
    .join('')
    .slice(0, 2)
    .toUpperCase()
}
