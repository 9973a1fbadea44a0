import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Ticket } from '#contracts/tickets'
import type { Investigation } from '#contracts/tickets/investigation'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import styles from './Investigation.module.css'
import { deeds, useInvestigationDeed } from './investigation-queries.ts'
import { ReasonDialog } from './ReasonDialog.tsx'
import { WhyChain } from './WhyChain.tsx'

/** The investigation to read: concluded, or of a ticket one may not investigate. */
export function FindingsText({ ticket, record }: { ticket: Ticket; record: Investigation }) {
  const { t } = useTranslation('investigation')
  if (!record.updatedAt) return <p className={styles.quiet}>{t('emptyRead')}</p>
  const group = record.causes.find((c) => c.key === record.cause)?.group
  const rows = [
    ['cause.label', [group && t(`group.${group}`), record.causeName].filter(Boolean).join(' · ')],
    ['cause.note', record.causeNote],
    ['measure.label', record.measure],
    ['conclusion.label', record.conclusion],
  ] as const
  return (
    <>
      {record.whys.length > 0 ? <WhyChain start={ticket.title} whys={record.whys} /> : null}
      <dl className={styles.pairs}>
        {rows.map(([label, words]) =>
          words ? (
            <div key={label}>
              <dt>{t(label)}</dt>
              <dd>{words}</dd>
            </div>
          ) : null,
        )}
      </dl>
      {record.can.includes('reopen') ? <Reopen ticketId={ticket.id} /> : null}
    </>
  )
}

function Reopen({ ticketId }: { ticketId: string }) {
  const { t } = useTranslation('investigation')
  const [asking, setAsking] = useState(false)
  const deed = useInvestigationDeed(ticketId)
  const problem = useProblem()
  const done = useDone()
  const send = (reason: string) =>
    deed.mutate(deeds.reopen(reason), {
      onError: problem,
      onSuccess: () => {
        setAsking(false)
        done(t('reopen.done'))
      },
    })
  return (
    <div>
      <Button onClick={() => setAsking(true)}>{t('reopen.do')}</Button>
      {asking ? (
        <ReasonDialog
          title={t('reopen.title')}
          hint={t('reopen.hint')}
          placeholder={t('reopen.placeholder')}
          ok={t('reopen.do')}
          busy={deed.isPending}
          send={send}
          close={() => setAsking(false)}
        />
      ) : null}
    </div>
  )
}
