import { useTranslation } from 'react-i18next'
import type { OrderKind, OrderView, TraceLine } from '#contracts/orders'
import { useZone } from '../../app/session.ts'
import { formatInstant } from '../../ui/time.ts'
import { useMoney } from '../../ui/use-money.ts'

const plain = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

/** What a line of the trace says in one sentence, and why one looks wrong. */
export function useTraceWords(currency = 'CNY', kind: OrderKind = 'delivery') {
  const { t, i18n } = useTranslation(['orders', 'orders-desk', 'orders-tracking', 'orders-visits'])
  const zone = useZone()
  const money = useMoney(currency)
  const minutes = (seconds: unknown) => (typeof seconds === 'number' ? Math.round(seconds / 60) : 0)
  const time = (at: unknown) => (plain(at) ? formatInstant(plain(at), 'time', i18n.language, zone) : '')
  const dayTime = (at: unknown) =>
    plain(at) ? `${formatInstant(plain(at), 'day', i18n.language, zone)} ${time(at)}` : ''
  const delay = (byMin: unknown) =>
    typeof byMin === 'number' && byMin > 0 ? t('orders:trace.delay', { count: byMin }) : ''
  const word = (key: string, fallback = '') => t(key, { defaultValue: fallback })

  const status = kind === 'visit' ? 'orders-visits:status' : 'orders:status'
  const detail = ({ kind, data }: TraceLine): string => {
    switch (kind) {
      case 'visit':
        return [
          t(`orders-visits:trace.${plain(data.what)}`, { time: dayTime(data.startsAt), defaultValue: '' }),
          plain(data.therapist),
          plain(data.room),
          data.askedBy === 'shop' ? t('orders-visits:trace.byShop') : '',
          data.askedBy === 'customer' ? t('orders-visits:trace.byCustomer') : '',
          plain(data.reason),
          plain(data.note),
        ]
          .filter(Boolean)
          .join(' · ')
      case 'aftercare':
        return t(`orders-visits:trace.${plain(data.what)}`, { day: plain(data.day), defaultValue: '' })
      case 'placed':
        return [word(`orders:source.${plain(data.source)}`), word(`orders:kind.${plain(data.kind)}`)]
          .filter(Boolean)
          .join(' · ')
      case 'moved':
        return [plain(data.reason), plain(data.note)].filter(Boolean).join(' · ')
      case 'changed':
        return (Array.isArray(data.fields) ? data.fields : [])
          .map((field) => word(`orders:field.${plain(field)}`))
          .filter(Boolean)
          .join(t('common:list.and'))
      case 'contacted':
        return [word(`orders:contact.${plain(data.result)}`), plain(data.note)].filter(Boolean).join(' · ')
      case 'promised':
        return [time(data.at), plain(data.reason)].filter(Boolean).join(' · ')
      case 'told':
        return [plain(data.text), word(`orders:way.${plain(data.way)}`)].filter(Boolean).join('  ')
      case 'item_made':
        return [
          ...dish(data),
          t('orders:trace.took', { count: minutes(data.tookS), standard: minutes(data.standardS) }),
        ].join(' · ')
      case 'batches':
        return [plain(data.item), ...batches(data.batches)].filter(Boolean).join(' · ')
      case 'slow':
        return [
          ...dish(data),
          data.etaAt ? t('orders-tracking:etaAt', { time: time(data.etaAt) }) : '',
          delay(data.lateMin ?? data.byMin),
          data.proposedAt ? t('orders-desk:slow.proposed', { time: time(data.proposedAt) }) : '',
        ]
          .filter(Boolean)
          .join(' · ')
      case 'handed_over':
        return [word(`orders-desk:proof.of.${plain(data.proof)}`), plain(data.reason)]
          .filter(Boolean)
          .join(' · ')
      case 'ticket':
        return plain(data.number)
      case 'late':
        return word(`orders:trace.late.${plain(data.what)}`)
      case 'trouble':
        return [
          word(`orders:trouble.${plain(data.kind)}`, plain(data.kind)),
          delay(data.delayMin),
          plain(data.note),
        ]
          .filter(Boolean)
          .join(' · ')
      case 'address':
        return plain(data.area)
      case 'reviewed':
        return [word(`orders:mark.${plain(data.mark)}`), plain(data.words)].filter(Boolean).join(' · ')
      case 'paid':
      case 'refunded':
        return [
          typeof data.amountMinor === 'number' ? money(data.amountMinor) : '',
          plain(data.ticket),
          plain(data.reason),
        ]
          .filter(Boolean)
          .join(' · ')
      default:
        return [...dish(data), plain(data.rider), plain(data.reason), plain(data.note)]
          .filter(Boolean)
          .join(' · ')
    }
  }
  return {
    /** A move is called by where it went. */
    title: ({ kind, data }: TraceLine) =>
      (kind === 'moved' ? word(`${status}.${plain(data.to)}`) : '') ||
      t(`orders-tracking:trace.${kind}`, { defaultValue: t(`orders:trace.${kind}`, { defaultValue: kind }) }),
    detail,
    suspicion: ({ code, data }: OrderView['suspicions'][number]) =>
      t(`orders:suspicion.${code}`, {
        ...Object.fromEntries(Object.entries(data).map(([key, value]) => [key, plain(value)])),
      }),
  }
}

function dish(data: TraceLine['data']): string[] {
  return [plain(data.item), plain(data.station)].filter(Boolean)
}

function batches(used: unknown): string[] {
  if (!Array.isArray(used)) return []
  return used.map((one: unknown) => {
    if (typeof one !== 'object' || one === null) return plain(one)
    const { ingredient, code } = one as { ingredient?: unknown; code?: unknown }
    return [plain(ingredient), plain(code)].filter(Boolean).join(' ')
  })
}
