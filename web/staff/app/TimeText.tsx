import { useTranslation } from 'react-i18next'
import { useTicking } from '../ui/ticking.ts'
import { agoText, formatInstant } from '../ui/time.ts'
import { useZone } from './session.ts'

/** When something happened: relative while fresh, exact on hover. */
export function TimeText({ at, className }: { at: string; className?: string | undefined }) {
  const { t, i18n } = useTranslation()
  const zone = useZone()
  const words = useTicking((now) => agoText(t, at, now, i18n.language, zone))
  return (
    <time dateTime={at} title={formatInstant(at, 'full', i18n.language, zone)} className={className}>
      {words}
    </time>
  )
}
