import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './new.module.css'
import { keepAside, readAside, saysSomething, type Typed } from './new-order.ts'

type Props = { typed: Typed; change: (typed: Typed) => void }

/** The order that was half typed when somebody else called: one tap goes back to it, this one then waits. */
export function AsidePart({ typed, change }: Props) {
  const { t } = useTranslation('orders-desk')
  const [aside, setAside] = useState(readAside)
  if (!aside) return null
  const put = (next: Typed | null) => {
    keepAside(next)
    setAside(next)
  }
  return (
    <p className={styles.aside} role="note">
      {t('aside.waits', { who: whoOf(aside) || t('aside.somebody') })}
      {aside.lines.length ? t('aside.items', { count: aside.lines.length }) : ''}
      <Button
        size="small"
        onClick={() => {
          put(saysSomething(typed) ? typed : null)
          change(aside)
        }}
      >
        {t('aside.back')}
      </Button>
      <Button size="small" type="text" onClick={() => put(null)}>
        {t('aside.drop')}
      </Button>
    </p>
  )
}

const whoOf = ({ name, phone }: Typed) => name.trim() || phone.trim().slice(-4)
