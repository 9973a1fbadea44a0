import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCan, useZone } from '../../../app/session.ts'
import { monthsUntil } from '../../../ui/months.ts'
import { dayIn } from '../../../ui/time.ts'
import { shopsQuery } from '../../people/index.ts'
import styles from './Books.module.css'
import type { BookFilter } from './compensation-queries.ts'
import { KINDS } from './money.ts'

const ALL = 'all'
const MONTHS = 24
type Props = { filter: BookFilter; onFilter: (filter: BookFilter) => void; rows: boolean }

/** Month, shop, kind and, where single rows are shown, paid or not. */
export function BooksFilters({ filter, onFilter, rows }: Props) {
  const { t, i18n } = useTranslation('compensation')
  const months = monthsUntil(dayIn(useZone(), Date.now()), i18n.language, MONTHS)
  const mayReadShops = useCan('people.readShops')
  const shops = useQuery({ ...shopsQuery, enabled: mayReadShops }).data ?? []
  const set = (part: Partial<BookFilter>) => onFilter({ ...filter, ...part })
  return (
    <div className={styles.filters}>
      <Select
        aria-label={t('books.month')}
        value={filter.month}
        options={months}
        onChange={(month) => set({ month })}
      />
      <Select
        aria-label={t('books.shop')}
        showSearch={{ optionFilterProp: 'label' }}
        value={filter.shop ?? ALL}
        options={[
          { value: ALL, label: t('books.allShops') },
          ...shops.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(shop) => set({ shop: shop === ALL ? undefined : shop })}
      />
      <Select
        aria-label={t('books.kind')}
        value={filter.kind ?? ALL}
        options={[
          { value: ALL, label: t('books.allKinds') },
          ...KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) })),
        ]}
        onChange={(kind) => set({ kind: kind === ALL ? undefined : (kind as BookFilter['kind']) })}
      />
      {rows ? (
        <Select
          aria-label={t('books.settled.label')}
          value={filter.settled ?? ALL}
          options={[ALL, 'no', 'yes'].map((value) => ({ value, label: t(`books.settled.${value}`) }))}
          onChange={(settled) => set({ settled: settled === ALL ? undefined : (settled as 'yes' | 'no') })}
        />
      ) : null}
    </div>
  )
}
