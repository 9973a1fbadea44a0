import { useTranslation } from 'react-i18next'
import type { Import, ImportCounts } from '#contracts/tickets/import'

const SHOWN: Record<Import['what'], readonly (keyof ImportCounts)[]> = {
  reviews: ['live', 'history', 'doubled', 'refused', 'emergencies'],
  customers: ['good', 'doubled', 'refused'],
  orders: ['good', 'doubled', 'refused'],
}

/** The numbers of a file that say something, in words. */
export function useCounts({ what, counts, seen }: Pick<Import, 'what' | 'counts'> & { seen?: number }) {
  const { t, i18n } = useTranslation('import')
  const number = new Intl.NumberFormat(i18n.language)
  const begun = (seen ?? counts.seen) > 0
  return SHOWN[what]
    .filter((key) => begun && counts[key] > 0)
    .map((key) => ({ key, name: t(`count.${key}`), text: number.format(counts[key]) }))
}
