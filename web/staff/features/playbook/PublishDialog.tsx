import { Form, Input, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { useDone, useProblem } from '../../ui/use-problem.ts'
import { usePublishDraft } from './playbook-queries.ts'
import type { Go } from './section-list.ts'

type Props = { open: boolean; changes: number; onClose: () => void; go: Go }

/** The last step: one sentence for the colleagues, then it is in force. */
export function PublishDialog({ open, changes, onClose, go }: Props) {
  const { t } = useTranslation(['playbook-admin', 'common'])
  const [form] = Form.useForm<{ note: string }>()
  const publish = usePublishDraft()
  const problem = useProblem()
  const done = useDone()
  const send = ({ note }: { note: string }) =>
    publish.mutateAsync(note.trim()).then((version) => {
      done(t('publish.done', { number: version.number }))
      onClose()
      go({ draft: false, section: 'versions' })
    }, problem)
  return (
    <Modal
      open={open}
      title={t('publish.title')}
      okText={t('publish.submit')}
      cancelText={t('common:action.cancel')}
      confirmLoading={publish.isPending}
      onOk={form.submit}
      onCancel={onClose}
      destroyOnHidden
    >
      <p style={{ marginBottom: 16 }}>{t('publish.hint', { count: changes })}</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={send}>
        <Form.Item
          name="note"
          label={t('publish.note')}
          rules={[{ required: true, whitespace: true, min: 2, message: t('publish.noteMissing') }]}
        >
          <Input maxLength={200} placeholder={t('publish.noteHint')} autoFocus />
        </Form.Item>
      </Form>
    </Modal>
  )
}
