import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Ticket } from '#contracts/tickets'
import type { Assessment } from '#contracts/tickets/assessment'
import { useZone } from '../../../app/session.ts'
import { copyText } from '../../../ui/CopyLine.tsx'
import { formatInstant } from '../../../ui/time.ts'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import { DueText } from '../tasks/DueText.tsx'
import styles from './Assessment.module.css'
import { DecisionForm } from './DecisionForm.tsx'
import shared from './Investigation.module.css'
import { assessmentDeeds, useAssessmentDeed } from './investigation-queries.ts'
import { MinutesSheet } from './MinutesSheet.tsx'
import { minutesText } from './minutes-text.ts'
import { OpinionForm } from './OpinionForm.tsx'
import { OpinionLine } from './OpinionLine.tsx'
import { ReasonDialog } from './ReasonDialog.tsx'

/** One joint assessment as its minutes: the question, who was asked, what each said and when, the decision. Whoever owes something finds the form in it. */
export function Minutes({ ticket, assessment }: { ticket: Ticket; assessment: Assessment }) {
  const { t, i18n } = useTranslation('investigation')
  const zone = useZone()
  const at = (instant: string) => formatInstant(instant, 'full', i18n.language, zone)
  const mine = assessment.opinions.find((opinion) => opinion.mine)
  const given = assessment.opinions.filter((opinion) => opinion.givenAt !== null).length
  const decides = assessment.can.includes('decide')
  return (
    <article className={styles.minutes}>
      <header>
        <h3>{assessment.question}</h3>
        <span className={`${shared.state} ${styles.state}`} data-state={assessment.state}>
          {t(`assessment.state.${assessment.state}`)}
        </span>
      </header>
      <dl className={styles.facts}>
        <div>
          <dt>{t('assessment.askedBy')}</dt>
          <dd>
            {assessment.askedBy} · {at(assessment.createdAt)}
          </dd>
        </div>
        <div>
          <dt>{t('assessment.dueAt')}</dt>
          <dd>{assessment.state === 'open' ? <DueText dueAt={assessment.dueAt} /> : at(assessment.dueAt)}</dd>
        </div>
        <div>
          <dt>{t('assessment.decider')}</dt>
          <dd>{assessment.accountable.name}</dd>
        </div>
      </dl>
      {mine ? <OpinionForm ticketId={ticket.id} assessmentId={assessment.id} /> : null}
      <section className={styles.opinions}>
        <h4>
          {t('assessment.opinions')}{' '}
          <span className={styles.count}>
            {t('assessment.answered', { given, all: assessment.opinions.length })}
          </span>
        </h4>
        <ul>
          {assessment.opinions.map((opinion) => (
            <OpinionLine key={opinion.id} opinion={opinion} open={assessment.state === 'open'} />
          ))}
        </ul>
      </section>
      {assessment.state === 'decided' ? (
        <section className={styles.decision}>
          <h4>{t('assessment.decision')}</h4>
          <p>{assessment.decision}</p>
          <small>
            {assessment.decidedBy} · {assessment.decidedAt ? at(assessment.decidedAt) : ''}
          </small>
          {assessment.earlyReason ? (
            <small>{t('assessment.early', { reason: assessment.earlyReason })}</small>
          ) : null}
        </section>
      ) : assessment.state === 'cancelled' ? (
        <p className={shared.quiet}>{t('assessment.cancelledFor', { reason: assessment.cancelledReason })}</p>
      ) : decides ? (
        <DecisionForm ticketId={ticket.id} assessment={assessment} />
      ) : (
        <p className={shared.quiet}>{t('assessment.waitDecision', { name: assessment.accountable.name })}</p>
      )}
      <Actions ticket={ticket} assessment={assessment} />
    </article>
  )
}

function Actions({ ticket, assessment }: { ticket: Ticket; assessment: Assessment }) {
  const { t, i18n } = useTranslation('investigation')
  const zone = useZone()
  const [asking, setAsking] = useState(false)
  const [printing, setPrinting] = useState(false)
  const deed = useAssessmentDeed(ticket.id)
  const problem = useProblem()
  const done = useDone()
  const copy = () =>
    void copyText(minutesText(t, ticket, assessment, i18n.language, zone)).then(
      () => done(t('assessment.copied')),
      problem,
    )
  const cancel = (reason: string) =>
    deed.mutate(assessmentDeeds.cancel(assessment.id, reason), {
      onError: problem,
      onSuccess: () => {
        setAsking(false)
        done(t('assessment.cancelDone'))
      },
    })
  return (
    <footer className={styles.actions}>
      <Button size="small" type="text" onClick={copy}>
        {t('assessment.copy')}
      </Button>
      <Button size="small" type="text" onClick={() => setPrinting(true)}>
        {t('assessment.print')}
      </Button>
      {assessment.can.includes('cancel') ? (
        <Button size="small" type="text" onClick={() => setAsking(true)}>
          {t('assessment.cancel')}
        </Button>
      ) : null}
      {printing ? (
        <MinutesSheet ticket={ticket} assessment={assessment} close={() => setPrinting(false)} />
      ) : null}
      {asking ? (
        <ReasonDialog
          title={t('assessment.cancelTitle')}
          hint={t('assessment.cancelHint')}
          placeholder={t('assessment.cancelPlaceholder')}
          ok={t('assessment.cancel')}
          busy={deed.isPending}
          send={cancel}
          close={() => setAsking(false)}
        />
      ) : null}
    </footer>
  )
}
