import { useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Endpoint } from '#contracts/notify/webhooks'
import { PlusIcon } from '../../ui/icons.tsx'
import { QueryState } from '../../ui/QueryState.tsx'
import { Empty } from '../../ui/states.tsx'
import { useDone, useProblem } from '../../ui/use-problem.ts'
import { useWhen } from '../../ui/use-when.ts'
import { CallsDrawer } from './CallsDrawer.tsx'
import { EndpointDrawer } from './EndpointDrawer.tsx'
import { endpointsQuery, usePing, useRemoveEndpoint } from './hook-queries.ts'
import styles from './notify.module.css'
import { useFaultWords } from './use-fault-words.ts'

/** Other systems that are told of events: who, of what, whether it arrives, and the log. */
export function HooksPanel() {
  const { t } = useTranslation('notify')
  const endpoints = useQuery(endpointsQuery)
  const [edited, setEdited] = useState<Endpoint | 'new' | null>(null)
  const [log, setLog] = useState<Endpoint | null>(null)
  const add = (
    <Button type="primary" icon={<PlusIcon size={16} />} onClick={() => setEdited('new')}>
      {t('hook.add')}
    </Button>
  )
  return (
    <>
      <QueryState query={endpoints}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={t('hook.none')} hint={t('hook.noneHint')} actions={add} />
          ) : (
            <>
              <div className={styles.bar}>
                <p>{t('hook.hint')}</p>
                {add}
              </div>
              <ul className={styles.list}>
                {rows.map((row) => (
                  <EndpointLine
                    key={row.id}
                    row={row}
                    onEdit={() => setEdited(row)}
                    onLog={() => setLog(row)}
                  />
                ))}
              </ul>
            </>
          )
        }
      </QueryState>
      <EndpointDrawer endpoint={edited} onClose={() => setEdited(null)} />
      <CallsDrawer endpoint={log} onClose={() => setLog(null)} />
    </>
  )
}

type LineProps = { row: Endpoint; onEdit: () => void; onLog: () => void }

function EndpointLine({ row, onEdit, onLog }: LineProps) {
  const { t } = useTranslation(['notify', 'common'])
  const { modal } = App.useApp()
  const remove = useRemoveEndpoint()
  const problem = useProblem()
  const ask = () =>
    modal.confirm({
      title: t('hook.removeTitle', { name: row.name }),
      content: t('hook.removeHint'),
      okText: t('action.remove'),
      cancelText: t('common:action.cancel'),
      okButtonProps: { danger: true },
      onOk: () => remove.mutateAsync(row.id).catch(problem),
    })
  return (
    <li className={styles.item}>
      <div>
        <strong>{row.name}</strong>
        <small>{row.url}</small>
        <small>{row.events.map((e) => t(`hookEvent.${e}`)).join(t('common:list.and'))}</small>
        <StateLine row={row} />
      </div>
      <div className={styles.actions}>
        <PingButton row={row} />
        <Button onClick={onLog}>{t('hook.log')}</Button>
        <Button onClick={onEdit}>{t('action.edit')}</Button>
        <Button onClick={ask}>{t('action.remove')}</Button>
      </div>
    </li>
  )
}

function StateLine({ row }: { row: Endpoint }) {
  const { t } = useTranslation('notify')
  const words = useFaultWords()
  const when = useWhen()
  const look =
    row.state === 'off'
      ? 'off'
      : row.state === 'disabled' || row.failingSince
        ? 'fault'
        : row.lastOkAt
          ? 'ok'
          : 'idle'
  const text =
    row.state === 'disabled'
      ? t('hook.disabled', { reason: words(row.reason, row.reasonData) })
      : row.state === 'on' && row.failingSince
        ? t('hook.failing', { when: when(row.failingSince) })
        : row.state === 'on' && row.lastOkAt
          ? t('hook.lastOk', { when: when(row.lastOkAt) })
          : t(`hook.state.${row.state}`)
  return (
    <>
      <p className={styles.health} data-look={look} role="status">
        <i aria-hidden="true" />
        <span>{text}</span>
      </p>
      {row.oldSecretUntil ? <small>{t('hook.oldSecret', { when: when(row.oldSecretUntil) })}</small> : null}
    </>
  )
}

function PingButton({ row }: { row: Endpoint }) {
  const { t } = useTranslation('notify')
  const { modal } = App.useApp()
  const ping = usePing(row.id)
  const words = useFaultWords()
  const problem = useProblem()
  const done = useDone()
  const run = () =>
    ping.mutateAsync().then((call) => {
      if (call.state === 'done') done(t('hook.pinged', { status: call.status, ms: call.tookMs }))
      else modal.error({ title: t('testFailed'), content: words(call.fault, { status: call.status }) })
    }, problem)
  return (
    <Button onClick={run} loading={ping.isPending}>
      {t('action.test')}
    </Button>
  )
}
