import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useWhen } from '../../../ui/use-when.ts'
import type { ChannelView } from '../channel-queries.ts'
import { lookOf } from './channel-groups.ts'
import styles from './connect.module.css'
import { useFaultWords } from './use-fault-words.ts'

type Props = { channel: Pick<ChannelView, 'kind' | 'on' | 'connection'> }

/** One line on how a connected channel is: a dot, a word, and what to do when it is red. */
export function HealthLine({ channel }: Props) {
  const { t } = useTranslation('channels')
  const when = useWhen()
  const look = lookOf(channel)
  const at = channel.connection?.health.at
  return (
    <p className={styles.health} data-look={look} role="status">
      <i aria-hidden="true" />
      <span>
        {look === 'fault' ? (
          <Suspense fallback={null}>
            <FaultWords channel={channel} />
          </Suspense>
        ) : (
          t(`health.${look}`)
        )}
        {at && (look === 'fault' || look === 'ok') ? (
          <small>{t(look === 'ok' ? 'health.checked' : 'health.since', { when: when(at) })}</small>
        ) : null}
      </span>
    </p>
  )
}

function FaultWords({ channel }: Props) {
  const words = useFaultWords(channel.kind)
  const health = channel.connection?.health
  return <>{health ? words(health.code, health.data) : null}</>
}
