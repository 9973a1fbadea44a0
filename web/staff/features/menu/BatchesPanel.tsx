import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Batch, MenuShop } from '#contracts/orders/menu'
import { useZone } from '../../app/session.ts'
import { TimeText } from '../../app/TimeText.tsx'
import { PlusIcon } from '../../ui/icons.tsx'
import { QueryState } from '../../ui/QueryState.tsx'
import { Empty } from '../../ui/states.tsx'
import { dayIn } from '../../ui/time.ts'
import { useDone, useProblem } from '../../ui/use-problem.ts'
import { BatchDrawer } from './BatchDrawer.tsx'
import { type Freshness, freshnessOf } from './freshness.ts'
import { ingredientsOf } from './item-list.ts'
import { useBatches, useCloseBatch, useMenu } from './menu-queries.ts'
import styles from './shop.module.css'
import { useTrade } from './use-menu-words.ts'

/** Which batch of each ingredient a shop uses now; it stands in the trace of whatever is made with it (O5, E2). */
export function BatchesPanel({ shop }: { shop: MenuShop }) {
  const { t } = useTranslation('orders-menu')
  const batches = useBatches(shop.id)
  const words = useTrade()
  const [opening, setOpening] = useState<string | null>(null)
  const add = (
    <Button type="primary" icon={<PlusIcon size={16} />} onClick={() => setOpening('')}>
      {t('batch.add')}
    </Button>
  )
  return (
    <QueryState query={batches}>
      {(all) => {
        const inUse = all.filter((batch) => !batch.closedAt)
        const used = all.filter((batch) => batch.closedAt)
        return (
          <>
            <div className={styles.bar}>
              <p>{t('batch.about', words)}</p>
              {inUse.length ? add : null}
            </div>
            {inUse.length ? (
              <ul className={styles.list} aria-label={t('batch.inUse')}>
                {inUse.map((batch) => (
                  <BatchLine key={batch.id} batch={batch} shop={shop} />
                ))}
              </ul>
            ) : (
              <Empty title={t('batch.none')} hint={t('batch.noneHint', words)} actions={add} />
            )}
            <Unregistered shop={shop} inUse={inUse} add={setOpening} />
            {used.length ? <Used batches={used} /> : null}
            {opening === null ? null : (
              <BatchDrawer shop={shop} ingredient={opening} inUse={inUse} onClose={() => setOpening(null)} />
            )}
          </>
        )
      }}
    </QueryState>
  )
}

const TONES: Record<Freshness, string | undefined> = {
  over: 'cinnabar',
  today: 'amber',
  soon: 'amber',
  fresh: undefined,
}

function BatchLine({ batch, shop }: { batch: Batch; shop: MenuShop }) {
  const { t } = useTranslation(['orders-menu', 'common'])
  const { modal } = App.useApp()
  const close = useCloseBatch(shop.id)
  const problem = useProblem()
  const done = useDone()
  const today = dayIn(useZone(), Date.now())
  const ask = () =>
    modal.confirm({
      title: t('batch.closeTitle', batch),
      content: t('batch.closeHint'),
      okText: t('batch.close'),
      cancelText: t('common:action.cancel'),
      onOk: () => close.mutateAsync(batch.id).then(() => done(t('batch.closed')), problem),
    })
  const state = batch.expiresOn ? freshnessOf(batch.expiresOn, today) : null
  return (
    <li data-tone={state ? TONES[state] : undefined}>
      <div>
        <strong>{batch.ingredient}</strong>
        <span className={styles.code}>{batch.code}</span>
        {state ? (
          <small data-tone={TONES[state]}>{t(`batch.fresh.${state}`, { day: batch.expiresOn })}</small>
        ) : (
          <small>{t('batch.noDay')}</small>
        )}
        <small>
          {t('batch.openedBy', { by: batch.openedBy })} <TimeText at={batch.openedAt} />
        </small>
      </div>
      <div className={styles.actions}>
        <Button aria-label={t('batch.closeNamed', batch)} onClick={ask} loading={close.isPending}>
          {t('batch.close')}
        </Button>
      </div>
    </li>
  )
}

/** What is on the menu and has no batch: a bad delivery of it could not be traced. */
function Unregistered({ shop, inUse, add }: { shop: MenuShop; inUse: Batch[]; add: (what: string) => void }) {
  const { t } = useTranslation('orders-menu')
  const words = useTrade()
  const items = useMenu(shop.id).data?.filter((item) => item.unavailable !== 'off') ?? []
  const missing = ingredientsOf(items).filter((name) => !inUse.some((batch) => batch.ingredient === name))
  if (!missing.length || !inUse.length) return null
  return (
    <div className={styles.wanted} role="status">
      <p>{t('batch.missing', words)}</p>
      {missing.map((name) => (
        <Button key={name} icon={<PlusIcon size={14} />} onClick={() => add(name)}>
          {name}
        </Button>
      ))}
    </div>
  )
}

function Used({ batches }: { batches: Batch[] }) {
  const { t } = useTranslation('orders-menu')
  return (
    <details className={styles.used}>
      <summary>{t('batch.used', { count: batches.length })}</summary>
      <ul className={styles.list}>
        {batches.map((batch) => (
          <li key={batch.id}>
            <div>
              <strong>{batch.ingredient}</strong>
              <span className={styles.code}>{batch.code}</span>
              <small>
                <TimeText at={batch.openedAt} /> – <TimeText at={batch.closedAt!} />
              </small>
              <small>{t('batch.openedBy', { by: batch.openedBy })}</small>
            </div>
          </li>
        ))}
      </ul>
    </details>
  )
}
