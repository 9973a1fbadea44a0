import { useTranslation } from 'react-i18next'
import type { Room } from '#contracts/incidents'

/** Whether the customer of a ticket has been answered, in words. */
export function useAnsweredWords(): (ticket: Pick<Room['linked'][number], 'closed' | 'answered'>) => string {
  const { t } = useTranslation('incidents')
  return ({ closed, answered }) =>
    t(`affected.complained.${closed ? 'closed' : answered ? 'answered' : 'unanswered'}`)
}
