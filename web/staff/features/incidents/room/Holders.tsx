import { useTranslation } from 'react-i18next'
import type { Room, Step } from '#contracts/incidents'
import styles from './checklist.module.css'

/** Of those who have not answered so many are named. */
const NAMED = 3

/** Who has answered for the post; as long as nobody has, the first of those who were called, and not the long list. */
export function Holders({ room, step }: { room: Room; step: Step }) {
  const { t } = useTranslation('incidents')
  const team = room.members.filter(({ post }) => post === step.post)
  const there = team.filter(({ state }) => state === 'joined' || state === 'acknowledged')
  if (there.length)
    return <span className={styles.holders}>{there.map(({ name }) => name).join(t('common:list.and'))}</span>
  const called = team.filter(({ state }) => state === 'called').map(({ name }) => name)
  const names = called.slice(0, NAMED).join(t('common:list.and'))
  const waited =
    called.length > NAMED
      ? t('step.callingMany', { names, count: called.length })
      : t('step.calling', { names })
  return (
    <span className={styles.holders} data-tone={step.state === 'open' ? 'amber' : undefined}>
      {called.length ? waited : t('step.nobody')}
    </span>
  )
}
