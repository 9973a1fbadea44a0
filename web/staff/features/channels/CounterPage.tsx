import { useQueries } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Receipt } from '#contracts/channels'
import type { Shop } from '#contracts/people'
import type { Playbook } from '#contracts/playbook'
import { useMe } from '../../app/session.ts'
import { PageFrame } from '../../ui/PageFrame.tsx'
import { Empty, Failed, LinesSkeleton, NoPermission } from '../../ui/states.tsx'
import { shopsQuery } from '../people/index.ts'
import { playbookQuery } from '../playbook/index.ts'
import { CounterDone } from './CounterDone.tsx'
import { CounterForm } from './CounterForm.tsx'
import styles from './counter.module.css'
import { OutboxList } from './outbox/OutboxList.tsx'
import { CaseForm } from './register/CaseForm.tsx'
import { PostForm } from './register/PostForm.tsx'
import register from './register/register.module.css'

const route = getRouteApi('/signed-in/shell/counter')

/** What a customer said at the counter, written down in seconds, for a phone held in one hand; and what reached us outside: cases and posts. */
export function CounterPage() {
  const { t } = useTranslation('channels')
  const [shops, playbook] = useQueries({ queries: [shopsQuery, playbookQuery] })
  const { kinds, kind } = useEntryKind()
  const error = shops.error ?? playbook.error
  const retry = () => Promise.all([shops.refetch(), playbook.refetch()])
  return (
    <PageFrame
      title={t('counter.title')}
      hint={kind === 'counter' ? t('counter.hint') : undefined}
      width="narrow"
    >
      {!kind ? (
        <NoPermission />
      ) : error ? (
        (error as { status?: number }).status === 403 ? (
          <NoPermission />
        ) : (
          <Failed error={error} retry={() => void retry()} />
        )
      ) : shops.data && playbook.data ? (
        <Entry
          kinds={kinds}
          kind={kind}
          shops={shops.data.filter((shop) => shop.state !== 'closed')}
          playbook={playbook.data.document}
        />
      ) : (
        <LinesSkeleton lines={8} />
      )}
    </PageFrame>
  )
}

type Kind = 'counter' | 'case' | 'post'

/** What this person may enter, and which of it stands in the address, so that a link can lead to it. */
function useEntryKind(): { kinds: readonly Kind[]; kind: Kind | undefined } {
  const { can } = useMe()
  const { what } = route.useSearch()
  const kinds = [
    ...(can.includes('tickets.enter') ? (['counter'] as const) : []),
    ...(can.includes('tickets.register') ? (['case', 'post'] as const) : []),
  ]
  return { kinds, kind: kinds.find((one) => one === what) ?? kinds[0] }
}

type Props = { shops: Shop[]; playbook: Playbook }

function Entry({ kinds, kind, shops, playbook }: Props & { kinds: readonly Kind[]; kind: Kind }) {
  const { t } = useTranslation('channels')
  const navigate = useNavigate()
  return (
    <>
      {kinds.length > 1 ? (
        <Segmented
          className={register.kinds ?? ''}
          aria-label={t('register.what')}
          value={kind}
          options={kinds.map((value) => ({ value, label: t(`register.${value}`) }))}
          onChange={(what) => void navigate({ to: '/counter', search: { what }, replace: true })}
        />
      ) : null}
      {kind === 'case' ? <CaseForm shops={shops} /> : null}
      {kind === 'post' ? <PostForm shops={shops} /> : null}
      {kind === 'counter' ? <Counter shops={shops} playbook={playbook} /> : null}
    </>
  )
}

function Counter({ shops, playbook }: Props) {
  const { t } = useTranslation('channels')
  const [receipt, setReceipt] = useState<Receipt | null>(null)
  const [kept, setKept] = useState(0)
  const { order, shopId } = route.useSearch()
  const navigate = useNavigate()
  // What was said of this order is said: the next one is about another.
  const settled = () => void navigate({ to: '/counter', search: {}, replace: true })
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
        key={`${kept} ${order ?? ''}`}
        shops={shops}
        playbook={playbook}
        about={{ order, shopId }}
        onSaved={(saved) => {
          settled()
          setReceipt(saved)
        }}
        onKept={() => {
          settled()
          setKept(kept + 1)
        }}
      />
    </>
  )
}
