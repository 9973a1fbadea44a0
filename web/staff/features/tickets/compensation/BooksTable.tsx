import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { IssuedRow } from '#contracts/tickets/compensation'
import { useCan, useZone } from '../../../app/session.ts'
import { QueryState } from '../../../ui/QueryState.tsx'
import { Empty } from '../../../ui/states.tsx'
import { formatInstant } from '../../../ui/time.ts'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import styles from './Books.module.css'
import { type BookFilter, useIssued, useSettle } from './compensation-queries.ts'
import { formatMoney } from './money.ts'

/** Every issued one of the month: ticket number, money, who said yes, and whether the refund is paid. */
export function BooksTable({ filter }: { filter: BookFilter }) {
  const { t } = useTranslation('compensation')
  const list = useIssued(filter, true)
  const [paying, setPaying] = useState<IssuedRow | null>(null)
  return (
    <QueryState query={list}>
      {({ pages }) => {
        const rows = pages.flatMap((page) => page.rows)
        if (rows.length === 0) return <Empty title={t('books.none')} hint={t('books.noneHint')} />
        return (
          <>
            <table className={styles.table}>
              <thead>
                <tr>
                  {(['number', 'shop', 'kind', 'amount', 'approvers', 'issuedAt', 'paid'] as const).map(
                    (key) => (
                      <th key={key} scope="col">
                        {t(`books.${key}`)}
                      </th>
                    ),
                  )}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <Row key={row.id} row={row} pay={() => setPaying(row)} />
                ))}
              </tbody>
            </table>
            {list.hasNextPage ? (
              <Button
                className={styles.more}
                loading={list.isFetchingNextPage}
                onClick={() => void list.fetchNextPage()}
              >
                {t('books.more')}
              </Button>
            ) : null}
            {paying ? <SettleDialog row={paying} close={() => setPaying(null)} /> : null}
          </>
        )
      }}
    </QueryState>
  )
}

function Row({ row, pay }: { row: IssuedRow; pay: () => void }) {
  const { t, i18n } = useTranslation('compensation')
  const zone = useZone()
  const may = useCan('tickets.settleCompensation')
  const at = (instant: string) => formatInstant(instant, 'full', i18n.language, zone)
  return (
    <tr>
      <td>{row.number}</td>
      <td>{row.shop?.name ?? t('books.noShop')}</td>
      <td>{t(`kind.${row.kind}`)}</td>
      <td className={styles.money}>{formatMoney(row.amountMinor, row.currency, i18n.language)}</td>
      <td>{row.approvers.join(' → ') || t('books.within', { name: row.proposedBy })}</td>
      <td>{at(row.issuedAt)}</td>
      <td data-none={row.kind !== 'refund'}>
        {row.kind !== 'refund' ? (
          '—'
        ) : row.settled ? (
          <>
            {at(row.settled.at)}
            <small>{t('books.paidBy', { name: row.settled.by, reference: row.settled.reference })}</small>
          </>
        ) : may ? (
          <Button size="small" onClick={pay}>
            {t('books.pay')}
          </Button>
        ) : (
          t('books.settled.no')
        )}
      </td>
    </tr>
  )
}

function SettleDialog({ row, close }: { row: IssuedRow; close: () => void }) {
  const { t, i18n } = useTranslation('compensation')
  const [reference, setReference] = useState('')
  const settle = useSettle()
  const problem = useProblem()
  const done = useDone()
  const send = () =>
    settle.mutate(
      { id: row.id, reference },
      {
        onError: problem,
        onSuccess: () => {
          done(t('books.settle.done'))
          close()
        },
      },
    )
  return (
    <Modal
      open
      title={t('books.settle.title')}
      okText={t('books.settle.ok')}
      onOk={send}
      onCancel={close}
      confirmLoading={settle.isPending}
      okButtonProps={{ disabled: reference.trim().length < 2 }}
      width={440}
    >
      <p className={styles.hint}>
        {t('books.settle.hint', {
          number: row.number,
          amount: formatMoney(row.amountMinor, row.currency, i18n.language),
        })}
      </p>
      <Input
        autoFocus
        maxLength={60}
        value={reference}
        aria-label={t('books.settle.reference')}
        placeholder={t('books.settle.reference')}
        onChange={(event) => setReference(event.target.value)}
        onPressEnter={() => reference.trim().length >= 2 && send()}
      />
    </Modal>
  )
}
