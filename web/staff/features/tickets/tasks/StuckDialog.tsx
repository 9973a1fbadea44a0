import { Input, Modal } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Ticket } from '#contracts/tickets'
import { useZone } from '../../../app/session.ts'
import { formatInstant } from '../../../ui/time.ts'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import { DuePicker } from './DuePicker.tsx'
import fields from './Fields.module.css'
import styles from './PlanPanel.module.css'
import { promiseWords } from './promise-words.ts'
import { deeds, useTaskDeed } from './task-queries.ts'

/** Whether the words of the customer's language are here; fetched when they are not the reader's own. */
function useLanguage(language: string): boolean {
  const { i18n } = useTranslation('tasks')
  const [known, setKnown] = useState(() => i18n.hasResourceBundle(language, 'tasks'))
  useEffect(() => {
    if (!known) void i18n.loadLanguages(language).then(() => setKnown(true))
  }, [i18n, language, known])
  return known
}

/** 暂时解决不了: when it will be solved, when the customer hears from us next, and the words that say so. */
export function StuckDialog({ ticket, close }: { ticket: Ticket; close: () => void }) {
  const { t } = useTranslation('tasks')
  const zone = useZone()
  const [expected, setExpected] = useState<Date | null>(null)
  const [next, setNext] = useState<Date | null>(null)
  /** Null until the person writes: the draft then follows the times. */
  const [own, setOwn] = useState<string | null>(null)
  const deed = useTaskDeed<unknown>(ticket.id)
  const problem = useProblem()
  const done = useDone()
  const known = useLanguage(ticket.language)
  const at = (date: Date) =>
    (['day', 'time'] as const)
      .map((style) => formatInstant(date.getTime(), style, ticket.language, zone))
      .join(' ')
  const draft =
    expected && next && known
      ? promiseWords(t, ticket.language, {
          name: ticket.customer?.name ?? '',
          expected: at(expected),
          next: at(next),
        })
      : ''
  const message = own ?? draft
  const tooLate = expected !== null && next !== null && next > expected
  const send = () => {
    if (!expected || !next) return
    const promise = { expectedAt: expected.toISOString(), nextContactAt: next.toISOString(), message }
    deed.mutate(deeds.plan(ticket.id, { steps: [], promise }), {
      onError: problem,
      onSuccess: () => {
        done(t('stuck.done'))
        close()
      },
    })
  }
  return (
    <Modal
      open
      title={t('stuck.title')}
      okText={t('stuck.ok')}
      onOk={send}
      onCancel={close}
      confirmLoading={deed.isPending}
      okButtonProps={{ disabled: !expected || !next || tooLate || message.trim() === '' }}
      width={560}
    >
      <div className={fields.form}>
        <p>{t('stuck.hint')}</p>
        <DuePicker label={t('stuck.expected')} value={expected} choose={setExpected} />
        <DuePicker label={t('stuck.next')} value={next} choose={setNext} />
        {tooLate ? <p role="alert">{t('stuck.nextAfter')}</p> : null}
        <div>
          <p className={fields.label}>{t('stuck.message')}</p>
          {expected && next ? (
            <Input.TextArea
              rows={4}
              maxLength={2000}
              value={message}
              aria-label={t('stuck.message')}
              onChange={(event) => setOwn(event.target.value)}
            />
          ) : (
            <p className={styles.preview}>{t('stuck.pick')}</p>
          )}
        </div>
      </div>
    </Modal>
  )
}
