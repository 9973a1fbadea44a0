import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { houseZone } from './house-zone.ts'

/** Words for an instant: relative under a day, absolute after. */
export function useWhen(): (instant: string) => string {
  const { t, i18n } = useTranslation()
  return useCallback(
    (instant: string) => {
      const minutes = Math.floor((Date.now() - Date.parse(instant)) / 60_000)
      if (minutes >= 0 && minutes < 1) return t('time.now')
      if (minutes >= 0 && minutes < 60) return t('time.minutesAgo', { count: minutes })
      if (minutes >= 0 && minutes < 24 * 60) return t('time.hoursAgo', { count: Math.floor(minutes / 60) })
      return dateTime(instant, i18n.language)
    },
    [t, i18n.language],
  )
}

/** Date and minute on the brand's clock, with the year only when it is not this one. */
export function dateTime(instant: string, language: string, seconds = false): string {
  const date = new Date(instant)
  const timeZone = houseZone()
  const yearOf = (at: Date) => at.toLocaleDateString('en-CA', { timeZone, year: 'numeric' })
  const year = yearOf(date) === yearOf(new Date()) ? undefined : 'numeric'
  return new Intl.DateTimeFormat(language, {
    year,
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: seconds ? '2-digit' : undefined,
    hourCycle: 'h23',
    timeZone,
  }).format(date)
}
