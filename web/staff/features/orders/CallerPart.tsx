import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { KnownCaller } from '#contracts/orders'
import { TimeText } from '../../app/TimeText.tsx'
import { WarnIcon } from '../../ui/icons.tsx'
import { useProblem } from '../../ui/use-problem.ts'
import styles from './new.module.css'
import type { Typed } from './new-order.ts'
import { linesOf } from './order-lines.ts'
import { useRepeat } from './order-queries.ts'

type Props = { typed: Typed; set: (part: Partial<Typed>) => void; caller: KnownCaller | undefined }

/** The number first: whoever is known comes with taboos and what was had last. */
export function CallerPart({ typed, set, caller }: Props) {
  const { t } = useTranslation('orders')
  return (
    <>
      <div className={styles.row}>
        <Input
          data-step="phone"
          autoFocus
          size="large"
          inputMode="tel"
          maxLength={30}
          autoComplete="off"
          aria-label={t('field.phone')}
          placeholder={t('field.phone')}
          value={typed.phone}
          onChange={(event) => set({ phone: event.target.value })}
        />
        <Input
          data-step="name"
          size="large"
          maxLength={60}
          autoComplete="off"
          aria-label={t('field.name')}
          placeholder={nameOf(caller) || t('field.name')}
          value={typed.name}
          onChange={(event) => set({ name: event.target.value })}
        />
      </div>
      {caller ? <Known caller={caller} typed={typed} set={set} /> : null}
    </>
  )
}

/** What is always the same is offered once. */
function different(orders: KnownCaller['lastOrders']): KnownCaller['lastOrders'] {
  return orders.filter((order, n) => orders.findIndex((one) => one.summary === order.summary) === n)
}

/** A masked number in the place of a name is none. */
function nameOf(caller: KnownCaller | undefined): string {
  return caller && !/\d/.test(caller.name) ? caller.name : ''
}

function Known({ caller, typed, set }: Props & { caller: KnownCaller }) {
  const { t } = useTranslation('orders')
  const repeat = useRepeat()
  const problem = useProblem()
  const home = caller.addresses[0]
  const again = (id: string) =>
    repeat.mutate(id, {
      onError: problem,
      onSuccess: (order) =>
        set({
          kind: order.kind,
          shopId: order.shopId,
          lines: linesOf(order.items),
          ...(order.kind === 'delivery' && !typed.address && home
            ? { address: home.text, point: home.point }
            : {}),
        }),
    })
  return (
    <div className={styles.caller} role="status">
      <p>
        {caller.customerId ? t('form.known', { name: nameOf(caller) || t('nameless') }) : t('form.unknown')}
      </p>
      {caller.taboos.length ? (
        <p className={styles.taboos}>
          <WarnIcon size={16} />
          {caller.taboos.map((taboo) => (
            <strong key={taboo}>{taboo}</strong>
          ))}
        </p>
      ) : null}
      {different(caller.lastOrders).map((order) => (
        <button key={order.id} type="button" onClick={() => again(order.id)}>
          <b>{t('form.again')}</b> {order.summary} · <TimeText at={order.placedAt} />
        </button>
      ))}
    </div>
  )
}
