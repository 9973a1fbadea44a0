import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { CompensationWarning, EarlierCompensation } from '#contracts/tickets/compensation'
import { TimeText } from '../../../app/TimeText.tsx'
import { WarnIcon } from '../../../ui/icons.tsx'
import styles from './Approval.module.css'
import { formatMoney } from './money.ts'
import { useGiftWords } from './use-gift-words.ts'

type Earlier = Omit<EarlierCompensation, 'ticketId'> & { ticketId?: string | null }

/** The same customer or order has got something already: every one with its amount and date. */
export function EarlierList({ earlier }: { earlier: readonly Earlier[] }) {
  const { t } = useTranslation('compensation')
  const gift = useGiftWords(earlier[0]?.currency ?? 'CNY')
  return (
    <ul className={styles.earlier}>
      {earlier.map((one) => (
        <li key={one.id}>
          <b>{gift(one)}</b>
          <span>
            {t(`same.${one.same}`)} · <TimeText at={one.at} />
            {one.state === 'waiting' ? ` · ${t('state.waiting')}` : null} ·{' '}
            {one.ticketId ? (
              <Link to="/tickets/$id" params={{ id: one.ticketId }}>
                {one.number}
              </Link>
            ) : (
              one.number
            )}
            {one.title ? ` ${one.title}` : null}
          </span>
        </li>
      ))}
    </ul>
  )
}

export function DoubleWarning({ earlier, days }: { earlier: readonly Earlier[]; days: number }) {
  const { t } = useTranslation('compensation')
  if (earlier.length === 0) return null
  return (
    <div className={styles.alert} role="alert">
      <WarnIcon />
      <div>
        <b>{t('double.title', { count: earlier.length, days })}</b>
        <EarlierList earlier={earlier} />
      </div>
    </div>
  )
}

/** What the proposer saw and confirmed, for whoever decides. */
export function Warnings({
  warnings,
  currency,
}: {
  warnings: readonly CompensationWarning[]
  currency: string
}) {
  const { t, i18n } = useTranslation('compensation')
  const money = (minor: number) => formatMoney(minor, currency, i18n.language)
  if (warnings.length === 0) return null
  return (
    <ul className={styles.warnings}>
      {warnings.map((warning) => (
        <li key={warning.kind}>
          <WarnIcon size={16} />
          {warning.kind === 'double' ? (
            <details>
              <summary>{t('warning.double', { count: warning.earlier.length })}</summary>
              <EarlierList earlier={warning.earlier} />
            </details>
          ) : warning.kind === 'above_policy' ? (
            <span>
              {warning.offeredMinor > 0
                ? t('warning.above', { amount: money(warning.offeredMinor) })
                : t('warning.noOffer')}
            </span>
          ) : (
            <span>
              {t('warning.budget', { limit: money(warning.limitMinor), used: money(warning.usedMinor) })}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
