import { Tag } from 'antd'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Ticket, TicketAction } from '#contracts/tickets'
import type { TriageReason } from '#contracts/tickets/triage'
import { useDone, useProblem } from '../../ui/use-problem.ts'
import { levelName } from './level-name.ts'
import styles from './TicketAside.module.css'
import { useTicketStep } from './ticket-queries.ts'
import { steps } from './ticket-steps.ts'

/** What was judged, by whom, on what ground; and who is responsible for it. */
export function Judgement({ ticket, act }: { ticket: Ticket; act: (action: TicketAction) => void }) {
  const { t } = useTranslation('tickets')
  const { triage } = ticket
  const step = useTicketStep(ticket.id)
  const problem = useProblem()
  const done = useDone()
  const confirm = () =>
    step.mutate(steps.confirmTriage, { onError: problem, onSuccess: () => done(t('did.triageRight')) })
  const takeOver = () => {
    const { suggestion, impact } = triage
    if (!suggestion) return
    const { kind, categories, severity } = suggestion
    const body = { kind, categories: categories.map(({ key }) => key), severity, impact: Math.max(1, impact) }
    step.mutate(steps.triage(body), { onError: problem, onSuccess: () => done(t('did.triage')) })
  }
  const why = triage.reasons.map((reason) => reasonWords(t, reason))
  const by = triage.by === 'person' ? 'person' : 'rules'
  const checked = triage.by === 'person' && !triage.reasons.some((reason) => reason.kind === 'person')
  return (
    <section>
      <h2>
        {t('judge.title')}
        {ticket.can.includes('triage') ? (
          <span className={styles.deeds}>
            {by === 'person' ? null : (
              <button type="button" disabled={step.isPending} onClick={confirm}>
                {t('judge.right')}
              </button>
            )}
            <button type="button" onClick={() => act('triage')}>
              {t('judge.correct')}
            </button>
          </span>
        ) : null}
      </h2>
      <dl className={styles.pairs}>
        <dt>{t('judge.kind')}</dt>
        <dd>
          {triage.kindName}
          {triage.unsure ? (
            <>
              {' '}
              <Tag color="warning">{t('judge.unsure')}</Tag>
              <small>{t('judge.unsureWhy', { sure: triage.sure })}</small>
            </>
          ) : null}
        </dd>
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
      {triage.raised ? <Raised ticket={ticket} raised={triage.raised} /> : null}
      {triage.suggestion && ticket.can.includes('triage') ? (
        <p className={styles.why}>
          {t('judge.suggested', {
            kind: triage.suggestion.kindName,
            categories: triage.suggestion.categories.map(({ name }) => name).join(t('common:list.and')),
          })}{' '}
          <button type="button" className={styles.link} disabled={step.isPending} onClick={takeOver}>
            {t('judge.takeOver')}
          </button>
        </p>
      ) : null}
      {why.length > 0 ? (
        <p className={styles.why}>
          {by === 'rules'
            ? t('judge.byRules')
            : t(checked ? 'judge.checkedBy' : 'judge.byPerson', { name: triage.byName })}
          {why.join(t('common:list.then'))}
        </p>
      ) : null}
    </section>
  )
}

/** What was said later has made it graver: the words, what it was before, and the way back. */
function Raised({ ticket, raised }: { ticket: Ticket; raised: NonNullable<Ticket['triage']['raised']> }) {
  const { t } = useTranslation('tickets')
  const step = useTicketStep(ticket.id)
  const problem = useProblem()
  const done = useDone()
  const { words, was } = raised
  const kind = ticket.kind === 'emergency' ? 'emergency' : 'complaint'
  const before = t(was.byName ? 'judge.raised.wasBy' : 'judge.raised.was', {
    name: was.byName,
    what: [was.kindName, was.priority].join(' · '),
  })
  const dismiss = () =>
    step.mutate(steps.dismissRaise, { onError: problem, onSuccess: () => done(t('did.dismissRaise')) })
  return (
    <p className={styles.raised} data-alert={kind === 'emergency'}>
      {t(`judge.raised.${kind}`, { words, before })}{' '}
      {ticket.can.includes('dismiss_raise') ? (
        <button type="button" className={styles.link} disabled={step.isPending} onClick={dismiss}>
          {t(`judge.raised.not_${kind}`)}
        </button>
      ) : null}
    </p>
  )
}

/** What somebody wrote stands in quotes; stars, a mood or a rule do not. */
function reasonWords(t: TFunction<'tickets'>, { kind, text, says, sure }: TriageReason): string {
  if (kind === 'word' || kind === 'person') return t('judge.reason', { text, says })
  if (kind !== 'model') return says ? t('judge.sign', { text, says }) : text
  return t(text ? 'judge.modelReasonWords' : 'judge.modelReason', { text, says, sure })
}
