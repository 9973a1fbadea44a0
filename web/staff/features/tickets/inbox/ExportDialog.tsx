import { Modal, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ExportColumn as Columns, EXPORT_DAYS, type ExportColumn } from '#contracts/tickets/inbox'
import { useProblem } from '../../../ui/use-problem.ts'
import styles from './Dialogs.module.css'
import { useFilterCount, useStartExport } from './inbox-queries.ts'
import { filterOf } from './place-filter.ts'
import { useTableChoice } from './table-choice.ts'
import type { Place } from './use-inbox-place.ts'

/** What is filtered now, as a file that is written in the background. */
export function ExportDialog({ place, close }: { place: Place; close: () => void }) {
  const { t } = useTranslation('inbox')
  const [{ layout, columns }] = useTableChoice()
  const [format, setFormat] = useState<'csv' | 'xlsx'>('xlsx')
  const [wanted, setWanted] = useState<'all' | 'chosen'>(layout === 'table' ? 'chosen' : 'all')
  const [id] = useState(() => crypto.randomUUID())
  const start = useStartExport()
  const problem = useProblem()
  const filter = filterOf(place)
  const count = useFilterCount(filter, true)
  const ok = () => {
    const chosen: ExportColumn[] = wanted === 'all' ? Columns.options : [...columns]
    start.mutate({ id, format, filter, columns: chosen }, { onError: problem, onSuccess: close })
  }
  return (
    <Modal
      open
      title={t('export.title')}
      okText={t('export.ok')}
      onOk={ok}
      onCancel={close}
      confirmLoading={start.isPending}
      width={460}
    >
      <div className={styles.form}>
        <p className={styles.hint}>{t('export.hint', { days: EXPORT_DAYS })}</p>
        <p role="status">
          {count.data
            ? t(count.data.more ? 'export.countMore' : 'export.count', { count: count.data.count })
            : count.error
              ? null
              : t('select.counting')}
        </p>
        <Radio.Group
          aria-label={t('export.format')}
          value={format}
          options={[
            { value: 'xlsx', label: t('export.xlsx') },
            { value: 'csv', label: t('export.csv') },
          ]}
          onChange={(event) => setFormat(event.target.value)}
        />
        <Radio.Group
          aria-label={t('export.columns')}
          value={wanted}
          options={[
            { value: 'all', label: t('export.allColumns') },
            { value: 'chosen', label: t('export.chosenColumns') },
          ]}
          onChange={(event) => setWanted(event.target.value)}
        />
      </div>
    </Modal>
  )
}
