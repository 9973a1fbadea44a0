import { Input, Modal } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Room } from '#contracts/incidents'
import { TimeText } from '../../../app/TimeText.tsx'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import { deeds, useDeed, useFoundTickets } from '../incident-queries.ts'
import forms from './forms.module.css'
import room_ from './room.module.css'
import styles from './tickets.module.css'

/** Finds tickets by number or words and brings them into the room. */
export function LinkTicketsDialog({ room, close }: { room: Room; close: () => void }) {
  const { t } = useTranslation('incidents')
  const [words, setWords] = useState('')
  const [picked, setPicked] = useState<string[]>([])
  const q = useDeferredValue(words.trim())
  const found = useFoundTickets(q)
  const deed = useDeed(room.id)
  const problem = useProblem()
  const done = useDone()
  const known = new Set(room.linked.map(({ id }) => id))
  const rows = (found.data?.rows ?? []).filter(({ id }) => !known.has(id))
  const toggle = (id: string) =>
    setPicked(picked.includes(id) ? picked.filter((one) => one !== id) : [...picked, id])
  const send = () =>
    deed.mutate(deeds.link(picked), {
      onError: problem,
      onSuccess: () => {
        done(t('tickets.linked', { count: picked.length }))
        close()
      },
    })
  return (
    <Modal
      open
      title={t('tickets.link')}
      okText={picked.length ? t('tickets.linkDo', { count: picked.length }) : t('open.ticketMissing')}
      onOk={send}
      onCancel={close}
      confirmLoading={deed.isPending}
      okButtonProps={{ disabled: picked.length === 0 }}
      width={560}
    >
      <div className={forms.form}>
        <Input
          autoFocus
          allowClear
          value={words}
          maxLength={80}
          aria-label={t('tickets.search')}
          placeholder={t('tickets.search')}
          onChange={(event) => setWords(event.target.value)}
        />
        {found.data && rows.length === 0 ? <p className={forms.hint}>{t('tickets.nothing')}</p> : null}
        {!q && rows.length ? <p className={forms.hint}>{t('tickets.latest')}</p> : null}
        <ul className={styles.found}>
          {rows.map((row) => (
            <li key={row.id}>
              <label>
                <input type="checkbox" checked={picked.includes(row.id)} onChange={() => toggle(row.id)} />
                <span>
                  {row.title}
                  <small>
                    {[row.number, row.shop?.name, row.customerName].filter(Boolean).join(' · ')} ·{' '}
                    <span className={room_.time}>
                      <TimeText at={row.openedAt} />
                    </span>
                  </small>
                </span>
              </label>
            </li>
          ))}
        </ul>
      </div>
    </Modal>
  )
}
