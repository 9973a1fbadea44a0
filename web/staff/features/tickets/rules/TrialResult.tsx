import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useProblem } from '../../../ui/use-problem.ts'
import { dateTime } from '../../../ui/use-when.ts'
import { type RuleDraft, ruleOf } from './rule-draft.ts'
import { useTryRule } from './rule-queries.ts'
import styles from './rules.module.css'

/** Which past tickets the rule would have touched, before anybody switches it on. */
export function TrialResult({ draft }: { draft: RuleDraft }) {
  const { t, i18n } = useTranslation('rules')
  const trial = useTryRule()
  const problem = useProblem()
  const run = () => {
    const { conditions, trigger, after } = ruleOf(draft)
    trial.mutate({ conditions, trigger, after }, { onError: problem })
  }
  return (
    <section className={styles.trial} aria-label={t('trial.title')}>
      <header>
        <h3>{t('trial.title')}</h3>
        <Button onClick={run} loading={trial.isPending}>
          {t('trial.run')}
        </Button>
      </header>
      {trial.data ? (
        <>
          <p>
            {t('trial.result', {
              looked: trial.data.looked,
              fits: trial.data.fits,
              since: trial.data.since ? dateTime(trial.data.since, i18n.language) : '',
            })}
          </p>
          <i className={styles.share} aria-hidden>
            <i style={{ width: `${(trial.data.fits / Math.max(1, trial.data.looked)) * 100}%` }} />
          </i>
          <ul>
            {trial.data.samples.map((ticket) => (
              <li key={ticket.id}>
                <Link to="/tickets/$id" params={{ id: ticket.id }}>
                  {ticket.number}
                </Link>
                <span>{ticket.title}</span>
                <small>{dateTime(ticket.openedAt, i18n.language)}</small>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p>{t('trial.hint')}</p>
      )}
    </section>
  )
}
