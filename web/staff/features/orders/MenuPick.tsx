import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MenuItem } from '#contracts/orders/menu'
import { useMoney } from '../../ui/use-money.ts'
import styles from './new.module.css'
import { type Found, findItems, type Line, lineOf, optionWords, priceOf } from './order-lines.ts'
import { PickList } from './PickList.tsx'

const SHOWN = 12

type Props = {
  menu: MenuItem[]
  add: (line: Line) => void
  /** Only what is searched for is shown: there is an order already. */
  more?: boolean
}

/** The menu by searching, as it is said on the telephone: 乌龙 少糖 2 and Enter. */
export function MenuPick({ menu, add, more = false }: Props) {
  const { t } = useTranslation(['orders-desk', 'orders'])
  const [words, setWords] = useState('')
  const asked = words.trim() !== ''
  const shown = more && !asked ? [] : findItems(menu, words).slice(0, SHOWN)
  const choices = shown.map((found) => ({
    key: found.item.id,
    label: <OneItem found={found} />,
    disabled: found.item.unavailable !== null,
  }))
  return (
    <div>
      <PickList
        step="menu"
        label={t(more ? 'pick.add' : 'pick.search')}
        value={words}
        onChange={setWords}
        choices={choices}
        first={asked}
        take={(id) => {
          const found = shown.find(({ item }) => item.id === id)
          if (found) add(lineOf(found))
          setWords('')
        }}
      />
      {menu.length && asked && !shown.length ? (
        <p className={styles.quiet}>{t('orders:form.noItem')}</p>
      ) : null}
      {menu.length ? null : <p className={styles.quiet}>{t('orders:form.noMenu')}</p>}
    </div>
  )
}

function OneItem({ found: { item, options, quantity } }: { found: Found }) {
  const { t } = useTranslation('orders')
  const money = useMoney('CNY')
  const words = optionWords(item, options)
  const price = priceOf(new Map([[item.id, item]]), { itemId: item.id, options }) * quantity
  return (
    <>
      <span>
        {item.name}
        {quantity > 1 ? ` ×${quantity}` : ''} <small>{words || item.section}</small>
      </span>
      <span>{item.unavailable ? t(`unavailable.${item.unavailable}`) : money(price)}</span>
    </>
  )
}
