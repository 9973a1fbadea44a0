import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { TimeText } from '../../app/TimeText.tsx'
import { Section } from '../../ui/Section.tsx'
import { Empty, Failed, LinesSkeleton } from '../../ui/states.tsx'
import { ledgerQuery } from './event-queries.ts'
import styles from './events.module.css'
import { useRewardWords } from './use-reward-words.ts'

/** What events gave away: sums against budgets, then each one, and nobody's name. */
export function LedgerPanel() {
  const { t } = useTranslation('events')
  const ledger = useInfiniteQuery(ledgerQuery)
  const { money } = useRewardWords()
  if (ledger.error) return <Failed error={ledger.error} retry={() => void ledger.refetch()} />
  if (!ledger.data) return <LinesSkeleton />
  const totals = ledger.data.pages[0]?.totals ?? []
  const rows = ledger.data.pages.flatMap((page) => page.rows)
  if (!rows.length) return <Empty title={t('ledger.none')} hint={t('ledger.noneHint')} />
  const worth = (kind: 'coupon' | 'points', amount: number, currency: string) =>
    kind === 'coupon' ? money(amount, currency) : t('points', { count: amount })
  return (
    <>
      <Section title={t('ledger.totals')}>
        <ul className={styles.list}>
          {totals.map((total) => (
            <li className={styles.item} key={`${total.eventId} ${total.kind}`}>
              <div>
                <strong>{total.event}</strong>
                <small>{t(`rewardKind.${total.kind}`)}</small>
              </div>
              <div className={styles.sum}>
                <strong>{worth(total.kind, total.given, total.currency)}</strong>
                <small>
                  {t('ledger.of', {
                    count: total.count,
                    budget: worth(total.kind, total.budget, total.currency),
                  })}
                </small>
              </div>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('ledger.rows')}>
        <ul className={styles.list}>
          {rows.map((row) => (
            <li className={styles.item} key={row.id}>
              <div>
                <span>{row.event}</span>
                <small>
                  <TimeText at={row.at} /> · {t(`ledger.state.${row.state}`)}
                </small>
              </div>
              <strong>
                {worth(row.kind, row.kind === 'coupon' ? row.amountMinor : row.points, row.currency)}
              </strong>
            </li>
          ))}
        </ul>
        {ledger.hasNextPage ? (
          <Button block onClick={() => void ledger.fetchNextPage()} loading={ledger.isFetchingNextPage}>
            {t('more')}
          </Button>
        ) : null}
      </Section>
    </>
  )
}
