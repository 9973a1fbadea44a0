import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Empty, Failed, LinesSkeleton } from '../../../ui/states.tsx'
import { useWhen } from '../../../ui/use-when.ts'
import { useRuleRuns } from './rule-queries.ts'
import styles from './rules.module.css'
import { useRuleWords } from './use-rule-words.ts'

/** The log: every firing with what came of each action. */
export function RuleRuns({ id }: { id: string }) {
  const { t } = useTranslation('rules')
  const runs = useRuleRuns(id)
  const words = useRuleWords()
  const when = useWhen()
  if (runs.error) return <Failed error={runs.error} retry={() => void runs.refetch()} />
  if (!runs.data) return <LinesSkeleton lines={5} />
  if (runs.data.length === 0) return <Empty title={t('runs.empty')} hint={t('runs.emptyHint')} />
  return (
    <>
      <ul className={styles.runs}>
        {runs.data.map((run) => (
          <li key={run.id}>
            <p>
              {run.ticket ? (
                <Link to="/tickets/$id" params={{ id: run.ticket.id }}>
                  {run.ticket.number}
                </Link>
              ) : null}
              <span>{run.ticket?.title ?? t('runs.hidden')}</span>
              <small>{when(run.at)}</small>
            </p>
            <ul>
              {run.did.map((deed) => (
                <li
                  key={[deed.do, deed.to, deed.text].join()}
                  data-problem={Boolean(deed.problem && deed.problem !== 'already')}
                >
                  {words.deed(deed)}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {runs.hasNextPage ? (
        <Button onClick={() => void runs.fetchNextPage()} loading={runs.isFetchingNextPage}>
          {t('runs.more')}
        </Button>
      ) : null}
    </>
  )
}
