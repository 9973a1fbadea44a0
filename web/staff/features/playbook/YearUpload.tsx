import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CalendarYear } from '#contracts/playbook/versions'
import { useDone, useProblem } from '../../ui/use-problem.ts'
import layoutStyles from './layout.module.css'
import listsStyles from './lists.module.css'
import { useSaveYear } from './playbook-queries.ts'
import { readYearFile, type YearFault } from './year-table.ts'

type Read = { year: CalendarYear | null; faults: YearFault[] }

/** A file is read here, shown in figures, and only then sent. */
export function YearUpload() {
  const { t } = useTranslation('playbook-admin')
  const [read, setRead] = useState<Read | null>(null)
  const save = useSaveYear()
  const problem = useProblem()
  const done = useDone()
  const send = (year: CalendarYear) =>
    save.mutateAsync(year).then(() => {
      setRead(null)
      done(t('year.saved', { year: year.year }))
    }, problem)
  return (
    <div className={listsStyles.upload}>
      <label className={listsStyles.file}>
        {t('year.upload')}
        <input
          type="file"
          accept=".csv,.json,text/csv,application/json"
          className="sr-only"
          onChange={async (event) => {
            const file = event.target.files?.[0]
            event.target.value = ''
            if (file) setRead(readYearFile(await file.text()))
          }}
        />
      </label>
      <p className={layoutStyles.note}>{t('year.uploadHint')}</p>
      {read && read.faults.length > 0 ? <Faults faults={read.faults} /> : null}
      {read?.year ? (
        <Alert
          type="info"
          title={t('year.preview', {
            year: read.year.year,
            off: read.year.offDays.length,
            work: read.year.makeUpWorkdays.length,
          })}
          action={
            <span className={layoutStyles.buttons}>
              <Button type="primary" loading={save.isPending} onClick={() => read.year && send(read.year)}>
                {t('year.save', { year: read.year.year })}
              </Button>
              <Button onClick={() => setRead(null)}>{t('year.cancel')}</Button>
            </span>
          }
        />
      ) : null}
    </div>
  )
}

function Faults({ faults }: { faults: YearFault[] }) {
  const { t } = useTranslation('playbook-admin')
  return (
    <Alert
      type="error"
      title={t('year.faults')}
      description={
        <ul>
          {faults.slice(0, 8).map((fault) => (
            <li key={`${fault.line}${fault.reason}`}>{t(`year.fault.${fault.reason}`, fault)}</li>
          ))}
        </ul>
      }
    />
  )
}
