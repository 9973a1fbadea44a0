import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan, useZone } from '../../../app/session.ts'
import { PageFrame } from '../../../ui/PageFrame.tsx'
import { QueryState } from '../../../ui/QueryState.tsx'
import { dayIn } from '../../../ui/time.ts'
import { BooksFilters } from './BooksFilters.tsx'
import { BooksTable } from './BooksTable.tsx'
import { BooksTotals } from './BooksTotals.tsx'
import { type BookFilter, exportPath, useTotals } from './compensation-queries.ts'

/** 补偿台账: what was given, for whoever keeps the books; sums only for executives. */
export function CompensationsPage() {
  const { t } = useTranslation('compensation')
  const zone = useZone()
  const [filter, setFilter] = useState<BookFilter>({ month: dayIn(zone, Date.now()).slice(0, 7) })
  const totals = useTotals(filter)
  const mayExport = useCan('tickets.settleCompensation')
  const rows = totals.data?.rows !== false
  return (
    <PageFrame
      title={t('books.title')}
      hint={t(rows ? 'books.hint' : 'books.hintSums')}
      width="wide"
      actions={
        mayExport ? (
          <>
            <Button href={exportPath(filter, 'csv')}>{t('books.csv')}</Button>
            <Button href={exportPath(filter, 'xlsx')}>{t('books.xlsx')}</Button>
          </>
        ) : null
      }
    >
      <BooksFilters filter={filter} onFilter={setFilter} rows={rows} />
      <QueryState query={totals}>
        {(data) => (
          <>
            <BooksTotals totals={data} chooseMonth={(month) => setFilter({ ...filter, month })} />
            {data.rows ? <BooksTable filter={filter} /> : null}
          </>
        )}
      </QueryState>
    </PageFrame>
  )
}
