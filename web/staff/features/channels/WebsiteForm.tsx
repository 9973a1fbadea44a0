import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../app/session.ts'
import { CopyLine } from '../../ui/CopyLine.tsx'
import { QueryState } from '../../ui/QueryState.tsx'
import { useFormProblem } from '../../ui/use-form-problem.ts'
import { useDone } from '../../ui/use-problem.ts'
import { codesQuery, useSaveChannel } from './channel-queries.ts'
import styles from './channels.module.css'

type Props = { id: string; origins: string[] }

/** The form inside the brand's own pages: which websites may show it, and the line that goes there. */
export function WebsiteForm({ id, origins }: Props) {
  const { t } = useTranslation('website-form')
  const may = useCan('channels.manage')
  const [open, setOpen] = useState(false)
  if (!may) return null
  return (
    <>
      <Button size="small" className={styles.putIn} onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
      <Modal
        open={open}
        title={t('title')}
        footer={null}
        width={600}
        destroyOnHidden
        onCancel={() => setOpen(false)}
      >
        <Sites id={id} origins={origins} />
        <Lines />
      </Modal>
    </>
  )
}

function Sites({ id, origins }: Props) {
  const { t } = useTranslation('website-form')
  const [form] = Form.useForm<{ origins: string }>()
  const save = useSaveChannel()
  const problem = useFormProblem(form)
  const done = useDone()
  const keep = (given: { origins: string }) => {
    const lines = given.origins.split('\n').map((line) => line.trim())
    const change = { origins: lines.filter(Boolean) }
    save.mutate({ id, change }, { onError: problem, onSuccess: () => done(t('saved')) })
  }
  return (
    <Form form={form} layout="vertical" initialValues={{ origins: origins.join('\n') }} onFinish={keep}>
      <Form.Item name="origins" label={t('sites')} extra={t('sitesHint')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} spellCheck={false} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {t('save')}
      </Button>
    </Form>
  )
}

function Lines() {
  const { t } = useTranslation('website-form')
  const codes = useQuery(codesQuery)
  const lineOf = (slug: string) =>
    `<script src="${window.location.origin}/widget.js" data-form="${slug}" async></script>`
  return (
    <section className={styles.guideEnd}>
      <QueryState query={codes}>
        {(all) => {
          const rows = all.filter(({ place, on }) => place === 'website' && on)
          if (rows.length === 0) return <p>{t('none')}</p>
          return (
            <>
              <h3>{t('lines')}</h3>
              {rows.map(({ id, slug, label, shop }) => {
                const name = [shop?.name, label].filter(Boolean).join(' ')
                return (
                  <div key={id}>
                    <p>{name}</p>
                    <CopyLine text={lineOf(slug)} label={t('copy', { name })} />
                  </div>
                )
              })}
            </>
          )
        }}
      </QueryState>
    </section>
  )
}
