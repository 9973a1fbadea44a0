import { Button } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Investigation } from '#contracts/tickets/investigation'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import { usePhotos } from '../composer/use-photos.ts'
import { DueText } from '../tasks/DueText.tsx'
import { AddPhotos } from './AddPhotos.tsx'
import styles from './Investigation.module.css'
import { deeds, useInvestigationDeed } from './investigation-queries.ts'

/** The right of reply: what the person complained about has to say. */
export function StatementForm({ ticketId, record }: { ticketId: string; record: Investigation }) {
  const { t } = useTranslation('investigation')
  const id = useId()
  const [text, setText] = useState('')
  const photos = usePhotos()
  const deed = useInvestigationDeed(ticketId)
  const problem = useProblem()
  const done = useDone()
  const send = () =>
    deed.mutate(deeds.state({ text, photos: photos.ids }), {
      onError: problem,
      onSuccess: () => done(t('statement.done')),
    })
  return (
    <div className={styles.asked}>
      <h3>
        <label htmlFor={id}>{t('statement.title')}</label>
        {record.accused?.dueAt ? <DueText dueAt={record.accused.dueAt} /> : null}
      </h3>
      <p className={styles.hint}>{t('statement.hint')}</p>
      <textarea
        id={id}
        className={styles.area}
        rows={4}
        maxLength={4000}
        value={text}
        placeholder={t('statement.placeholder')}
        onChange={(event) => setText(event.target.value)}
      />
      <div className={styles.foot}>
        <AddPhotos photos={photos} />
        <Button
          type="primary"
          disabled={text.trim() === '' || photos.busy}
          loading={deed.isPending}
          onClick={send}
        >
          {t('statement.do')}
        </Button>
      </div>
    </div>
  )
}
