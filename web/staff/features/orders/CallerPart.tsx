import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { TimeText } from '../../app/TimeText.tsx'
import { WarnIcon } from '../../ui/icons.tsx'
import { useProblem } from '../../ui/use-problem.ts'
import styles from './new.module.css'
import { isNumber, type Typed } from './new-order.ts'
import { useCaller, useRepeat } from './order-queries.ts'

/** The number first: whoever is known comes with taboos, addresses and what was had last. */
export function CallerPart({ typed, set }: { typed: Typed; set: (part: Partial<Typed>) => void }) {
  const { t } = useTranslation('orders')
  const caller = useCaller(isNumber(typed.phone) ? typed.phone.trim() : '').data
  const repeat = useRepeat()
  const problem = useProblem()
  const again = (id: string) =>
    repeat.mutate(id, {
      onError: problem,
      onSuccess: (order) =>
        set({
          kind: order.kind,
          shopId: order.shopId,
          lines: order.items.flatMap((item) =>
            item.itemId
              ? [
                  {
                    key: crypto.randomUUID(),
                    itemId: item.itemId,
                    quantity: item.quantity,
                    options: item.chosen,
                    note: item.note,
                  },
                ]
              : [],
          ),
          ...(order.kind === 'delivery' && !typed.address && caller?.addresses[0]
            ? { address: caller.addresses[0].text, point: caller.addresses[0].point }
            : {}),
        }),
    })
  return (
    <>
      <div className={styles.row}>
        <Input
          autoFocus
          size="large"
          inputMode="tel"
          maxLength={30}
          aria-label={t('field.phone')}
          placeholder={t('field.phone')}
          value={typed.phone}
          onChange={(event) => set({ phone: event.target.value })}
        />
        <Input
          size="large"
          maxLength={60}
          aria-label={t('field.name')}
          placeholder={caller?.name || t('field.name')}
          value={typed.name}
          onChange={(event) => set({ name: event.target.value })}
        />
      </div>
      {caller ? (
        <div className={styles.caller} role="status">
          <p>
            {caller.customerId ? t('form.known', { name: caller.name || t('nameless') }) : t('form.unknown')}
          </p>
          {caller.taboos.length ? (
            <p className={styles.taboos}>
              <WarnIcon size={16} />
              {caller.taboos.map((taboo) => (
                <strong key={taboo}>{taboo}</strong>
              ))}
            </p>
          ) : null}
          {typed.kind === 'delivery'
            ? caller.addresses.map((address) => (
                <button
                  key={address.id}
                  type="button"
                  aria-pressed={typed.address === address.text}
                  onClick={() => set({ address: address.text, point: address.point })}
                >
                  {address.text}
                </button>
              ))
            : null}
          {caller.lastOrders.map((order) => (
            <button key={order.id} type="button" onClick={() => again(order.id)}>
              <b>{t('form.again')}</b> {order.summary} · <TimeText at={order.placedAt} />
            </button>
          ))}
        </div>
      ) : null}
    </>
  )
}
