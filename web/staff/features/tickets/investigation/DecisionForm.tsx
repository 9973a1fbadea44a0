import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Assessment } from '#contracts/tickets/assessment'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import styles from './Assessment.module.css'
import { assessmentDeeds, useAssessmentDeed } from './investigation-queries.ts'

/** The decision this reader owes; before everybody has answered it needs a reason, and never without any opinion. */
export function DecisionForm({ ticketId, assessment }: { ticketId: string; assessment: Assessment }) {
  const { t } = useTranslation('investigation')
  const id = useId()
  const [text, setText] = useState('')
  const [early, setEarly] = useState('')
  const deed = useAssessmentDeed(ticketId)
  const problem = useProblem()
  const done = useDone()
  const given = assessment.opinions.filter((opinion) => opinion.givenAt !== null).length
  const all = given === assessment.opinions.length
  const send = () =>
    deed.mutate(assessmentDeeds.decide(assessment.id, { text, early }), {
      onError: problem,
      onSuccess: () => done(t('assessment.decide.done')),
    })
  return (
    <section className={styles.owed}>
      <h4>{t('assessment.decide.title')}</h4>
      {given === 0 ? (
        <p className={styles.hint}>{t('assessment.decide.nobody')}</p>
      ) : (
        <>
          <div className={styles.field}>
            <label htmlFor={`${id}-text`}>{t('assessment.decide.text')}</label>
            <textarea
              id={`${id}-text`}
              rows={3}
              maxLength={4000}
              value={text}
              placeholder={t('assessment.decide.placeholder')}
              onChange={(event) => setText(event.target.value)}
            />
          </div>
          {all ? null : (
            <div className={styles.field}>
              <label htmlFor={`${id}-early`}>{t('assessment.decide.early')}</label>
              <Input
                id={`${id}-early`}
                maxLength={300}
                value={early}
                placeholder={t('assessment.decide.earlyPlaceholder')}
                onChange={(event) => setEarly(event.target.value)}
              />
            </div>
          )}
          <div className={styles.foot}>
            <Button
              type="primary"
              disabled={text.trim().length < 2 || (!all && early.trim() === '')}
              loading={deed.isPending}
              onClick={send}
            >
              {t('assessment.decide.do')}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}
