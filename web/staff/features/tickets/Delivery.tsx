import { Button } from 'antd'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { Entry } from '#contracts/tickets'
import { useCan } from '../../app/session.ts'
import { CheckIcon, ClockIcon, CloseIcon, WarnIcon } from '../../ui/icons.tsx'
import { useDone, useProblem } from '../../ui/use-problem.ts'
import { useFaultWords, useSettleLetter } from '../channels/index.ts'
import styles from './Timeline.module.css'

type Props = { entry: Entry }

/** How far a message to the customer has come: one small mark and a word. */
export function DeliveryMark({ entry: { delivery } }: Props) {
  const { t } = useTranslation('tickets')
  if (delivery === 'none') return null
  return (
    <span className={styles.delivery} data-state={delivery}>
      <Marks state={delivery} />
      {t(`delivery.${delivery}`)}
    </span>
  )
}

function Marks({ state }: { state: Entry['delivery'] }) {
  if (state === 'queued') return <ClockIcon size={12} />
  if (state === 'failed') return <WarnIcon size={12} />
  if (state === 'dropped') return <CloseIcon size={12} />
  return (
    <>
      <CheckIcon size={12} />
      {state === 'sent' ? null : <CheckIcon size={12} />}
    </>
  )
}

/** Why a message waits or was given up, and what can be done about it. */
export function DeliveryProblem({ entry, channel }: Props & { channel: string }) {
  if (!entry.deliveryProblem || !['queued', 'failed'].includes(entry.delivery)) return null
  return (
    <Suspense fallback={null}>
      <Problem entry={entry} channel={channel} />
    </Suspense>
  )
}

function Problem({ entry, channel }: Props & { channel: string }) {
  const { t } = useTranslation('tickets')
  const words = useFaultWords(channel)
  const maySend = useCan('channels.connect')
  const settle = useSettleLetter()
  const problem = useProblem()
  const done = useDone()
  // The sentence goes on, so its own full stop is left out.
  const why = words(entry.deliveryProblem).replace(/[。.]$/, '')
  if (entry.delivery === 'queued')
    return <p className={styles.undelivered}>{t('deliveryWhy.queued', { why })}</p>
  const again = () =>
    settle.mutateAsync({ id: entry.id, deed: 'again' }).then(() => done(t('deliveryWhy.againDone')), problem)
  return (
    <div className={styles.undelivered} data-failed>
      <p>{t(maySend ? 'deliveryWhy.failed' : 'deliveryWhy.failedAsk', { why })}</p>
      {maySend ? (
        <Button loading={settle.isPending} onClick={() => void again()}>
          {t('deliveryWhy.again')}
        </Button>
      ) : null}
    </div>
  )
}
