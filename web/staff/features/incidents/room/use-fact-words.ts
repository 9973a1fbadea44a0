import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { TimelineEntry } from '#contracts/incidents'

/** A fact as a sentence; one that this page does not know yet says what was written with it. */
export function useFactWords(): (entry: Pick<TimelineEntry, 'fact' | 'by' | 'text' | 'data'>) => string {
  const { t } = useTranslation(['incidents', 'common'])
  return useCallback(
    ({ fact, by, text, data }) => {
      const values = Object.fromEntries(
        Object.entries(data).map(([key, value]) => [
          key,
          Array.isArray(value) ? value.join(t('common:list.and')) : value,
        ]),
      )
      const key = fact === 'shops' ? shopsFact(data) : fact
      const who = by || t('by.system')
      const said = text ? `${t('fact.colon')}${text}` : ''
      return t(`fact.${key}`, {
        ...values,
        who,
        text,
        said,
        defaultValue: [who, text].filter(Boolean).join(' '),
      })
    },
    [t],
  )
}

/** Which shops came in and which went out: one sentence for each of the three cases. */
function shopsFact({ joined, left }: Record<string, unknown>): string {
  const some = (list: unknown) => Array.isArray(list) && list.length > 0
  return some(joined) ? (some(left) ? 'shops_both' : 'shops_joined') : some(left) ? 'shops_left' : 'shops'
}
