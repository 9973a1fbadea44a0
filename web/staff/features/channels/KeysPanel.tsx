import { useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PlusIcon } from '../../ui/icons.tsx'
import { QueryState } from '../../ui/QueryState.tsx'
import { Empty } from '../../ui/states.tsx'
import { useDone, useProblem } from '../../ui/use-problem.ts'
import { useWhen } from '../../ui/use-when.ts'
import { ApiGuide } from './ApiGuide.tsx'
import { CreateKeyDialog } from './CreateKeyDialog.tsx'
import { type KeyView, keysQuery, useRevokeKey } from './channel-queries.ts'
import styles from './channels.module.css'

/** Keys of other systems: made, shown once, revoked. */
export function KeysPanel() {
  const { t } = useTranslation('channels')
  const keys = useQuery(keysQuery)
  const [making, setMaking] = useState(false)
  const make = (
    <Button type="primary" icon={<PlusIcon size={16} />} onClick={() => setMaking(true)}>
      {t('key.make')}
    </Button>
  )
  return (
    <>
      <QueryState query={keys}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={t('key.none')} hint={t('key.noneHint')} actions={make} />
          ) : (
            <>
              <div className={styles.bar}>
                <p>{t('key.hint')}</p>
                <div className={styles.barEnd}>{make}</div>
              </div>
              <ul className={styles.keys}>
                {rows.map((row) => (
                  <KeyLine key={row.id} row={row} />
                ))}
              </ul>
            </>
          )
        }
      </QueryState>
      <ApiGuide />
      <CreateKeyDialog open={making} onClose={() => setMaking(false)} />
    </>
  )
}

function KeyLine({ row }: { row: KeyView }) {
  const { t } = useTranslation('channels')
  const when = useWhen()
  const used = row.lastUsedAt ? t('key.used', { when: when(row.lastUsedAt) }) : t('key.neverUsed')
  return (
    <li className={styles.key} data-on={row.revokedAt === null}>
      <span>
        <strong>{row.name}</strong>
        <code>{row.prefix}…</code>
      </span>
      <span>{row.scopes.map((scope) => t(`key.scope.${scope}`)).join(t('common:list.and'))}</span>
      <small>
        {row.revokedAt ? t('key.revoked', { when: when(row.revokedAt) }) : used} ·{' '}
        {t('key.made', { when: when(row.createdAt) })}
      </small>
      {row.revokedAt ? null : <RevokeButton id={row.id} name={row.name} />}
    </li>
  )
}

function RevokeButton({ id, name }: { id: string; name: string }) {
  const { t } = useTranslation(['channels', 'common'])
  const { modal } = App.useApp()
  const revoke = useRevokeKey()
  const problem = useProblem()
  const done = useDone()
  const ask = () =>
    modal.confirm({
      title: t('key.revokeTitle', { name }),
      content: t('key.revokeHint'),
      okText: t('key.revoke'),
      cancelText: t('common:action.cancel'),
      okButtonProps: { danger: true },
      onOk: () => revoke.mutateAsync(id).then(() => done(t('key.revokeDone', { name })), problem),
    })
  return <Button onClick={ask}>{t('key.revoke')}</Button>
}
