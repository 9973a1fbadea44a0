import { useTranslation } from 'react-i18next'

/** Minor units of a currency as people write them: ¥30, ¥12.50. */
export function useMoney(currency: string): (minor: number) => string {
  const { i18n } = useTranslation()
  return (minor) =>
    new Intl.NumberFormat(i18n.language, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      minimumFractionDigits: minor % 100 === 0 ? 0 : 2,
    }).format(minor / 100)
}
