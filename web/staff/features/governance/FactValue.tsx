import { useTranslation } from 'react-i18next'
import { Week } from '#contracts/people'
import { HoursLine } from '../../ui/HoursLine.tsx'
import { isRecord } from './fact-lines.ts'

/** A value of an entry's data in words: lists joined, weeks as hours, yes and no instead of true and false. */
export function FactValue({ value }: { value: unknown }) {
  const { t } = useTranslation('governance')
  const week = Week.safeParse(value)
  if (week.success) return <HoursLine week={week.data} />
  return <>{say(value)}</>

  function say(held: unknown): string {
    if (held === null || held === undefined) return t('value.null')
    if (held === '') return t('value.empty')
    if (typeof held === 'boolean') return t(`value.${held}`)
    if (Array.isArray(held)) return held.length === 0 ? t('value.null') : held.map(say).join('、')
    if (isRecord(held)) {
      return Object.entries(held)
        .map(([key, inner]) => `${t(`field.${key}`, { defaultValue: key })} ${say(inner)}`)
        .join('，')
    }
    return String(held)
  }
}
