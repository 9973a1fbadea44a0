import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MenuShop, Station } from '#contracts/orders/menu'
import { PlusIcon } from '../../ui/icons.tsx'
import { QueryState } from '../../ui/QueryState.tsx'
import { Empty } from '../../ui/states.tsx'
import { useDone, useProblem } from '../../ui/use-problem.ts'
import { useCloseStation, useMenu, useStations } from './menu-queries.ts'
import { StationDrawer } from './StationDrawer.tsx'
import styles from './shop.module.css'
import { useStationNames, useTrade } from './use-menu-words.ts'

/** Where a shop makes things: how many side by side, and who works there; and what its menu needs and it has not. */
export function StationsPanel({ shop }: { shop: MenuShop }) {
  const { t } = useTranslation('orders-menu')
  const stations = useStations(shop.id)
  const words = useTrade()
  const [open, setOpen] = useState<Station | { key: string } | null>(null)
  const add = (
    <Button type="primary" icon={<PlusIcon size={16} />} onClick={() => setOpen({ key: '' })}>
      {t('station.add', words)}
    </Button>
  )
  return (
    <QueryState query={stations}>
      {(held) => (
        <>
          <div className={styles.bar}>
            <p>{t('station.about', words)}</p>
            {held.length ? add : null}
          </div>
          <Wanted shop={shop} held={held} add={(key) => setOpen({ key })} />
          {held.length ? (
            <ul className={styles.list}>
              {held.map((station) => (
                <StationLine key={station.id} shop={shop} station={station} onOpen={() => setOpen(station)} />
              ))}
            </ul>
          ) : (
            <Empty title={t('station.none', words)} hint={t('station.noneHint', words)} actions={add} />
          )}
          {open ? (
            <StationDrawer shop={shop} station={open} held={held} onClose={() => setOpen(null)} />
          ) : null}
        </>
      )}
    </QueryState>
  )
}

type LineProps = { shop: MenuShop; station: Station; onOpen: () => void }

function StationLine({ shop, station, onOpen }: LineProps) {
  const { t } = useTranslation(['orders-menu', 'common'])
  const { modal } = App.useApp()
  const close = useCloseStation(shop.id)
  const problem = useProblem()
  const done = useDone()
  const words = useTrade()
  const ask = () =>
    modal.confirm({
      title: t('station.closeTitle', { name: station.name }),
      content: t('station.closeHint', words),
      okText: t('station.close'),
      cancelText: t('common:action.cancel'),
      onOk: () => close.mutateAsync(station.key).then(() => done(t('station.closed')), problem),
    })
  return (
    <li>
      <div>
        <strong>{station.name}</strong>
        <small>{t('station.capacity', { count: station.capacity })}</small>
        <small data-tone={station.people.length ? undefined : 'amber'}>
          {station.people.map((person) => person.name).join(t('common:list.and')) || t('station.nobody')}
        </small>
      </div>
      <div className={styles.actions}>
        <Button aria-label={t('station.editNamed', { name: station.name })} onClick={onOpen}>
          {t('edit')}
        </Button>
        <Button aria-label={t('station.closeNamed', { name: station.name })} onClick={ask}>
          {t('station.close')}
        </Button>
      </div>
    </li>
  )
}

/** Stations that something on this shop's menu is made at and that the shop has not. */
function Wanted({ shop, held, add }: { shop: MenuShop; held: Station[]; add: (key: string) => void }) {
  const { t } = useTranslation('orders-menu')
  const words = useTrade()
  const { nameOf } = useStationNames()
  const items = useMenu(shop.id).data?.filter((item) => item.unavailable !== 'off') ?? []
  const missing = [...Map.groupBy(items, (item) => item.station)].filter(
    ([key]) => !held.some((station) => station.key === key),
  )
  if (!missing.length) return null
  return (
    <div className={styles.wanted} role="status">
      <p>{t('station.wanted', words)}</p>
      {missing.map(([key, made]) => (
        <Button key={key} icon={<PlusIcon size={14} />} onClick={() => add(key)}>
          {t('station.wantedOne', { ...words, name: nameOf(key), count: made.length })}
        </Button>
      ))}
    </div>
  )
}
