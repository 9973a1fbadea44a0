import { Button } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Stance } from '#contracts/tickets/assessment'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import { usePhotos } from '../composer/use-photos.ts'
import { AddPhotos } from './AddPhotos.tsx'
import styles from './Assessment.module.css'
import { assessmentDeeds, useAssessmentDeed } from './investigation-queries.ts'

/** The opinion this reader owes: a position, the reasons, photos. */
export function OpinionForm({ ticketId, assessmentId }: { ticketId: string; assessmentId: string }) {
  const { t } = useTranslation('investigation')
  const id = useId()
  const [stance, setStance] = useState<Stance | null>(null)
  const [text, setText] = useState('')
  const photos = usePhotos()
  const deed = useAssessmentDeed(ticketId)
  const problem = useProblem()
  const done = useDone()
  const send = () => {
    if (!stance) return
    const body = { stance, text, photos: photos.ids }
    deed.mutate(assessmentDeeds.opine(assessmentId, body), {
      onError: problem,
      onSuccess: () => done(t('assessment.mine.done')),
    })
  }
  return (
    <section className={styles.owed}>
      <h4>{t('assessment.mine.title')}</h4>
      <fieldset className={styles.stances}>
        <legend className="sr-only">{t('assessment.mine.stance')}</legend>
        {Stance.options.map((one) => (
          <label key={one} data-stance={one}>
            <input
              type="radio"
              name={`stance-${assessmentId}`}
              checked={stance === one}
              onChange={() => setStance(one)}
            />
            {t(`assessment.stance.${one}`)}
          </label>
        ))}
      </fieldset>
      <div className={styles.field}>
        <label htmlFor={id}>{t('assessment.mine.text')}</label>
        <textarea
          id={id}
          rows={3}
          maxLength={4000}
          value={text}
          placeholder={t('assessment.mine.placeholder')}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <div className={styles.foot}>
        <AddPhotos photos={photos} />
        <span className={styles.note}>{t('assessment.mine.hint')}</span>
        <Button
          type="primary"
          disabled={!stance || text.trim() === '' || photos.busy}
          loading={deed.isPending}
          onClick={send}
        >
          {t('assessment.mine.do')}
        </Button>
      </div>
    </section>
  )
}
