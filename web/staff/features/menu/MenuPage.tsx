import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MenuShop } from '#contracts/orders/menu'
import type { MenuSearch } from '../../app/menu-search.ts'
import { useCan } from '../../app/session.ts'
import { useLiveState } from '../../app/use-live.ts'
import { PageFrame } from '../../ui/PageFrame.tsx'
import { QueryState } from '../../ui/QueryState.tsx'
import { Empty } from '../../ui/states.tsx'
import { BatchesPanel } from './BatchesPanel.tsx'
import type { Go } from './go.ts'
import { ItemsPanel } from './ItemsPanel.tsx'
import styles from './menu.module.css'
import { useMenuShops, useStops } from './menu-queries.ts'
import { StationsPanel } from './StationsPanel.tsx'
import { StopDrawer } from './StopDrawer.tsx'
import { StopStrip } from './StopStrip.tsx'
import { StopsPanel } from './StopsPanel.tsx'
import { useTrade, useTradeLabels } from './use-menu-words.ts'

/** 菜单: what the brand sells, and what each shop has of it right now. */
export function MenuPage() {
  const { t } = useTranslation('orders-menu')
  const shops = useMenuShops()
  const words = useTrade()
  const search = useSearch({ strict: false }) as MenuSearch
  const [stopping, setStopping] = useState(false)
  const mayStop = useCan('orders.stopSale')
  return (
    <PageFrame
      title={t('title')}
      hint={t('about', words)}
      actions={
        mayStop ? (
          <Button danger onClick={() => setStopping(true)}>
            {t('stop.new')}
          </Button>
        ) : null
      }
    >
      <QueryState query={shops}>{(list) => <Body shops={list} search={search} />}</QueryState>
      {stopping ? <StopDrawer shops={shops.data ?? []} onClose={() => setStopping(false)} /> : null}
    </PageFrame>
  )
}

function Body({ shops, search }: { shops: MenuShop[]; search: MenuSearch }) {
  const { t } = useTranslation('orders-menu')
  const navigate = useNavigate()
  const go: Go = (next) => void navigate({ to: '/menu', search: next, replace: true })
  const shop = shopOf(shops, search.shopId)
  const offline = useLiveState() === 'lost'
  const part = search.part ?? 'items'
  return (
    <>
      <StopStrip shop={shop} />
      {offline ? (
        <p className={styles.offline} role="status">
          {t('offline')}
        </p>
      ) : null}
      <div className={styles.top}>
        <ShopChoice shops={shops} shop={shop} search={search} go={go} />
        <Parts shops={shops} search={search} go={go} />
      </div>
      {part === 'items' ? <ItemsPanel key={shop?.id} shop={shop} search={search} go={go} /> : null}
      {part === 'stops' ? <StopsPanel shop={shop} /> : null}
      {part === 'stations' || part === 'batches' ? (
        shop?.mayRun ? (
          part === 'stations' ? (
            <StationsPanel key={shop.id} shop={shop} />
          ) : (
            <BatchesPanel key={shop.id} shop={shop} />
          )
        ) : (
          <Empty title={t(shop ? 'notYours' : 'shopFirst')} hint={t(`shopFirstHint.${part}`)} />
        )
      ) : null}
    </>
  )
}

/** Whoever has one shop is always in it; others begin with the brand's menu. */
function shopOf(shops: MenuShop[], wanted: string | undefined): MenuShop | null {
  return shops.find((shop) => shop.id === wanted) ?? (shops.length === 1 ? shops[0]! : null)
}

type BarProps = { shops: MenuShop[]; search: MenuSearch; go: Go }

function ShopChoice({ shops, shop, search, go }: BarProps & { shop: MenuShop | null }) {
  const { t } = useTranslation('orders-menu')
  if (shops.length === 1) return <strong className={styles.shop}>{shop?.name}</strong>
  const choose = (id: string) => {
    const { shopId: _shop, show: _show, ...rest } = search
    go(id ? { ...rest, shopId: id } : rest)
  }
  return (
    <Select
      aria-label={t('shop')}
      value={shop?.id ?? ''}
      onChange={choose}
      showSearch={{ optionFilterProp: 'label' }}
      options={[
        { value: '', label: t('wholeBrand') },
        ...shops.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  )
}

function Parts({ shops, search, go }: BarProps) {
  const { t } = useTranslation('orders-menu')
  const label = useTradeLabels()
  const stops = useStops().data?.filter((stop) => !stop.liftedAt).length ?? 0
  const runs = shops.some((shop) => shop.mayRun)
  const parts = runs ? (['items', 'stations', 'batches', 'stops'] as const) : (['items', 'stops'] as const)
  const chosen = search.part ?? 'items'
  return (
    <fieldset className={styles.parts} aria-label={t('part.label')}>
      {parts.map((part) => {
        const { part: _part, show: _show, q: _q, ...rest } = search
        return (
          <button
            key={part}
            type="button"
            aria-pressed={part === chosen}
            onClick={() => go(part === 'items' ? rest : { ...rest, part })}
          >
            {t(`part.${part}`, label)}
            {part === 'stops' && stops ? <b>{stops}</b> : null}
          </button>
        )
      })}
    </fieldset>
  )
}
