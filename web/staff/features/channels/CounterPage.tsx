import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Receipt } from '#contracts/channels'
import type { Shop } from '#contracts/people'
import type { Playbook } from '#contracts/playbook'
import { useCan } from '../../app/session.ts'
import { PageFrame } from '../../ui/PageFrame.tsx'
import { Empty, Failed, LinesSkeleton, NoPermission } from '../../ui/states.tsx'
import { shopsQuery } from '../people/index.ts'
import { playbookQuery } from '../playbook/index.ts'
import { CounterDone } from './CounterDone.tsx'
import { CounterForm } from './CounterForm.tsx'
import styles from './counter.module.css'
import { OutboxList } from './outbox/OutboxList.tsx'

/** What a customer said at the counter, written down in seconds; made for a phone held in one hand. */
export function CounterPage() {
  const { t } = useTranslation('channels')
  const [shops, playbook] = useQueries({ queries: [shopsQuery, playbookQuery] })
  const mayRecord = useCan('tickets.enter')
  const error = shops.error ?? playbook.error
  const retry = () => Promise.all([shops.refetch(), playbook.refetch()])
  return (
    <PageFrame title={t('counter.title')} hint={t('counter.hint')} width="narrow">
      {!mayRecord ? (
        <NoPermission />
      ) : error ? (
        (error as { status?: number }).status === 403 ? (
          <NoPermission />
        ) : (
          <Failed error={error} retry={() => void retry()} />
        )
      ) : shops.data && playbook.data ? (
        <Counter
          shops={shops.data.filter((shop) => shop.state !== 'closed')}
          playbook={playbook.data.document}
        />
      ) : (
        <LinesSkeleton lines={8} />
      )}
    </PageFrame>
  )
}

function Counter({ shops, playbook }: { shops: Shop[]; playbook: Playbook }) {
  const { t } = useTranslation('channels')
  const [receipt, setReceipt] = useState<Receipt | null>(null)
  const [kept, setKept] = useState(0)
  if (shops.length === 0) return <Empty title={t('counter.noShop')} hint={t('counter.noShopHint')} />
  if (receipt) return <CounterDone receipt={receipt} onAnother={() => setReceipt(null)} />
  return (
    <>
      {kept ? (
        <p className={styles.kept} role="status">
          {t('outbox.kept')}
        </p>
      ) : null}
      <OutboxList />
      <CounterForm
        key={kept}
        shops={shops}
        playbook={playbook}
        onSaved={setReceipt}
        onKept={() => setKept(kept + 1)}
      />
    </>
  )
}
