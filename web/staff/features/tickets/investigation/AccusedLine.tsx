import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Ticket } from '#contracts/tickets'
import type { Investigation } from '#contracts/tickets/investigation'
import { useZone } from '../../../app/session.ts'
import { formatInstant } from '../../../ui/time.ts'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import { AccusedDialog } from './AccusedDialog.tsx'
import styles from './Investigation.module.css'
import { deeds, useInvestigationDeed } from './investigation-queries.ts'
import { ReasonDialog } from './ReasonDialog.tsx'

/** Whom the complaint is about and how the right of reply stands; who may investigate names the person here. */
export function AccusedLine({ ticket, record }: { ticket: Ticket; record: Investigation }) {
  const { t, i18n } = useTranslation('investigation')
  const zone = useZone()
  const [asking, setAsking] = useState<'set' | 'unset' | null>(null)
  const deed = useInvestigationDeed(ticket.id)
  const problem = useProblem()
  const done = useDone()
  const { accused } = record
  const may = record.can.includes('accuse')
  if (!accused && !may) return null
  const run = (step: Parameters<typeof deed.mutate>[0], words: string) =>
    deed.mutate(step, {
      onError: problem,
      onSuccess: () => {
        setAsking(null)
        done(words)
      },
    })
  const reply = !accused
    ? ''
    : accused.statedAt
      ? t('accused.stated')
      : accused.late
        ? t('accused.overdue')
        : accused.dueAt
          ? t('accused.waiting', { when: formatInstant(accused.dueAt, 'full', i18n.language, zone) })
          : ''
  return (
    <div className={styles.accused}>
      <span>{t('accused.label')}</span>
      {accused ? <b>{accused.who.name}</b> : <i>{t('accused.none')}</i>}
      {reply ? <small data-late={Boolean(accused?.late && !accused.statedAt)}>{reply}</small> : null}
      {may ? (
        <span className={styles.buttons}>
          <Button type="text" size="small" onClick={() => setAsking('set')}>
            {t(accused ? 'accused.change' : 'accused.set')}
          </Button>
          {accused ? (
            <Button type="text" size="small" onClick={() => setAsking('unset')}>
              {t('accused.unset')}
            </Button>
          ) : null}
        </span>
      ) : null}
      {asking === 'set' ? (
        <AccusedDialog
          ticketId={ticket.id}
          now={accused?.who.id ?? null}
          busy={deed.isPending}
          choose={(id, name) => run(deeds.accuse(id), t('accused.done', { name }))}
          close={() => setAsking(null)}
        />
      ) : null}
      {asking === 'unset' ? (
        <ReasonDialog
          title={t('accused.unsetTitle')}
          hint={t('accused.unsetHint')}
          placeholder={t('accused.unsetPlaceholder')}
          ok={t('accused.unset')}
          busy={deed.isPending}
          send={(reason) => run(deeds.unaccuse(reason), t('accused.unsetDone'))}
          close={() => setAsking(null)}
        />
      ) : null}
    </div>
  )
}
