import { Checkbox, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Statement } from '#contracts/incidents/statements'
import { Field } from '../Field.tsx'
import forms from '../room/forms.module.css'
import { gapsOf } from './GapsNote.tsx'

type Props = { statement: Statement; busy: boolean; send: (why: string) => void; close: () => void }
const SHORTEST = 2

/** Approved although something is still to be filled in: whoever does so says to have seen it, and why it can't wait. */
export function GapsDialog({ statement, busy, send, close }: Props) {
  const { t } = useTranslation('incidents')
  const [seen, setSeen] = useState(false)
  const [why, setWhy] = useState('')
  const gaps = gapsOf(statement)
  return (
    <Modal
      open
      title={t('statement.gapsTitle')}
      okText={t('statement.approve')}
      onOk={() => send(why.trim())}
      onCancel={close}
      confirmLoading={busy}
      okButtonProps={{ disabled: !seen || why.trim().length < SHORTEST }}
      width={480}
    >
      <div className={forms.form}>
        <p className={forms.note}>{gaps.join(t('common:list.and'))}</p>
        <Checkbox checked={seen} onChange={(event) => setSeen(event.target.checked)}>
          {t('statement.gapsSeen', { count: gaps.length })}
        </Checkbox>
        <Field label={t('statement.gapsWhy')}>
          <Input.TextArea
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={500}
            value={why}
            placeholder={t('statement.gapsWhyHint')}
            onChange={(event) => setWhy(event.target.value)}
          />
        </Field>
      </div>
    </Modal>
  )
}
