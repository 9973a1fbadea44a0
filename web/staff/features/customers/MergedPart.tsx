import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerFile, MergedFile } from '#contracts/customers/file'
import { TimeText } from '../../app/TimeText.tsx'
import { useDone, useProblem } from '../../ui/use-problem.ts'
import { useMatches, useUndoMerge } from './customer-queries.ts'
import dialogs from './dialogs.module.css'
import styles from './file.module.css'
import { MatchCard } from './MatchList.tsx'
import { Part } from './Part.tsx'

/** What was merged into this file and can be taken out again, and who probably is the same person. */
export function MergedPart({ file }: { file: CustomerFile }) {
  const { t } = useTranslation('customers')
  const [undoing, setUndoing] = useState<MergedFile | null>(null)
  const may = file.can.includes('merge')
  const found = useMatches(file.id, may)
  const matches = found.data?.pages.flatMap((page) => page.matches) ?? []
  return (
    <>
      {matches.length ? (
        <Part title={t('view.pairs')}>
          <ul className={styles.matches}>
            {matches.map((match) => (
              <MatchCard key={match.id} match={match} />
            ))}
          </ul>
        </Part>
      ) : null}
      {file.merged.length ? (
        <Part title={t('part.merged')}>
          <ul className={styles.lines}>
            {file.merged.map((merged) => (
              <li key={merged.mergeId}>
                <b>{merged.name || t('nameless')}</b>
                <span>
                  {merged.number} · {merged.contact || t('noContact')}
                </span>
                <small>
                  {t('byWhom', { name: merged.by })} · <TimeText at={merged.at} /> · {merged.reason}
                </small>
                {may ? (
                  <button type="button" onClick={() => setUndoing(merged)}>
                    {t('undo.do')}
                  </button>
                ) : null}
              </li>
            ))}
          </ul>
        </Part>
      ) : null}
      {undoing ? <UndoDialog merged={undoing} close={() => setUndoing(null)} /> : null}
    </>
  )
}

function UndoDialog({ merged, close }: { merged: MergedFile; close: () => void }) {
  const { t } = useTranslation('customers')
  const [reason, setReason] = useState('')
  const undo = useUndoMerge(merged.mergeId)
  const problem = useProblem()
  const done = useDone()
  const send = () =>
    undo.mutate(reason, {
      onSuccess: () => {
        done(t('undo.done'))
        close()
      },
      onError: problem,
    })
  return (
    <Modal
      open
      title={t('undo.title', { number: merged.number })}
      okText={t('undo.do')}
      cancelText={t('cancel')}
      onOk={send}
      onCancel={close}
      confirmLoading={undo.isPending}
      okButtonProps={{ disabled: reason.trim().length < 2 }}
      width={480}
    >
      <p className={dialogs.hint}>{t('undo.hint')}</p>
      <Input
        autoFocus
        maxLength={200}
        value={reason}
        aria-label={t('undo.reason')}
        placeholder={t('undo.reason')}
        onChange={(event) => setReason(event.target.value)}
      />
    </Modal>
  )
}
