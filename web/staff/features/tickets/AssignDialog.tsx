import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../app/session.ts'
import { QueryState } from '../../ui/QueryState.tsx'
import { Empty } from '../../ui/states.tsx'
import styles from './Dialogs.module.css'
import { type DialogProps, useDialogStep } from './dialog-step.ts'
import { type Assignable, useAssignable } from './ticket-queries.ts'
import { steps } from './ticket-steps.ts'

/** Who is to look after it: who is there and has least on the table stands first; absent people cannot be chosen. */
export function AssignDialog(props: DialogProps) {
  const { ticket, close } = props
  const { t } = useTranslation('tickets')
  const people = useAssignable(ticket.shop?.id, true)
  const [chosen, setChosen] = useState<string | null>(null)
  const [words, setWords] = useState('')
  const [note, setNote] = useState('')
  const { run, busy } = useDialogStep(props, 'did.assign')
  const most = Math.max(1, ...(people.data ?? []).map((person) => person.openTickets))
  return (
    <Modal
      open
      title={t('assign.title')}
      okText={t('assign.ok')}
      onOk={() => chosen && run(steps.assign({ assigneeId: chosen, note }))}
      onCancel={close}
      confirmLoading={busy}
      okButtonProps={{ disabled: !chosen }}
      width={480}
    >
      <Input
        autoFocus
        value={words}
        aria-label={t('assign.search')}
        placeholder={t('assign.search')}
        onChange={(event) => setWords(event.target.value)}
      />
      <QueryState query={people}>
        {(list) => {
          const shown = inOrder(list).filter((person) => person.name.includes(words.trim()))
          if (shown.length === 0) return <Empty title={t('assign.nobody')} />
          return (
            <ul className={styles.people}>
              {shown.map((person) => (
                <li key={person.id}>
                  <PersonLine
                    person={person}
                    most={most}
                    now={person.id === ticket.assignee?.id}
                    chosen={chosen === person.id}
                    choose={() => setChosen(person.id)}
                  />
                </li>
              ))}
            </ul>
          )
        }}
      </QueryState>
      <Input.TextArea
        rows={2}
        maxLength={500}
        value={note}
        aria-label={t('assign.note')}
        placeholder={t('assign.note')}
        onChange={(event) => setNote(event.target.value)}
      />
    </Modal>
  )
}

function inOrder(people: Assignable[]): Assignable[] {
  return people.toSorted((a, b) => Number(b.onDuty) - Number(a.onDuty) || a.openTickets - b.openTickets)
}

type LineProps = { person: Assignable; most: number; now: boolean; chosen: boolean; choose: () => void }

function PersonLine({ person, most, now, chosen, choose }: LineProps) {
  const { t } = useTranslation('tickets')
  const me = useMe().staffId === person.id
  const roles = person.roles.map((role) => t(`role.${role}`)).join(t('common:list.and'))
  return (
    <label data-chosen={chosen} data-off={!person.onDuty}>
      <input
        type="radio"
        name="assignee"
        checked={chosen}
        disabled={!person.onDuty || now}
        onChange={choose}
      />
      <i className={styles.presence} data-on={person.onDuty} />
      <b>{me ? t('assign.me', { name: person.name }) : person.name}</b>
      <small>
        {[roles, now ? t('assign.now') : person.onDuty ? '' : t('assign.off')].filter(Boolean).join(' · ')}
      </small>
      <span className={styles.load}>
        <i style={{ width: `${(person.openTickets / most) * 48}px` }} />
        {t('assign.load', { count: person.openTickets })}
      </span>
    </label>
  )
}
