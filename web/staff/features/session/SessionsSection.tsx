import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { QueryState } from '../../ui/QueryState.tsx'
import { Section } from '../../ui/Section.tsx'
import { LinesSkeleton } from '../../ui/states.tsx'
import { useDone, useProblem } from '../../ui/use-problem.ts'
import { useWhen } from '../../ui/use-when.ts'
import styles from './account.module.css'
import { deviceOf } from './device-name.ts'
import { type SessionRow, sessionsQuery, useRevokeSession } from './session-queries.ts'

/** Where this person is signed in; a device can be signed out from here. */
export function SessionsSection() {
  const { t } = useTranslation('session')
  const sessions = useQuery(sessionsQuery)
  return (
    <Section title={t('account.sessions')} hint={t('account.sessionsHint')}>
      <QueryState query={sessions} skeleton={<LinesSkeleton lines={3} />}>
        {(rows) => (
          <ul>
            {rows.map((row) => (
              <SessionLine key={row.id} row={row} />
            ))}
          </ul>
        )}
      </QueryState>
    </Section>
  )
}

function SessionLine({ row }: { row: SessionRow }) {
  const { t } = useTranslation('session')
  const when = useWhen()
  const revoke = useRevokeSession()
  const problem = useProblem()
  const done = useDone()
  const device = deviceOf(row.agent)
  return (
    <li className={styles.session}>
      <span title={row.agent}>{device ? t('account.device', device) : t('account.unknownDevice')}</span>
      <small>
        {t('account.seen', { when: when(row.seenAt) })} · {t('account.since', { when: when(row.createdAt) })}{' '}
        · {row.ip}
      </small>
      {row.current ? (
        <span className={styles.here}>{t('account.thisOne')}</span>
      ) : (
        <Button
          loading={revoke.isPending}
          onClick={() =>
            revoke.mutate(row.id, { onError: problem, onSuccess: () => done(t('account.revoked')) })
          }
        >
          {t('account.revoke')}
        </Button>
      )}
    </li>
  )
}
