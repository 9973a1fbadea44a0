import { useTranslation } from 'react-i18next'
import type { Ticket, TicketAction } from '#contracts/tickets'
import { levelName } from './level-name.ts'
import styles from './TicketAside.module.css'

/** What was judged, by whom, on what ground; and who is responsible for it. */
export function Judgement({ ticket, act }: { ticket: Ticket; act: (action: TicketAction) => void }) {
  const { t } = useTranslation('tickets')
  const { triage } = ticket
  const why = triage.reasons.map((reason) => t('judge.reason', { text: reason.text, says: reason.says }))
  return (
    <section>
      <h2>
        {t('judge.title')}
        {ticket.can.includes('triage') ? (
          <button type="button" onClick={() => act('triage')}>
            {t('judge.correct')}
          </button>
        ) : null}
      </h2>
      <dl className={styles.pairs}>
        <dt>{t('judge.kind')}</dt>
        <dd>{triage.kindName}</dd>
        <dt>{t('judge.category')}</dt>
        <dd>
          {triage.categories.map((category) => category.name).join(t('common:list.and')) ||
            t('judge.noCategory')}
        </dd>
        <dt>{t('judge.priority')}</dt>
        <dd title={`${triage.severityName} × ${triage.impactName}`}>
          {triage.severityName && triage.impactName
            ? `${levelName(triage.severityName)} × ${levelName(triage.impactName)} → `
            : ''}
          {triage.priority}
        </dd>
        <dt>{t('judge.owner')}</dt>
        <dd>
          {ticket.assignee?.name ?? t('row.ownerless')}
          {ticket.can.includes('assign') ? (
            <>
              {' '}
              <button type="button" className={styles.link} onClick={() => act('assign')}>
                {t('judge.reassign')}
              </button>
            </>
          ) : null}
          <small>
            {[ticket.teamName, ticket.ruleName].filter(Boolean).join(' · ')}
            {ticket.together.length > 0
              ? ` · ${t('judge.together', { teams: ticket.together.join(t('common:list.and')) })}`
              : ''}
          </small>
        </dd>
        {ticket.chain.length > 0 ? (
          <>
            <dt>{t('judge.chain')}</dt>
            <dd>{ticket.chain.map((role) => t(`role.${role}`)).join(' → ')}</dd>
          </>
        ) : null}
      </dl>
      {why.length > 0 ? (
        <p className={styles.why}>
          {triage.by === 'person' ? t('judge.byPerson', { name: triage.byName }) : t('judge.byRules')}
          {why.join(t('common:list.then'))}
        </p>
      ) : null}
    </section>
  )
}
