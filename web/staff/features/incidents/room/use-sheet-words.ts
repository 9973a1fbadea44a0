import { useTranslation } from 'react-i18next'
import type { Room } from '#contracts/incidents'
import { useZone } from '../../../app/session.ts'
import { formatInstant } from '../../../ui/time.ts'

type Line = Room['sheet'][number]

/** A value of the sheet as it is read: covered, not filled in, or in the words of its kind. */
export function useSheetWords(): (field: Line['field'], filled: Pick<Line, 'value' | 'masked'>) => string {
  const { t, i18n } = useTranslation('incidents')
  const zone = useZone()
  return ({ kind, choices }, { value, masked }) => {
    if (masked) return t('sheet.masked')
    if (!value) return t('sheet.empty')
    if (kind === 'choice') return choices.find(({ key }) => key === value)?.name ?? value
    if (kind === 'instant' && !Number.isNaN(Date.parse(value)))
      return formatInstant(value, 'full', i18n.language, zone)
    return value
  }
}
