import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { OrderRow } from '#contracts/orders'
import { useZone } from '../../app/session.ts'
import { TimeText } from '../../app/TimeText.tsx'
import { useTicking } from '../../ui/ticking.ts'
import { formatInstant, spanText } from '../../ui/time.ts'
import { useMoney } from '../../ui/use-money.ts'
import styles from './orders.module.css'
import { useKindWord } from './use-kind-word.ts'
import { useStatusWord } from './use-status-word.ts'

/** One order of the list: number and state, who and what, what is missing, how long there is. */
export function OrderLine({ row, current = false }: { row: OrderRow; current?: boolean }) {
  const { t, i18n } = useTranslation(['orders', 'orders-desk'])
  const zone = useZone()
  const money = useMoney(row.currency)
  const statusWord = useStatusWord()
  const word = useKindWord(row.kind)
  return (
    <li id={`order-${row.id}`}>
      <Link
        to="/orders/$id"
        params={{ id: row.id }}
        className={styles.line}
        data-current={current}
        aria-current={current ? 'true' : undefined}
      >
        <span className={styles.number}>
          <b>{row.number}</b>
          <small>
            {t(`source.${row.source}`)} · {t(`kind.${row.kind}`)}
          </small>
        </span>
        <span className={styles.what}>
          <b>{row.summary || word('list.nothing')}</b>
          <small>
            {[row.customer || t('nameless'), row.shopName].filter(Boolean).join(' · ')} ·{' '}
            <TimeText at={row.placedAt} />
          </small>
        </span>
        <span className={styles.marks}>
          {row.gaps.length ? (
            <em data-tone="amber">
              {t('list.missing', {
                what: row.gaps.map((gap) => word(`gap.${gap}`)).join(t('common:list.and')),
              })}
            </em>
          ) : null}
          {row.warnings.map((warning) => (
            <em key={warning} data-tone="cinnabar">
              {warning === 'slow' && row.expectedAt
                ? t('orders-desk:list.slow', {
                    time: formatInstant(row.expectedAt, 'time', i18n.language, zone),
                  })
                : t(`warning.${warning}`, { defaultValue: warning })}
            </em>
          ))}
        </span>
        <span className={styles.money}>{money(row.totalMinor)}</span>
        <span className={styles.state}>
          <i data-status={row.status}>{statusWord(row)}</i>
          <Countdown row={row} />
        </span>
      </Link>
    </li>
  )
}

const SOON_MS = 5 * 60_000

/** To the promise; before there is one, until when somebody must have spoken to the customer. */
export function Countdown({ row }: { row: Pick<OrderRow, 'status' | 'promisedAt' | 'contactBy' | 'lateS'> }) {
  const { t } = useTranslation('orders')
  const over = ['delivered', 'reviewed', 'cancelled', 'refunded'].includes(row.status)
  const due = row.contactBy ?? row.promisedAt
  const kind = row.contactBy ? 'contact' : 'promise'
  const words = useTicking((now) => {
    if (!due) return ''
    const left = Date.parse(due) - now
    return t(left < 0 ? `due.${kind}Over` : `due.${kind}`, { span: spanText(t, left) })
  })
  const tone = useTicking((now) => {
    const left = due ? Date.parse(due) - now : SOON_MS + 1
    return left < 0 ? 'cinnabar' : left < SOON_MS ? 'amber' : 'calm'
  })
  if (over)
    return row.promisedAt && row.status !== 'cancelled' ? (
      <small data-tone={row.lateS >= 60 ? 'cinnabar' : 'leaf'}>
        {row.lateS >= 60 ? t('due.late', { span: spanText(t, row.lateS * 1000) }) : t('due.kept')}
      </small>
    ) : null
  return words ? <small data-tone={tone}>{words}</small> : null
}
