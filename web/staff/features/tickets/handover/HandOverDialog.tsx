import { Input, Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HandedOver, HandOverState } from '#contracts/tickets/hand-over'
import { QueryState } from '../../../ui/QueryState.tsx'
import { useProblem } from '../../../ui/use-problem.ts'
import { dateTime } from '../../../ui/use-when.ts'
import dialogs from '../Dialogs.module.css'
import styles from './HandOverDialog.module.css'
import { useHandOver, useHandOverState } from './hand-over-queries.ts'

const NOTE_MIN = 2

/** 交班: what is still on my table goes to a colleague, with a note that goes along (R2). */
export function HandOverDialog({ close }: { close: () => void }) {
  const { t } = useTranslation('handover')
  const state = useHandOverState()
  const handOver = useHandOver()
  const problem = useProblem()
  const [what, setWhat] = useState<'due' | 'all'>('due')
  const [toId, setTo] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const send = () =>
    handOver.mutate({ what, note: note.trim(), ...(toId ? { toId } : {}) }, { onError: problem })
  if (handOver.data) return <Done done={handOver.data} close={close} />
  return (
    <Modal
      open
      title={t('title')}
      okText={t('ok')}
      onOk={send}
      onCancel={close}
      confirmLoading={handOver.isPending}
      okButtonProps={{ disabled: note.trim().length < NOTE_MIN || !state.data?.open }}
      width={480}
    >
      <QueryState query={state}>
        {(held) => (
          <div className={styles.stack}>
            <Held held={held} what={what} choose={setWhat} />
            <Select
              value={toId}
              onChange={setTo}
              aria-label={t('to')}
              options={[
                { value: null, label: t('auto') },
                ...held.people.map((person) => ({
                  value: person.id,
                  label: t('person', { name: person.name, count: person.openTickets }),
                })),
              ]}
            />
            <Input.TextArea
              rows={3}
              maxLength={500}
              value={note}
              aria-label={t('note')}
              placeholder={t('notePlaceholder')}
              onChange={(event) => setNote(event.target.value)}
            />
          </div>
        )}
      </QueryState>
    </Modal>
  )
}

type HeldProps = { held: HandOverState; what: 'due' | 'all'; choose: (what: 'due' | 'all') => void }

function Held({ held, what, choose }: HeldProps) {
  const { t, i18n } = useTranslation('handover')
  if (!held.open && !held.tasks) return <p className={dialogs.hint}>{t('nothing')}</p>
  return (
    <>
      <p className={dialogs.hint}>
        {held.backAt ? t('back', { at: dateTime(held.backAt, i18n.language) }) : t('noBack')}
      </p>
      <Radio.Group value={what} onChange={(event) => choose(event.target.value)} className={styles.what}>
        <Radio value="due">{t('due', { count: held.dueBefore })}</Radio>
        <Radio value="all">{t('all', { count: held.open })}</Radio>
      </Radio.Group>
      {held.tasks ? <p className={dialogs.hint}>{t('tasks', { count: held.tasks })}</p> : null}
    </>
  )
}

function Done({ done, close }: { done: HandedOver; close: () => void }) {
  const { t } = useTranslation('handover')
  return (
    <Modal
      open
      title={t('doneTitle')}
      okText={t('close')}
      onOk={close}
      onCancel={close}
      width={480}
      footer={(_, { OkBtn }) => <OkBtn />}
    >
      <p className={dialogs.hint}>{t('done', { tickets: done.tickets, tasks: done.tasks })}</p>
      {done.left.length ? (
        <>
          <p>{t('left', { count: done.left.length })}</p>
          <ul className={styles.left}>
            {done.left.map((ticket) => (
              <li key={ticket.id}>
                <b>{ticket.number}</b> {ticket.title}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Modal>
  )
}
