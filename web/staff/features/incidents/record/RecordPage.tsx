import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { IncidentRecord } from '#contracts/incidents/record'
import { usePageTitle } from '../../../ui/PageFrame.tsx'
import { QueryState } from '../../../ui/QueryState.tsx'
import { useRecord } from '../incident-queries.ts'
import { WordsDialog } from '../WordsDialog.tsx'
import { RecordFacts } from './RecordFacts.tsx'
import { useExact } from './RecordParts.tsx'
import { RecordWork } from './RecordWork.tsx'
import styles from './record.module.css'
import { useNotePrint } from './use-note-print.ts'

/** The whole incident on paper, for the authority: A4, black on white, every section numbered, also those in which there is nothing. */
export function RecordPage() {
  const { id } = useParams({ from: '/signed-in/incidents/$id/record' })
  const [reason, setReason] = useState<string>()
  const record = useRecord(id, reason)
  return (
    <main className={styles.desk} id="main">
      <QueryState query={record}>
        {(data) => <Paper record={data} show={setReason} busy={record.isFetching} />}
      </QueryState>
    </main>
  )
}

type PaperProps = { record: IncidentRecord; show: (reason: string) => void; busy: boolean }

function Paper({ record, show, busy }: PaperProps) {
  const { t } = useTranslation('incidents')
  const exact = useExact()
  const [asking, setAsking] = useState(false)
  const { room } = record
  const title = t('record.title', { number: room.number })
  usePageTitle(title)
  useNumberedPages(title)
  useNotePrint(room.id, record.copy)
  return (
    <>
      <div className={styles.bar}>
        <p>{t(record.clear ? 'record.clearHint' : 'record.hint')}</p>
        <div>
          {!record.clear && room.can.includes('reveal') ? (
            <Button onClick={() => setAsking(true)}>{t('record.clear')}</Button>
          ) : null}
          <Button type="primary" onClick={() => window.print()}>
            {t('record.print')}
          </Button>
        </div>
      </div>
      {asking && !record.clear ? (
        <WordsDialog
          title={t('record.clear')}
          hint={t('sheet.revealHint')}
          label={t('sheet.revealReason')}
          ok={t('record.clear')}
          shortest={2}
          most={200}
          busy={busy}
          send={show}
          close={() => setAsking(false)}
        />
      ) : null}
      <article className={styles.paper}>
        {room.drill ? <p className={styles.drill}>{t('record.drill')}</p> : null}
        <header>
          <h1>{t('record.heading')}</h1>
          <p>{record.brand}</p>
          <p>
            {t('record.printed', {
              number: room.number,
              at: exact(record.printedAt),
              name: record.printedBy,
            })}
          </p>
        </header>
        <RecordFacts record={record} />
        <RecordWork record={record} />
        <footer className={styles.sign}>
          <p>{t('record.sign')}</p>
          <p>{t('record.date')}</p>
        </footer>
      </article>
    </>
  )
}

/** Page numbers of the browser's own print, with the number of the incident at the foot of every sheet. */
function useNumberedPages(title: string): void {
  useEffect(() => {
    const sheet = document.createElement('style')
    const quoted = JSON.stringify(title)
    sheet.textContent = `@page { size: A4; margin: 18mm 16mm 20mm; @bottom-left { content: ${quoted}; font-size: 9pt } @bottom-right { content: counter(page) " / " counter(pages); font-size: 9pt } }`
    document.head.append(sheet)
    return () => sheet.remove()
  }, [title])
}
