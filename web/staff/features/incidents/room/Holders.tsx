import { useTranslation } from 'react-i18next'
import type { Room, Step } from '#contracts/incidents'
import styles from './checklist.module.css'

/** Who has answered for the post; as long as nobody has, that is said, and not the long list of everybody who was called. */
export function Holders({ room, step }: { room: Room; step: Step }) {
  const { t } = useTranslation('incidents')
  const team = room.members.filter(({ post }) => post === step.post)
  const there = team.filter(({ state }) => state === 'joined' || state === 'acknowledged')
  if (there.length)
    return <span className={styles.holders}>{there.map(({ name }) => name).join(t('common:list.and'))}</span>
  const called = team.filter(({ state }) => state === 'called').length
  return (
    <span className={styles.holders} data-tone={step.state === 'open' ? 'amber' : undefined}>
      {called ? t('step.calling', { count: called }) : t('step.nobody')}
    </span>
  )
}
