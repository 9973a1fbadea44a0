import { useTranslation } from 'react-i18next'
import type { MergeVerdict } from '#contracts/tickets/links'

/** Why two tickets cannot be merged, in a few words; empty when they can. */
export function useLinkWords(): { verdict: (verdict: MergeVerdict) => string } {
  const { t } = useTranslation('links')
  return {
    verdict: (verdict) => (verdict === 'yes' || verdict === 'confirm' ? '' : t(`verdict.${verdict}`)),
  }
}
