import { Button, Drawer, Input, Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrderView } from '#contracts/orders'
import { useDone, useProblem } from '../../ui/use-problem.ts'
import { changedOf, changesIn } from './changes.ts'
import { LineList } from './LineList.tsx'
import { MenuPick } from './MenuPick.tsx'
import { MoneyPart } from './MoneyPart.tsx'
import { NewTotal } from './NewTotal.tsx'
import styles from './new.module.css'
import { addLine, type Menu } from './order-lines.ts'
import { useMenu, useOrderDeed } from './order-queries.ts'
import { useKindWord } from './use-kind-word.ts'
import { WhenPart } from './WhenPart.tsx'

const KINDS = ['delivery', 'pickup', 'dine_in'] as const

/** Everything of an order that may change until the kitchen begins; what it costs then is said before it is saved. */
export function ChangeOrder({ order, close }: { order: OrderView; close: () => void }) {
  const { t } = useTranslation(['orders', 'orders-desk', 'common'])
  const word = useKindWord(order.kind)
  const [before] = useState(() => changedOf(order))
  const [now, setNow] = useState(before)
  const list = useMenu(order.shopId).data ?? []
  const menu: Menu = useMemo(() => new Map(list.map((item) => [item.id, item])), [list])
  const run = useOrderDeed(order.id)
  const problem = useProblem()
  const done = useDone()
  const set = (part: Partial<typeof now>) => setNow((old) => ({ ...old, ...part }))
  const changes = changesIn(before, now)
  const save = () => {
    if (!changes || run.isPending) return
    run.mutate(
      { do: 'change', body: changes },
      {
        onError: problem,
        onSuccess: () => {
          done(t('done.change'))
          close()
        },
      },
    )
  }
  return (
    <Drawer
      open
      onClose={close}
      title={t('orders-desk:change.title', { number: order.number })}
      size={720}
      styles={{ wrapper: { maxWidth: '100vw' } }}
      footer={
        <NewTotal order={order} now={now} menu={menu} repriced={changes?.items !== undefined}>
          <Button onClick={close}>{t('common:action.cancel')}</Button>
          <Button type="primary" disabled={!changes} loading={run.isPending} onClick={save}>
            {t('common:action.save')}
          </Button>
        </NewTotal>
      }
    >
      <form
        className={styles.column}
        aria-label={word('deed.change')}
        onSubmit={(event) => event.preventDefault()}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save()
        }}
      >
        <Who order={order} now={now} set={set} />
        <h2>{word('one.items')}</h2>
        <LineList lines={now.lines} menu={menu} change={(lines) => set({ lines })} />
        <MenuPick
          menu={list}
          more
          add={(line) => setNow((old) => ({ ...old, lines: addLine(old.lines, line) }))}
        />
        <Input
          aria-label={t('field.note')}
          placeholder={t('form.note')}
          maxLength={200}
          value={now.note}
          onChange={(event) => set({ note: event.target.value })}
        />
        {order.kind === 'visit' ? null : (
          <Segmented
            aria-label={t('list.kind')}
            value={now.kind}
            onChange={(kind) => set({ kind })}
            options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          />
        )}
        {order.kind === 'visit' ? null : (
          <WhenPart value={now.wantedAt} choose={(wantedAt) => set({ wantedAt })} />
        )}
        <MoneyPart value={now} set={set} brought={now.kind === 'delivery'} />
      </form>
    </Drawer>
  )
}

type Typed = ReturnType<typeof changedOf>
type WhoProps = { order: OrderView; now: Typed; set: (part: Partial<Typed>) => void }

/** What is known stands in the empty fields, masked; typing puts something else in its place. */
function Who({ order, now, set }: WhoProps) {
  const { t } = useTranslation(['orders', 'orders-desk'])
  const field = (key: 'address' | 'phone' | 'name', known: string, maxLength: number) => (
    <Input
      aria-label={t(`field.${key}`)}
      placeholder={known ? t('orders-desk:change.known', { known }) : t(`field.${key}`)}
      status={known || !(order.gaps as string[]).includes(key) ? '' : 'warning'}
      maxLength={maxLength}
      autoComplete="off"
      value={now[key]}
      onChange={(event) => set({ [key]: event.target.value })}
    />
  )
  return (
    <>
      {now.kind === 'delivery' ? field('address', order.address, 200) : null}
      <div className={styles.row}>
        {field('phone', order.contact, 30)}
        {field('name', order.customer, 60)}
      </div>
    </>
  )
}
