import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Call, CallView } from '#contracts/tickets/calls'
import { useLiveState } from '../../app/use-live.ts'
import { LongList } from '../../ui/LongList.tsx'
import { PageFrame } from '../../ui/PageFrame.tsx'
import { Pill } from '../../ui/Pill.tsx'
import { Bones, Empty } from '../../ui/states.tsx'
import { CallLine } from './CallLine.tsx'
import { useCalls } from './call-queries.ts'
import styles from './calls.module.css'

/** 通话: who called, who took it, what came of it. */
export function CallsPage() {
  const { t } = useTranslation('calls')
  const [view, setView] = useState<CallView>('today')
  const list = useCalls(view)
  const offline = useLiveState() === 'lost' && list.data !== undefined
  return (
    <PageFrame title={t('title')} hint={t('hint')}>
      <div className={styles.views} role="tablist" aria-label={t('view.label')}>
        {CallView.options.map((key) => (
          <Pill key={key} tab on={key === view} pick={() => setView(key)}>
            {t(`view.${key}`)}
          </Pill>
        ))}
      </div>
      {offline ? (
        <p className={styles.offline} role="status">
          {t('offline')}
        </p>
      ) : null}
      <LongList query={list} skeleton={<Bones height={44} />} more={t('more')}>
        {(pages) => <List calls={pages.flatMap((page) => page.calls)} view={view} />}
      </LongList>
    </PageFrame>
  )
}

const COLUMNS = ['time', 'caller', 'customer', 'state', 'length', 'agent', 'ticket'] as const

function List({ calls, view }: { calls: Call[]; view: CallView }) {
  const { t } = useTranslation('calls')
  if (!calls.length) {
    const hint = view === 'all' ? {} : { hint: t(`empty.${view}Hint`) }
    return <Empty title={t(`empty.${view}`)} {...hint} />
  }
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {COLUMNS.map((key) => (
            <th key={key} scope="col" data-col={key}>
              {t(`col.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {calls.map((call) => (
          <CallLine key={call.id} call={call} />
        ))}
      </tbody>
    </table>
  )
}
