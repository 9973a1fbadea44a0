import { Input, Modal, Radio } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DismissAlarm } from '#contracts/insights'
import { useProblem } from '../../ui/use-problem.ts'
import { useDismissAlarm } from './alarm-queries.ts'
import styles from './insights.module.css'

const CAUSES = ['known', 'promotion', 'same_person', 'wrong_category', 'test', 'other'] as const
const MOST = 500

/** Why it is none: asked for, because it is what the warnings are judged by. */
export function DismissDialog({ id, close, done }: { id: string; close: () => void; done: () => void }) {
  const { t } = useTranslation('insights')
  const dismiss = useDismissAlarm()
  const problem = useProblem()
  const reasonId = useId()
  const [cause, setCause] = useState<DismissAlarm['cause']>('known')
  const [reason, setReason] = useState('')
  const said = reason.trim().length >= 2
  const send = () =>
    dismiss.mutate({ id, cause, reason: reason.trim() }, { onError: problem, onSuccess: done })
  return (
    <Modal
      open
      title={t('dismiss.title')}
      okText={t(said ? 'dismiss.ok' : 'dismiss.reasonMissing')}
      onOk={send}
      onCancel={close}
      confirmLoading={dismiss.isPending}
      okButtonProps={{ disabled: !said }}
      width={480}
    >
      <p className={styles.note}>{t('dismiss.hint')}</p>
      <fieldset className={styles.causes}>
        <legend>{t('dismiss.cause')}</legend>
        <Radio.Group
          vertical
          value={cause}
          onChange={(event) => setCause(event.target.value as DismissAlarm['cause'])}
          options={CAUSES.map((value) => ({ value, label: t(`dismiss.causes.${value}`) }))}
        />
      </fieldset>
      <label className={styles.reason} htmlFor={reasonId}>
        {t('dismiss.reason')}
      </label>
      <Input.TextArea
        id={reasonId}
        rows={3}
        maxLength={MOST}
        value={reason}
        placeholder={t('dismiss.reasonHint')}
        onChange={(event) => setReason(event.target.value)}
      />
    </Modal>
  )
}
