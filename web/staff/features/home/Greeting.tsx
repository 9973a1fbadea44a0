import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Home } from '#contracts/tickets/home'
import { useMe } from '../../app/session.ts'
import { useSealCount } from '../incidents/index.ts'
import styles from './HomePage.module.css'
import { mostUrgent } from './most-urgent.ts'

type Props = { home: Home; works: boolean; figures: boolean }

/** The day, and in one sentence the most urgent thing there is; the button goes straight to it. */
export function Greeting({ home, works, figures }: Props) {
  const { t, i18n } = useTranslation('home')
  const me = useMe()
  const navigate = useNavigate()
  const seals = useSealCount('real')
  const day = new Intl.DateTimeFormat(i18n.language, {
    month: 'long',
    day: 'numeric',
    weekday: 'long',
    timeZone: me.brand.zone,
  })
  const says = works ? mostUrgent({ ...home, seals }) : { key: figures ? 'figures' : 'hello', count: 0 }
  const first = home.alarms[0] ?? home.next[0]
  return (
    <header className={styles.greeting}>
      <div>
        <p className={styles.day}>
          {day.format(new Date())} · {me.name}
        </p>
        <h1>{t(`says.${says.key}`, { count: says.count, name: me.name })}</h1>
      </div>
      {says.key === 'lateTodos' || says.key === 'todos' ? (
        <Button type="primary" onClick={() => void navigate({ to: '/todos' })}>
          {t('seeTodos')}
        </Button>
      ) : says.key === 'seals' ? (
        <Button type="primary" onClick={() => void navigate({ to: '/seals' })}>
          {t('seeSeals')}
        </Button>
      ) : works && first ? (
        <Button
          type="primary"
          onClick={() => void navigate({ to: '/tickets/$id', params: { id: first.id } })}
        >
          {t('handleNext')}
        </Button>
      ) : says.key === 'watched' ? (
        <Button type="primary" onClick={() => void navigate({ to: '/inbox', search: { view: 'breached' } })}>
          {t('seeWatched')}
        </Button>
      ) : null}
    </header>
  )
}
