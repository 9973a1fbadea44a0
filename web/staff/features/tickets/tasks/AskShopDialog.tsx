import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Ticket } from '#contracts/tickets'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import { DuePicker } from './DuePicker.tsx'
import fields from './Fields.module.css'
import { OwnerSelect, ownerOf } from './OwnerSelect.tsx'
import { deeds, useTaskDeed } from './task-queries.ts'

const TITLE_MOST = 60

/** A question's first words stand in the list; the whole of it is read when it is opened. */
function questionOf(words: string): { title: string; details: string } {
  const text = words.trim()
  const line = text.split('\n')[0] ?? ''
  if (text.length <= TITLE_MOST) return { title: text, details: '' }
  return { title: `${line.slice(0, TITLE_MOST - 1)}…`, details: text }
}

/** A question to the shop: whoever is present there gets it on the phone. */
export function AskShopDialog({ ticket, close }: { ticket: Ticket; close: () => void }) {
  const { t } = useTranslation('tasks')
  const [words, setWords] = useState('')
  const [owner, setOwner] = useState('')
  const [due, setDue] = useState<Date | null>(null)
  const deed = useTaskDeed(ticket.id)
  const problem = useProblem()
  const done = useDone()
  const ready = words.trim().length >= 2 && due !== null && (ticket.shop !== null || owner !== '')
  const send = () => {
    if (!due) return
    const question = {
      kind: 'question' as const,
      ...questionOf(words),
      dueAt: due.toISOString(),
      ...ownerOf(owner),
    }
    deed.mutate(deeds.give(ticket.id, question), {
      onError: problem,
      onSuccess: (task) => {
        done(task.owner ? t('ask.done', { name: task.owner.name }) : t('plan.addedNobody'))
        close()
      },
    })
  }
  return (
    <Modal
      open
      title={t('ask.title')}
      okText={t('ask.ok')}
      onOk={send}
      onCancel={close}
      confirmLoading={deed.isPending}
      okButtonProps={{ disabled: !ready }}
      width={520}
    >
      <div className={fields.form}>
        <p>{t(ticket.shop ? 'ask.hint' : 'ask.noShop')}</p>
        <Input.TextArea
          autoFocus
          rows={4}
          maxLength={2000}
          value={words}
          aria-label={t('ask.title')}
          placeholder={t('ask.placeholder')}
          onChange={(event) => setWords(event.target.value)}
        />
        <OwnerSelect
          ticketId={ticket.id}
          value={owner}
          choose={setOwner}
          nobody={t(ticket.shop ? 'owners.shop' : 'owners.placeholder')}
        />
        <DuePicker label={t('preset.label')} value={due} choose={setDue} soon />
      </div>
    </Modal>
  )
}
