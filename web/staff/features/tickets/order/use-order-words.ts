import { useTranslation } from 'react-i18next'
import type { OrderCard } from '#contracts/orders/outside'
import { houseZone } from '../../../ui/house-zone.ts'
import type { TracedOrder } from './order-queries.ts'

const MOST_SIGNS = 3900

/** Words about one order: what looks wrong with it, what it cost, its trace line by line. */
export function useOrderWords() {
  const { t, i18n } = useTranslation('orders-tracking')
  const time = new Intl.DateTimeFormat(i18n.language, {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: houseZone(),
  })
  const said = (value: unknown) =>
    typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  const line = ({ at, kind, byName, data }: TracedOrder['trace'][number]) => {
    const moved = kind === 'moved' ? t(`status.${said(data.to) as 'placed'}`, { defaultValue: '' }) : ''
    const what = [moved, data.item, data.station, data.reason, data.note, data.text].map(said).filter(Boolean)
    return [time.format(new Date(at)), t(`trace.${kind}`), what.join(' · '), byName]
      .filter(Boolean)
      .join('  ')
  }
  return {
    money: (minor: number, currency: string) =>
      new Intl.NumberFormat(i18n.language, { style: 'currency', currency }).format(minor / 100),
    suspicion: ({ code, data }: NonNullable<OrderCard['suspicion']>) =>
      t(`suspicion.${code as 'late'}`, {
        ...Object.fromEntries(Object.entries(data).map(([key, value]) => [key, said(value)])),
      }),
    traceText: (order: TracedOrder) => order.trace.map(line).join('\n').slice(0, MOST_SIGNS),
  }
}
