import { useQueries } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Grant, Week } from '#contracts/people'
import { HoursLine } from '../../ui/HoursLine.tsx'
import { regionsQuery, shopsQuery } from '../people/index.ts'
import { isRecord } from './fact-lines.ts'

/** A value of an entry's data in words: lists joined, weeks as hours, grants as role and extent, ids of places as names. */
export function FactValue({ value }: { value: unknown }) {
  const { t, i18n } = useTranslation(['governance', 'people'])
  const [shops, regions] = useQueries({ queries: [shopsQuery, regionsQuery] })
  const places = new Map(
    [...(shops.data ?? []), ...(regions.data ?? [])].map((place) => [place.id, place.name]),
  )
  const comma = i18n.language === 'en' ? ', ' : '、'
  const week = Week.safeParse(value)
  if (week.success) return <HoursLine week={week.data} />
  return <>{say(value)}</>

  function say(held: unknown): string {
    if (held === null || held === undefined) return t('value.null')
    if (held === '') return t('value.empty')
    if (typeof held === 'boolean') return t(`value.${held}`)
    if (Array.isArray(held)) return held.length === 0 ? t('value.null') : held.map(say).join(comma)
    const grant = Grant.safeParse(held)
    if (grant.success) return sayGrant(grant.data)
    if (isRecord(held)) {
      return Object.entries(held)
        .map(([key, inner]) => `${t(`field.${key}`, { defaultValue: key })} ${say(inner)}`)
        .join(comma)
    }
    const word = String(held)
    return places.get(word) ?? t(`value.${word.replaceAll('.', '_')}`, { defaultValue: word })
  }

  function sayGrant({ role, extent }: Grant): string {
    const place =
      extent.kind === 'brand' ? undefined : extent.kind === 'region' ? extent.regionId : extent.shopId
    const reach = place ? (places.get(place) ?? t(`value.${extent.kind}`)) : t('people:staff.extent.brand')
    return t('value.grant', { role: t(`people:role.${role}`), reach })
  }
}
