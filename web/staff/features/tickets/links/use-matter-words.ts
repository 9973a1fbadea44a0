import { useTranslation } from 'react-i18next'
import type { SameMatter } from '#contracts/tickets/links'

/** 「92% · 同一订单、说法相近、相隔 1 小时内」: how sure, and what speaks for it. */
export function useMatterWords(): (matter: SameMatter) => string {
  const { t } = useTranslation('links')
  return ({ probability, reasons, state }) => {
    const why = reasons
      .filter(({ bits }) => bits > 0)
      .slice(0, 3)
      .map(({ what, data }) =>
        t(what === 'time' && !data?.hours ? 'matter.time_soon' : `matter.${what}`, data ?? {}),
      )
      .join(t('matter.join'))
    return t(`matter.${state}`, { percent: Math.min(99, Math.round(probability * 100)), why })
  }
}
