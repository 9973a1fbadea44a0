import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Room } from '#contracts/incidents'
import { TimeText } from '../../../app/TimeText.tsx'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import { useDeed } from '../incident-queries.ts'
import styles from './affected.module.css'
import { affectedDeeds } from './affected-queries.ts'

/** Answers of customers that did not find their way into the room: where they are, and once more. */
export function LostReplies({ room }: { room: Room }) {
  const { t } = useTranslation('incidents')
  const deed = useDeed(room.id)
  const problem = useProblem()
  const done = useDone()
  const lost = room.affected?.lost ?? []
  if (lost.length === 0) return null
  const again = (ticketId: string) =>
    deed.mutate(affectedDeeds.threadAgain(ticketId), {
      onError: problem,
      onSuccess: () => done(t('affected.lost.did')),
    })
  return (
    <ul className={styles.lost} aria-label={t('affected.lost.title')}>
      {lost.map(({ ticketId, at }) => (
        <li key={ticketId} className={styles.warn}>
          <span>
            {t('affected.lost.title')}{' '}
            <Link to="/tickets/$id" params={{ id: ticketId }}>
              {t('timeline.toTicket')}
            </Link>
            <small>
              <TimeText at={at} />
            </small>
          </span>
          {room.can.includes('affected') ? (
            <Button size="small" loading={deed.isPending} onClick={() => again(ticketId)}>
              {t('affected.lost.again')}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
