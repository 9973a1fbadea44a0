import { useNavigate } from '@tanstack/react-router'
import { Button, Drawer, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BackIcon, ChevronIcon } from '../../../ui/icons.tsx'
import { useFormProblem } from '../../../ui/use-form-problem.ts'
import type { ChannelView } from '../channel-queries.ts'
import { SHELVES } from './channel-groups.ts'
import { type ConnectableKind, useCreateChannel } from './connect-queries.ts'
import styles from './gallery.module.css'

type Props = { open: boolean; channels: readonly ChannelView[]; onClose: () => void }

/** The gallery of everything that can be connected; choosing one names it, makes it and goes to its page. */
export function AddChannelDrawer({ open, channels, onClose }: Props) {
  const { t } = useTranslation('channels')
  const [kind, setKind] = useState<ConnectableKind | null>(null)
  const countOf = (one: string) => channels.filter((c) => c.kind === one).length
  return (
    <Drawer
      open={open}
      onClose={onClose}
      afterOpenChange={(now) => now || setKind(null)}
      title={t('add.title')}
      size={600}
      styles={{ wrapper: { maxWidth: '100vw' } }}
    >
      {kind ? (
        <NameForm key={kind} kind={kind} count={countOf(kind)} onBack={() => setKind(null)} />
      ) : (
        <>
          <p className={styles.soft}>{t('add.hint')}</p>
          {SHELVES.map((shelf) => (
            <section key={shelf.key} className={styles.shelf}>
              <h3>{t(`add.group.${shelf.key}`)}</h3>
              <ul>
                {shelf.kinds.map((one) => (
                  <li key={one}>
                    <button type="button" onClick={() => setKind(one)}>
                      <span>
                        <strong>{t(`name.${one}`)}</strong>
                        {countOf(one) ? <em>{t('add.already', { count: countOf(one) })}</em> : null}
                        <small>{t(`kind.${one}`)}</small>
                      </span>
                      <ChevronIcon size={16} />
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </>
      )}
    </Drawer>
  )
}

function NameForm({ kind, count, onBack }: { kind: ConnectableKind; count: number; onBack: () => void }) {
  const { t } = useTranslation('channels')
  const navigate = useNavigate()
  const [form] = Form.useForm<{ name: string }>()
  const create = useCreateChannel()
  const problem = useFormProblem(form)
  const own = t(`name.${kind}`)
  const send = ({ name }: { name: string }) =>
    create
      .mutateAsync({ kind, name: name.trim() })
      .then(({ id }) => navigate({ to: '/channels/$id', params: { id } }), problem)
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ name: count ? `${own} ${count + 1}` : own }}
      onFinish={send}
    >
      <Button type="link" className={styles.back ?? ''} icon={<BackIcon size={16} />} onClick={onBack}>
        {t('add.other')}
      </Button>
      <h3 className={styles.chosen}>{own}</h3>
      <p className={styles.soft}>{t(`kind.${kind}`)}</p>
      <Form.Item
        name="name"
        label={t('add.called')}
        extra={t('add.calledHint')}
        rules={[{ required: true, whitespace: true, message: t('add.calledMissing') }]}
      >
        <Input maxLength={60} autoFocus />
      </Form.Item>
      <Button type="primary" size="large" block htmlType="submit" loading={create.isPending}>
        {t('add.create')}
      </Button>
    </Form>
  )
}
