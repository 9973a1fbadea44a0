import { Link, useNavigate } from '@tanstack/react-router'
import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Entry, Ticket } from '#contracts/tickets'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import dialog from '../Dialogs.module.css'
import styles from './Links.module.css'
import { useDetach } from './link-queries.ts'

const MOST_SIGNS = 200
const MOST_SHOWN = 160

/** What a message became when it was taken out; from the lines of its ticket. */
export type Detached = ReadonlyMap<string, { id: string; number: string }>

export function detachedOf(entries: readonly Entry[]): Detached {
  const facts = entries.filter(({ kind, fact }) => kind === 'fact' && fact === 'detached')
  return new Map(
    facts.map(({ data }) => [String(data.entryId), { id: String(data.id), number: String(data.number) }]),
  )
}

type Props = { ticket: Ticket; entry: Entry; detached: Detached }

/** Under a message of the customer: where it was taken out to, or the button that does it. */
export function DetachMessage({ ticket, entry, detached }: Props) {
  const { t } = useTranslation('links')
  const [asking, setAsking] = useState(false)
  const went = detached.get(entry.id)
  if (went)
    return (
      <span className={styles.detach}>
        {t('detach.as')}{' '}
        <Link to="/tickets/$id" params={{ id: went.id }}>
          {went.number}
        </Link>
      </span>
    )
  if (entry.kind !== 'message_in' || entry.from || !ticket.can.includes('merge')) return null
  return (
    <>
      <button type="button" className={styles.detach} onClick={() => setAsking(true)}>
        {t('detach.open')}
      </button>
      {asking ? <DetachDialog ticket={ticket} entry={entry} close={() => setAsking(false)} /> : null}
    </>
  )
}

function DetachDialog({ ticket, entry, close }: Omit<Props, 'detached'> & { close: () => void }) {
  const { t } = useTranslation('links')
  const [reason, setReason] = useState('')
  const detach = useDetach(ticket.id)
  const problem = useProblem()
  const done = useDone()
  const navigate = useNavigate()
  const send = () =>
    detach.mutate(
      { entryId: entry.id, reason },
      {
        onError: problem,
        onSuccess: ({ id, number }) => {
          done(t('detach.done', { number }))
          close()
          void navigate({ to: '/tickets/$id', params: { id } })
        },
      },
    )
  return (
    <Modal
      open
      title={t('detach.title')}
      okText={t('detach.ok')}
      onOk={send}
      onCancel={close}
      confirmLoading={detach.isPending}
      width={480}
    >
      <blockquote className={styles.quote}>{[...entry.text].slice(0, MOST_SHOWN).join('')}</blockquote>
      <p className={dialog.hint}>{t('detach.hint')}</p>
      <Input.TextArea
        autoFocus
        rows={2}
        maxLength={MOST_SIGNS}
        value={reason}
        aria-label={t('detach.words')}
        placeholder={t('detach.words')}
        onChange={(event) => setReason(event.target.value)}
      />
    </Modal>
  )
}
