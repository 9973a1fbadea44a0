import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Call, CallView } from '#contracts/tickets/calls'
import { useLiveState } from '../../app/use-live.ts'
import { PageFrame } from '../../ui/PageFrame.tsx'
import { QueryState } from '../../ui/QueryState.tsx'
import { Bone, Empty } from '../../ui/states.tsx'
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
          <button
            key={key}
            type="button"
            role="tab"
            aria-selected={key === view}
            onClick={() => setView(key)}
          >
            {t(`view.${key}`)}
          </button>
        ))}
      </div>
      {offline ? (
        <p className={styles.offline} role="status">
          {t('offline')}
        </p>
      ) : null}
      <QueryState query={list} skeleton={<Lines />}>
        {({ pages }) => <List calls={pages.flatMap((page) => page.calls)} view={view} />}
      </QueryState>
      {list.hasNextPage ? (
        <div className={styles.more}>
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      ) : null}
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

function Lines() {
  return (
    <div aria-hidden className={styles.bones}>
      {[1, 2, 3, 4, 5, 6].map((n) => (
        <Bone key={n} width="100%" height={44} />
      ))}
    </div>
  )
}
