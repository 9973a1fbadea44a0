import { Button, Input } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MenuItem, MenuShop } from '#contracts/orders/menu'
import type { MenuSearch } from '../../app/menu-search.ts'
import { useCan } from '../../app/session.ts'
import { useKeys } from '../../app/shortcuts.ts'
import { PlusIcon, SearchIcon } from '../../ui/icons.tsx'
import { Pill } from '../../ui/Pill.tsx'
import { QueryState } from '../../ui/QueryState.tsx'
import { Empty } from '../../ui/states.tsx'
import { useAskedWords } from '../../ui/use-asked-words.ts'
import type { Go } from './go.ts'
import { ItemDrawer } from './ItemDrawer.tsx'
import { ItemRow } from './ItemRow.tsx'
import { countStates, type MenuGroup, SHOWN, type Shown, shownGroups } from './item-list.ts'
import styles from './menu.module.css'
import { useMenu } from './menu-queries.ts'
import { ShopItemDrawer } from './ShopItemDrawer.tsx'
import { useTrade } from './use-menu-words.ts'

type Props = { shop: MenuShop | null; search: MenuSearch; go: Go }
/** Which drawer is open: an item of the brand's menu, a new one, or an item as the shop has it. */
type Open = { how: 'edit' | 'look'; id: string } | { how: 'new' } | null

/** The menu in its groups, by state and words; of the brand, or as one shop sells it now. */
export function ItemsPanel({ shop, search, go }: Props) {
  const { t } = useTranslation('orders-menu')
  const menu = useMenu(shop?.id ?? '')
  const words = useTrade()
  const manage = useCan('orders.manageMenu')
  const [open, setOpen] = useState<Open>(null)
  const add = manage ? (
    <Button type="primary" icon={<PlusIcon size={16} />} onClick={() => setOpen({ how: 'new' })}>
      {t('item.add', words)}
    </Button>
  ) : null
  const held = open && 'id' in open ? menu.data?.find((item) => item.id === open.id) : undefined
  const openItem = (id: string) => setOpen({ how: shop || !manage ? 'look' : 'edit', id })
  return (
    <>
      <QueryState query={menu}>
        {(items) =>
          items.length ? (
            <>
              <Filters items={items} search={search} go={go} add={add} />
              <Groups
                groups={shownGroups(items, search)}
                shop={shop}
                open={openItem}
                clear={() => go(shop ? { shopId: shop.id } : {})}
              />
            </>
          ) : (
            <Empty
              title={t('item.none', words)}
              hint={t(manage ? 'item.noneHint' : 'item.noneWait', words)}
              actions={add}
            />
          )
        }
      </QueryState>
      {open?.how === 'new' || (open?.how === 'edit' && held) ? (
        <ItemDrawer item={held ?? null} menu={menu.data ?? []} onClose={() => setOpen(null)} />
      ) : null}
      {open?.how === 'look' && held ? (
        <ShopItemDrawer
          item={held}
          shop={shop}
          onEdit={manage ? () => setOpen({ how: 'edit', id: held.id }) : null}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </>
  )
}

const PAUSE_MS = 200

type FilterProps = { items: MenuItem[]; search: MenuSearch; go: Go; add: React.ReactNode }

function Filters({ items, search, go, add }: FilterProps) {
  const { t } = useTranslation('orders-menu')
  const [words, setWords] = useAskedWords(search, go, PAUSE_MS)
  const field = useRef<HTMLDivElement>(null)
  useKeys({
    '/': (event) => {
      event.preventDefault()
      field.current?.querySelector('input')?.focus()
    },
  })
  const counts = countStates(items)
  const { show: _show, ...rest } = search
  const pill = (key: Shown | undefined, count: number) => (
    <Pill
      key={key ?? 'all'}
      on={search.show === key}
      tone={key === 'stopped' ? 'red' : undefined}
      pick={() => go(key ? { ...rest, show: key } : rest)}
    >
      {t(`show.${key ?? 'all'}`)}
      <b>{count}</b>
    </Pill>
  )
  return (
    <div className={styles.filters}>
      <div ref={field} className={styles.find}>
        <Input
          allowClear
          prefix={<SearchIcon size={16} />}
          maxLength={60}
          aria-label={t('item.search')}
          placeholder={t('item.search')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </div>
      <fieldset className={styles.pills} aria-label={t('show.label')}>
        {pill(undefined, items.length)}
        {SHOWN.filter((key) => counts[key] || key === search.show).map((key) => pill(key, counts[key]))}
      </fieldset>
      {add}
    </div>
  )
}

type GroupsProps = {
  groups: MenuGroup[]
  shop: MenuShop | null
  open: (id: string) => void
  clear: () => void
}

/** j and k go through the items; Enter opens the one that has the focus. */
function Groups({ groups, shop, open, clear }: GroupsProps) {
  const { t } = useTranslation('orders-menu')
  const words = useTrade()
  const items = groups.flatMap((group) => group.items)
  const [current, setCurrent] = useState('')
  const at = items.findIndex((item) => item.id === current)
  const step = (by: 1 | -1) => (event: KeyboardEvent) => {
    const next = items[at < 0 ? 0 : at + by]
    if (!next) return
    event.preventDefault()
    setCurrent(next.id)
    const line = document.getElementById(`item-${next.id}`)
    line?.querySelector('button')?.focus({ preventScroll: true })
    line?.scrollIntoView({ block: 'nearest' })
  }
  useKeys({
    j: step(1),
    k: step(-1),
    ArrowDown: step(1),
    ArrowUp: step(-1),
  })
  if (!items.length)
    return (
      <Empty
        title={t('item.noMatch', words)}
        hint={t('item.noMatchHint')}
        actions={<Button onClick={clear}>{t('item.clear')}</Button>}
      />
    )
  return groups.map(({ section, items: held }) => (
    <section key={section} className={styles.group} aria-label={section}>
      <h2>
        {section} <small>{held.length}</small>
      </h2>
      <ul className={styles.list}>
        {held.map((item) => (
          <ItemRow
            key={item.id}
            item={item}
            shop={shop}
            current={item.id === current}
            onOpen={() => open(item.id)}
          />
        ))}
      </ul>
    </section>
  ))
}
