import { useTranslation } from 'react-i18next'
import { useZone } from '../../app/session.ts'
import { Ring, type Tone } from '../../ui/Meter.tsx'
import { useTicking } from '../../ui/ticking.ts'
import { formatInstant } from '../../ui/time.ts'
import styles from './clock.module.css'
import { countdown, dueLook } from './due-look.ts'

type Props = { from: string; dueAt: string; big?: boolean }

/** How long there still is, or for how long it has been over; counts by the second, the exact time on hover. */
export function DueClock({ from, dueAt, big = false }: Props) {
  const { t, i18n } = useTranslation(['incidents', 'common'])
  const zone = useZone()
  const tone = useTicking((now) => dueLook(from, dueAt, now).tone) as Tone
  const share = useTicking((now) => Math.round(dueLook(from, dueAt, now).share * 100) / 100)
  const words = useTicking((now) => {
    const look = dueLook(from, dueAt, now)
    return t(look.over ? 'clock.over' : 'clock.left', { span: countdown(t as never, look.span) })
  })
  return (
    <span
      className={styles.clock}
      data-tone={tone}
      data-big={big}
      title={t('clock.dueAt', { at: formatInstant(dueAt, 'full', i18n.language, zone) })}
    >
      <Ring share={share} tone={tone} size={big ? 26 : 16} />
      <time dateTime={dueAt}>{words}</time>
    </span>
  )
}
