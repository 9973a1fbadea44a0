import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Home } from '#contracts/tickets/home'
import { useMe } from '../../app/session.ts'
import { useStanding } from '../incidents/index.ts'
import styles from './HomePage.module.css'
import type { Urgent } from './most-urgent.ts'

type Props = { home: Home; urgent: Urgent; works: boolean; figures: boolean }
/** What may be urgent for those too who never read tickets. */
const OF_EVERYBODY: readonly Urgent['key'][] = ['call', 'law', 'step', 'harms', 'seals', 'work']

/** The day, and in one sentence the most urgent thing there is; the button goes straight to it. */
export function Greeting({ home, urgent, works, figures }: Props) {
  const { t, i18n } = useTranslation('home')
  const me = useMe()
  const says =
    works || OF_EVERYBODY.includes(urgent.key)
      ? urgent
      : ({ key: figures ? 'figures' : 'hello', count: 0 } as const)
  const go = useWay(home, works)(says.key)
  const day = new Intl.DateTimeFormat(i18n.language, {
    month: 'long',
    day: 'numeric',
    weekday: 'long',
    timeZone: me.brand.zone,
  })
  return (
    <header className={styles.greeting}>
      <div>
        <p className={styles.day}>
          {day.format(new Date())} · {me.name}
        </p>
        <h1>{t(`says.${says.key}`, { count: says.count, name: me.name })}</h1>
      </div>
      {go ? (
        <Button type="primary" danger={'red' in go} onClick={go.there}>
          {t(go.word)}
        </Button>
      ) : null}
    </header>
  )
}

type Way = { word: string; there: () => void; red?: true }

/** Where one acts on what the sentence says; null: there is nothing to go to. */
function useWay(home: Home, works: boolean): (key: Urgent['key'] | 'figures' | 'hello') => Way | null {
  const navigate = useNavigate()
  const { rooms } = useStanding()
  const next = home.alarms[0] ?? home.next[0]
  return (key) => {
    const room = rooms.find(({ want }) => want === key)
    if (room)
      return {
        word: key === 'call' ? 'answerCall' : 'seeRoom',
        there: () => void navigate({ to: '/incidents/$id', params: { id: room.id } }),
        red: true,
      }
    if (key === 'harms')
      return { word: 'seeAlarms', there: () => void navigate({ to: '/alarms' }), red: true }
    if (key === 'lateTodos' || key === 'todos')
      return { word: 'seeTodos', there: () => void navigate({ to: '/todos' }) }
    if (key === 'seals') return { word: 'seeSeals', there: () => void navigate({ to: '/seals' }) }
    if (works && next)
      return {
        word: 'handleNext',
        there: () => void navigate({ to: '/tickets/$id', params: { id: next.id } }),
      }
    if (key === 'watched')
      return {
        word: 'seeWatched',
        there: () => void navigate({ to: '/inbox', search: { view: 'breached' } }),
      }
    return null
  }
}
