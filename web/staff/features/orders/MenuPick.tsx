import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MenuItem } from '#contracts/orders/menu'
import styles from './new.module.css'
import { findItems, type Line, lineOf } from './new-order.ts'
import { useMoney } from './use-money.ts'

const SHOWN = 12

/** The menu by searching: arrows choose, Enter adds, a number at the end is how many. */
export function MenuPick({ menu, add }: { menu: MenuItem[]; add: (line: Line) => void }) {
  const { t } = useTranslation('orders')
  const money = useMoney('CNY')
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const { items, quantity } = findItems(menu, words)
  const shown = items.slice(0, SHOWN)
  const take = (item: MenuItem | undefined) => {
    if (!item || item.unavailable) return
    add(lineOf(item, quantity))
    setWords('')
    setAt(0)
  }
  return (
    <div className={styles.menu}>
      <Input
        aria-label={t('form.search')}
        placeholder={t('form.search')}
        value={words}
        onChange={(event) => {
          setWords(event.target.value)
          setAt(0)
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return
          if (event.key === 'ArrowDown') setAt(Math.min(at + 1, shown.length - 1))
          else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0))
          else if (event.key === 'Enter') take(shown[at])
          else return
          event.preventDefault()
        }}
      />
      <ul>
        {shown.map((item, n) => (
          <li key={item.id}>
            <button
              type="button"
              data-at={n === at}
              disabled={item.unavailable !== null}
              onClick={() => take(item)}
            >
              <span>
                {item.name} <small>{item.section}</small>
              </span>
              <span>{item.unavailable ? t(`unavailable.${item.unavailable}`) : money(item.priceMinor)}</span>
            </button>
          </li>
        ))}
      </ul>
      {menu.length && !shown.length ? <p className={styles.quiet}>{t('form.noItem')}</p> : null}
      {menu.length ? null : <p className={styles.quiet}>{t('form.noMenu')}</p>}
    </div>
  )
}
