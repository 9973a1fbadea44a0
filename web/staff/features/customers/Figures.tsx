import { useTranslation } from 'react-i18next'
import type { CustomerFile } from '#contracts/customers/file'
import { TimeText } from '../../app/TimeText.tsx'
import styles from './file.module.css'

/** How lately, how often, how much: what the customer is worth, in the figures behind it. */
export function Figures({ file: { facts, currency } }: { file: CustomerFile }) {
  const { t, i18n } = useTranslation('customers')
  const money = new Intl.NumberFormat(i18n.language, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    maximumFractionDigits: 0,
  })
  const last = [facts.lastOrderAt, facts.lastTicketAt]
    .filter((at) => at !== null)
    .sort()
    .at(-1)
  return (
    <dl className={styles.figures}>
      <div>
        <dt>{t('figure.last')}</dt>
        <dd>{last ? <TimeText at={last} /> : t('figure.never')}</dd>
      </div>
      {facts.orders ? (
        <>
          <div>
            <dt>{t('figure.often')}</dt>
            <dd>{t('figure.orders', { count: facts.orders })}</dd>
          </div>
          <div>
            <dt>{t('figure.spent')}</dt>
            <dd>{money.format(facts.spentMinor / 100)}</dd>
          </div>
        </>
      ) : null}
      <div>
        <dt>{t('figure.said')}</dt>
        <dd>
          {t('figure.tickets', { count: facts.tickets })}
          {facts.complaints ? <small>{t('figure.complaints', { count: facts.complaints })}</small> : null}
        </dd>
      </div>
      {facts.lastRating ? (
        <div>
          <dt>{t('figure.rating')}</dt>
          <dd>{t('figure.stars', { count: facts.lastRating })}</dd>
        </div>
      ) : null}
    </dl>
  )
}
