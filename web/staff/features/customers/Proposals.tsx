import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CustomerFile } from '#contracts/customers/file'
import { TimeText } from '../../app/TimeText.tsx'
import { useProblem } from '../../ui/use-problem.ts'
import { useFileDeed } from './customer-queries.ts'
import styles from './file.module.css'

/** What somebody has learnt of the customer: one tap makes it part of the file, or throws it away. */
export function Proposals({ file }: { file: CustomerFile }) {
  const { t } = useTranslation('customers')
  const deed = useFileDeed(file.id)
  const problem = useProblem()
  if (!file.proposals.length) return null
  const decide = (partId: string, decision: 'confirm' | 'reject') =>
    deed.mutate({ do: 'decide', partId, decision }, { onError: problem })
  return (
    <ul className={styles.proposals} aria-label={t('proposal.title')}>
      {file.proposals.map((proposal) => (
        <li key={proposal.id}>
          <p>
            <b>{t('proposal.says', { field: t(`field.${proposal.field}`), after: proposal.after })}</b>
            <small>
              {proposal.by || t(`origin.${proposal.source}`)} · <TimeText at={proposal.at} />
              {proposal.reason ? ` · ${proposal.reason}` : ''}
            </small>
          </p>
          {file.can.includes('edit') ? (
            <span>
              <Button onClick={() => decide(proposal.id, 'reject')}>{t('proposal.reject')}</Button>
              <Button type="primary" onClick={() => decide(proposal.id, 'confirm')}>
                {t('proposal.confirm')}
              </Button>
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
