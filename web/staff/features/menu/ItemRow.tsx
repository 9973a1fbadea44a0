import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { MenuItem, MenuShop } from '#contracts/orders/menu'
import { useZone } from '../../app/session.ts'
import { formatInstant } from '../../ui/time.ts'
import { useDone, useProblem } from '../../ui/use-problem.ts'
import { stateOf } from './item-list.ts'
import styles from './menu.module.css'
import { useSaveShopItem } from './menu-queries.ts'
import { useMakeTime, useStationNames, useTrade } from './use-menu-words.ts'
import { usePrice } from './use-price.ts'

type Props = { item: MenuItem; shop: MenuShop | null; current: boolean; onOpen: () => void }

/** One thing that is sold: what, with which choices, where and how long, for how much, and whether it can be had. */
export function ItemRow({ item, shop, current, onOpen }: Props) {
  const { t } = useTranslation(['orders-menu', 'common'])
  const price = usePrice()
  const station = useStationNames()
  const time = useMakeTime()
  const own = item.atShop?.priceMinor ?? null
  return (
    <li
      id={`item-${item.id}`}
      className={styles.item}
      data-state={stateOf(item)}
      data-current={current ? 'true' : undefined}
    >
      <div className={styles.name}>
        <button type="button" onClick={onOpen}>
          {item.name}
        </button>
        <small>{item.sku}</small>
        {item.allergens.length ? (
          <em>{t('item.contains', { what: item.allergens.join(t('common:list.and')) })}</em>
        ) : null}
      </div>
      <p className={styles.options}>
        {item.options.map((option) => option.name).join(t('common:list.and')) || t('item.plain')}
      </p>
      <p className={styles.made}>
        {station.nameOf(item.station)} · {time(item.makeS)}
        {item.atShop && !item.atShop.hasStation && item.unavailable !== 'off' ? <NoStation /> : null}
      </p>
      <p className={styles.price}>
        {price(item.priceMinor)}
        {own !== null && own !== item.atShop?.brandPriceMinor ? (
          <small>{t('item.brandPrice', { price: price(item.atShop!.brandPriceMinor) })}</small>
        ) : null}
      </p>
      <div className={styles.state}>
        <StateWords item={item} />
        {shop?.mayRun ? <SellButton item={item} shop={shop} /> : null}
      </div>
    </li>
  )
}

function NoStation() {
  const { t } = useTranslation('orders-menu')
  return <em>{t('item.noStation', useTrade())}</em>
}

export function StateWords({ item }: { item: MenuItem }) {
  const { t, i18n } = useTranslation('orders-menu')
  const zone = useZone()
  const state = stateOf(item)
  const back = item.soldOutUntil && state === 'sold_out'
  return (
    <span className={styles.mark} data-state={state}>
      {state === 'stopped' ? t('state.stoppedFor', { reason: item.stopReason }) : t(`state.${state}`)}
      {back ? (
        <small>
          {t('state.until', { time: formatInstant(item.soldOutUntil!, 'time', i18n.language, zone) })}
        </small>
      ) : null}
    </span>
  )
}

/** Sold out, or on sale again, with one touch; what quality or the brand has said is not undone here. */
function SellButton({ item, shop }: { item: MenuItem; shop: MenuShop }) {
  const { t } = useTranslation('orders-menu')
  const save = useSaveShopItem()
  const problem = useProblem()
  const done = useDone()
  const on = item.unavailable === null
  if (!item.on || item.unavailable === 'stopped') return null
  const turn = () =>
    save.mutate(
      { shopId: shop.id, itemId: item.id, body: { state: on ? 'sold_out' : 'on' } },
      {
        onError: problem,
        onSuccess: () => done(t(on ? 'item.isSoldOut' : 'item.isBack', { name: item.name })),
      },
    )
  return (
    <Button
      loading={save.isPending}
      aria-label={t(on ? 'item.sellOutNamed' : 'item.sellAgainNamed', { name: item.name })}
      onClick={turn}
    >
      {t(on ? 'item.sellOut' : 'item.sellAgain')}
    </Button>
  )
}
