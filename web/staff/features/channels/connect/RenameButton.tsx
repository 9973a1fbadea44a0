import { useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../app/session.ts'
import { useFormProblem } from '../../../ui/use-form-problem.ts'
import { useDone } from '../../../ui/use-problem.ts'
import { useSaveChannel } from '../channel-queries.ts'

export function RenameButton({ id, name }: { id: string; name: string }) {
  const { t } = useTranslation(['channels', 'common'])
  const [open, setOpen] = useState(false)
  const [form] = Form.useForm<{ name: string }>()
  const save = useSaveChannel()
  const client = useQueryClient()
  const problem = useFormProblem(form)
  const done = useDone()
  const mayChange = useCan('channels.manage')
  if (!mayChange) return null
  const send = (change: { name: string }) =>
    save.mutateAsync({ id, change }).then(() => {
      setOpen(false)
      done(t('connect.renamed'))
      return client.invalidateQueries({ queryKey: ['channels'] })
    }, problem)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('connect.rename')}</Button>
      <Modal
        open={open}
        title={t('connect.renameTitle')}
        okText={t('common:action.save')}
        cancelText={t('common:action.cancel')}
        confirmLoading={save.isPending}
        onOk={form.submit}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <Form form={form} layout="vertical" requiredMark={false} initialValues={{ name }} onFinish={send}>
          <Form.Item
            name="name"
            label={t('add.called')}
            rules={[{ required: true, whitespace: true, message: t('add.calledMissing') }]}
          >
            <Input maxLength={60} />
          </Form.Item>
        </Form>
      </Modal>
    </>
  )
}
