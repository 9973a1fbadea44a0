import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Kind, Playbook } from '#contracts/playbook'
import { QueryState } from '../../ui/QueryState.tsx'
import { textIn } from '../../ui/text-in.ts'
import { CategoryPicker } from './CategoryPicker.tsx'
import styles from './Dialogs.module.css'
import { type DialogProps, useDialogStep } from './dialog-step.ts'
import { MatrixPicker } from './MatrixPicker.tsx'
import { usePlaybookDocument } from './playbook-query.ts'
import triage from './TriageDialog.module.css'
import { steps } from './ticket-steps.ts'

/** Corrects what the rules judged; the matrix shows at once which priority follows. */
export function TriageDialog(props: DialogProps) {
  const { t } = useTranslation('tickets')
  const playbook = usePlaybookDocument()
  const now = props.ticket.triage
  const [kind, setKind] = useState(now.kind)
  const [categories, setCategories] = useState(now.categories.map((category) => category.key))
  const [level, setLevel] = useState({ severity: Math.max(1, now.severity), impact: Math.max(1, now.impact) })
  const [reason, setReason] = useState('')
  const { run, busy } = useDialogStep(props, 'did.triage')
  return (
    <Modal
      open
      title={t('triage.title')}
      okText={t('triage.ok')}
      onOk={() => run(steps.triage({ kind, categories, ...level, reason }))}
      onCancel={props.close}
      confirmLoading={busy}
      okButtonProps={{ disabled: categories.length === 0 || !playbook.data }}
      width={720}
    >
      <QueryState query={playbook}>
        {(document) => (
          <div className={triage.form}>
            <KindChoice playbook={document} kind={kind} choose={setKind} />
            <CategoryPicker playbook={document} chosen={categories} change={setCategories} />
            <MatrixPicker playbook={document} level={level} choose={setLevel} />
            <Input
              maxLength={200}
              value={reason}
              aria-label={t('triage.reason')}
              placeholder={t('triage.reason')}
              onChange={(event) => setReason(event.target.value)}
            />
          </div>
        )}
      </QueryState>
    </Modal>
  )
}

function KindChoice({
  playbook,
  kind,
  choose,
}: {
  playbook: Playbook
  kind: Kind
  choose: (kind: Kind) => void
}) {
  const { t, i18n } = useTranslation('tickets')
  return (
    <fieldset>
      <legend>{t('judge.kind')}</legend>
      <div className={styles.choices}>
        {(Object.keys(playbook.kinds) as Kind[]).map((key) => (
          <label key={key}>
            <input type="radio" name="kind" checked={kind === key} onChange={() => choose(key)} />
            {textIn(playbook.kinds[key].name, i18n.language)}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
