import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, DatePicker, Drawer, Segmented, Switch } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Endpoint, HookCall } from '#contracts/notify/webhooks'
import { useZone } from '../../app/session.ts'
import { QueryState } from '../../ui/QueryState.tsx'
import { Empty } from '../../ui/states.tsx'
import { instantIn } from '../../ui/time.ts'
import { useDone, useProblem } from '../../ui/use-problem.ts'
import { useWhen } from '../../ui/use-when.ts'
import { type CallState, callsQuery, useReplayCall, useReplaySpan } from './hook-queries.ts'
import styles from './notify.module.css'
import { useFaultWords } from './use-fault-words.ts'

const STATES = ['all', 'done', 'queued', 'failed', 'missed'] as const

/** What an endpoint was told and what it answered; each can be told again, or everything of a span of time. */
export function CallsDrawer({ endpoint, onClose }: { endpoint: Endpoint | null; onClose: () => void }) {
  const { t } = useTranslation('notify')
  return (
    <Drawer
      open={endpoint !== null}
      onClose={onClose}
      mask={{ closable: true }}
      title={t('hook.logOf', { name: endpoint?.name ?? '' })}
      size={720}
      styles={{ wrapper: { maxWidth: '100vw' } }}
      destroyOnHidden
    >
      {endpoint ? <Calls id={endpoint.id} /> : null}
    </Drawer>
  )
}

function Calls({ id }: { id: string }) {
  const { t } = useTranslation('notify')
  const [state, setState] = useState<(typeof STATES)[number]>('all')
  const calls = useInfiniteQuery(callsQuery(id, state === 'all' ? undefined : (state as CallState)))
  return (
    <>
      <SpanReplay id={id} />
      <div className={styles.bar}>
        <Segmented
          value={state}
          onChange={setState}
          options={STATES.map((value) => ({ value, label: t(`call.state.${value}`) }))}
        />
      </div>
      <QueryState query={calls}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.calls)
          if (rows.length === 0) return <Empty title={t('call.none')} />
          return (
            <div>
              {rows.map((row) => (
                <CallLine key={row.id} row={row} />
              ))}
            </div>
          )
        }}
      </QueryState>
      {calls.hasNextPage ? (
        <Button onClick={() => calls.fetchNextPage()} loading={calls.isFetchingNextPage}>
          {t('action.more')}
        </Button>
      ) : null}
    </>
  )
}

function SpanReplay({ id }: { id: string }) {
  const { t } = useTranslation('notify')
  const [span, setSpan] = useState<[string, string] | null>(null)
  const [everything, setEverything] = useState(false)
  const zone = useZone()
  const replay = useReplaySpan(id)
  const problem = useProblem()
  const done = useDone()
  const send = () => {
    if (!span) return
    const [from, to] = span
    const instant = (shown: string) => instantIn(zone, shown.replace(' ', 'T'))
    const which = everything ? 'all' : 'lost'
    replay.mutate(
      { from: instant(from), to: instant(to), which },
      { onError: problem, onSuccess: ({ count }) => done(t('call.replayed', { count })) },
    )
  }
  return (
    <div className={styles.secret} style={{ marginBottom: 24 }}>
      <p className={styles.note}>{t('call.spanHint')}</p>
      <div className={styles.actions}>
        <DatePicker.RangePicker
          showTime={{ format: 'HH:mm' }}
          format="YYYY-MM-DD HH:mm"
          onChange={(_, shown) => setSpan(shown?.[0] && shown[1] ? shown : null)}
        />
        <Button onClick={send} disabled={!span} loading={replay.isPending}>
          {t('call.replaySpan')}
        </Button>
      </div>
      <label className={styles.switchLine} htmlFor="replay-everything">
        <Switch id="replay-everything" size="small" checked={everything} onChange={setEverything} />
        {t('call.everything')}
      </label>
    </div>
  )
}

function CallLine({ row }: { row: HookCall }) {
  const { t } = useTranslation('notify')
  const when = useWhen()
  const words = useFaultWords()
  const replay = useReplayCall()
  const problem = useProblem()
  const done = useDone()
  return (
    <details className={styles.call} data-state={row.state}>
      <summary>
        <strong>{t(`call.state.${row.state}`)}</strong>
        <span>{t(`hookEvent.${row.event}`)}</span>
        <small>{when(row.triedAt ?? row.happenedAt)}</small>
        {row.status ? <small>HTTP {row.status}</small> : null}
        {row.tookMs === null ? null : <small>{t('call.took', { ms: row.tookMs })}</small>}
        {row.tries > 1 ? <small>{t('delivery.tries', { count: row.tries })}</small> : null}
      </summary>
      {row.fault ? <p className={styles.bad}>{words(row.fault, { status: row.status })}</p> : null}
      {row.nextTryAt && row.state === 'queued' ? (
        <p>{t('call.next', { when: when(row.nextTryAt) })}</p>
      ) : null}
      <small className={styles.note}>{t('call.body')}</small>
      <pre className={styles.code}>{pretty(row.body)}</pre>
      {row.answer ? (
        <>
          <small className={styles.note}>{t('call.answer')}</small>
          <pre className={styles.code}>{row.answer}</pre>
        </>
      ) : null}
      {row.state === 'queued' ? null : (
        <Button
          style={{ marginBottom: 12 }}
          loading={replay.isPending}
          onClick={() =>
            replay.mutate(row.id, { onError: problem, onSuccess: () => done(t('delivery.queued')) })
          }
        >
          {t('call.replay')}
        </Button>
      )}
    </details>
  )
}

function pretty(body: string): string {
  return JSON.stringify(JSON.parse(body), null, 2)
}
