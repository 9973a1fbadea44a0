import { useTranslation } from 'react-i18next'
import type { SenderHealth } from '#contracts/notify'
import { useWhen } from '../../ui/use-when.ts'
import styles from './notify.module.css'
import { useFaultWords } from './use-fault-words.ts'

/** One line on how something that sends is: a dot, a word, and what to do when it is red. */
export function HealthDot({ health, on }: { health: SenderHealth; on: boolean }) {
  const { t } = useTranslation('notify')
  const words = useFaultWords()
  const when = useWhen()
  const look = on ? health.state : 'off'
  return (
    <p className={styles.health} data-look={look} role="status">
      <i aria-hidden="true" />
      <span>
        {look === 'fault' ? words(health.code, health.data) : t(`health.${look}`)}
        {health.at && on ? <small>{when(health.at)}</small> : null}
      </span>
    </p>
  )
}
