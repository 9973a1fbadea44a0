import { Button, Select } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MOST_INVITED } from '#contracts/tickets/assessment'
import type { Colleagues } from '#contracts/tickets/investigation'
import { CloseIcon, PlusIcon } from '../../../ui/icons.tsx'
import { QueryState } from '../../../ui/QueryState.tsx'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import { DuePicker } from '../tasks/DuePicker.tsx'
import styles from './Assessment.module.css'
import { type Invited, readyToAsk, stillFree } from './assessment-draft.ts'
import { assessmentDeeds, useAssessmentDeed, useColleagues } from './investigation-queries.ts'

/** The question, the deadline, who is asked and who decides. */
export function AssessmentForm({ ticketId, close }: { ticketId: string; close: () => void }) {
  const colleagues = useColleagues(ticketId)
  return (
    <QueryState query={colleagues}>
      {(data) => <Asking ticketId={ticketId} colleagues={data} close={close} />}
    </QueryState>
  )
}

type Props = { ticketId: string; colleagues: Colleagues; close: () => void }

function Asking({ ticketId, colleagues, close }: Props) {
  const { t } = useTranslation(['investigation', 'tickets'])
  const id = useId()
  const [question, setQuestion] = useState('')
  const [dueAt, setDueAt] = useState<Date | null>(null)
  const [invited, setInvited] = useState<Invited[]>([{ team: null, staffId: null }])
  const [accountableId, setAccountable] = useState<string | null>(null)
  const deed = useAssessmentDeed(ticketId)
  const problem = useProblem()
  const done = useDone()
  const asked = readyToAsk(invited)
  const ready = question.trim().length >= 4 && dueAt !== null && accountableId !== null && asked !== null
  const send = () => {
    if (!ready) return
    const body = { question, dueAt: dueAt.toISOString(), accountableId, invited: asked }
    deed.mutate(assessmentDeeds.open(body), {
      onError: problem,
      onSuccess: () => {
        done(t('assessment.sent'))
        close()
      },
    })
  }
  const taken = invited.flatMap(({ staffId }) => staffId ?? [])
  const deciders = colleagues.people.filter((p) => !taken.includes(p.id))
  const row = (index: number, part: Partial<Invited>) =>
    setInvited((now) => now.map((one, i) => (i === index ? { ...one, ...part } : one)))
  return (
    <div className={styles.form}>
      <div className={styles.field}>
        <label htmlFor={`${id}-q`}>{t('assessment.question')}</label>
        <textarea
          id={`${id}-q`}
          // biome-ignore lint/a11y/noAutofocus: the form has just been asked for
          autoFocus
          rows={2}
          maxLength={1000}
          value={question}
          placeholder={t('assessment.questionPlaceholder')}
          onChange={(event) => setQuestion(event.target.value)}
        />
      </div>
      <DuePicker label={t('assessment.due')} value={dueAt} choose={setDueAt} />
      <fieldset className={styles.invited}>
        <legend>{t('assessment.invited')}</legend>
        {invited.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the form
          <div key={index} className={styles.row}>
            <Select
              aria-label={t('assessment.team')}
              placeholder={t('assessment.chooseTeam')}
              showSearch={{ optionFilterProp: 'label' }}
              value={one.team ?? undefined}
              options={colleagues.teams.map(({ key, name }) => ({ value: key, label: name }))}
              onChange={(team: string) => row(index, { team, staffId: null })}
            />
            <Select
              aria-label={t('assessment.person')}
              placeholder={t('assessment.choosePerson')}
              showSearch={{ optionFilterProp: 'label' }}
              disabled={!one.team}
              value={one.staffId ?? undefined}
              options={stillFree(colleagues, invited, index, accountableId)}
              onChange={(staffId: string) => row(index, { staffId })}
            />
            <Button
              type="text"
              aria-label={t('assessment.removeInvited')}
              disabled={invited.length === 1}
              icon={<CloseIcon size={14} />}
              onClick={() => setInvited((now) => now.filter((_, i) => i !== index))}
            />
          </div>
        ))}
        {invited.length < MOST_INVITED ? (
          <Button
            type="text"
            size="small"
            icon={<PlusIcon size={14} />}
            onClick={() => setInvited((now) => [...now, { team: null, staffId: null }])}
          >
            {t('assessment.more')}
          </Button>
        ) : null}
      </fieldset>
      <div className={styles.field}>
        <label htmlFor={`${id}-who`}>{t('assessment.accountable')}</label>
        <Select
          id={`${id}-who`}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('assessment.choosePerson')}
          value={accountableId ?? undefined}
          options={deciders.map((p) => ({
            value: p.id,
            label: `${p.name} · ${p.roles.map((role) => t(`tickets:role.${role}`)).join(' · ')}`,
          }))}
          onChange={setAccountable}
        />
        <small>{t('assessment.accountableHint')}</small>
      </div>
      <div className={styles.foot}>
        <Button onClick={close}>{t('assessment.cancelForm')}</Button>
        <Button type="primary" disabled={!ready} loading={deed.isPending} onClick={send}>
          {t('assessment.send')}
        </Button>
      </div>
    </div>
  )
}
