import { App, Button, Form } from 'antd'
import { useTranslation } from 'react-i18next'
import type { WechatExtrasView } from '#contracts/channels/wechat'
import { PlusIcon } from '../../../ui/icons.tsx'
import { Section } from '../../../ui/Section.tsx'
import { useDone } from '../../../ui/use-problem.ts'
import { useWhen } from '../../../ui/use-when.ts'
import { DeedFields } from './DeedFields.tsx'
import { type MenuValues, MOST_BUTTONS, MOST_ITEMS, menuOf, valuesOf } from './menu-values.ts'
import { useRefusal } from './use-refusal.ts'
import styles from './wechat.module.css'
import { usePublishMenu } from './wechat-queries.ts'

type Props = { channelId: string; menu: WechatExtrasView['menu'] }

/** The menu below the conversation: up to three buttons, each with a deed or a list of up to five. */
export function MenuEditor({ channelId, menu }: Props) {
  const { t } = useTranslation(['connect-wechat', 'common'])
  const [form] = Form.useForm<MenuValues>()
  const publish = usePublishMenu(channelId)
  const refuse = useRefusal()
  const done = useDone()
  const when = useWhen()
  const send = (values: MenuValues) =>
    publish.mutateAsync(menuOf(values)).then(() => done(t('extras.published')), refuse)
  const published = menu.buttons.length > 0 && menu.publishedAt
  return (
    <Section
      title={t('extras.menu')}
      hint={
        published
          ? `${t('extras.menuHint')} ${t('extras.publishedAt', { when: when(published) })}`
          : t('extras.menuHint')
      }
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={valuesOf(menu.buttons)}
        onFinish={send}
      >
        <Form.List name="buttons">
          {(buttons, { add, remove }) => (
            <>
              {buttons.length ? null : <p className={styles.soft}>{t('extras.noMenu')}</p>}
              <div className={styles.buttons}>
                {buttons.map(({ key, name }) => (
                  <ButtonFields key={key} index={name} onRemove={() => remove(name)} />
                ))}
              </div>
              <div className={styles.deeds}>
                {buttons.length < MOST_BUTTONS ? (
                  <Button
                    icon={<PlusIcon size={16} />}
                    onClick={() => add({ name: '', does: 'page', items: [] })}
                  >
                    {t('extras.addButton')}
                  </Button>
                ) : null}
                {buttons.length ? (
                  <Button type="primary" htmlType="submit" loading={publish.isPending}>
                    {t('extras.publish')}
                  </Button>
                ) : null}
                {published ? (
                  <ClearButton channelId={channelId} onCleared={() => form.setFieldsValue({ buttons: [] })} />
                ) : null}
              </div>
            </>
          )}
        </Form.List>
      </Form>
    </Section>
  )
}

function ButtonFields({ index, onRemove }: { index: number; onRemove: () => void }) {
  const { t } = useTranslation('connect-wechat')
  const path = ['buttons', index]
  const name = (Form.useWatch([...path, 'name']) as string | undefined) ?? ''
  const does = Form.useWatch([...path, 'does']) as string | undefined
  const some = (_rule: unknown, items?: unknown[]) =>
    items?.length ? Promise.resolve() : Promise.reject(new Error(t('extras.itemsMissing')))
  return (
    <fieldset className={styles.button}>
      <DeedFields at={[index]} path={path} of="button" />
      {does === 'items' ? (
        <Form.List name={[index, 'items']} rules={[{ validator: some }]}>
          {(items, { add, remove }, { errors }) => (
            <div className={styles.items}>
              {items.map((item) => (
                <fieldset key={item.key}>
                  <DeedFields at={[item.name]} path={[...path, 'items', item.name]} of="item" />
                  <Button size="small" onClick={() => remove(item.name)}>
                    {t('extras.remove')}
                  </Button>
                </fieldset>
              ))}
              {items.length < MOST_ITEMS ? (
                <Button icon={<PlusIcon size={16} />} onClick={() => add({ name: '', does: 'page' })}>
                  {t('extras.addItem')}
                </Button>
              ) : null}
              <Form.ErrorList errors={errors} />
            </div>
          )}
        </Form.List>
      ) : null}
      <Button aria-label={t('extras.removeNamed', { name })} onClick={onRemove}>
        {t('extras.remove')}
      </Button>
    </fieldset>
  )
}

function ClearButton({ channelId, onCleared }: { channelId: string; onCleared: () => void }) {
  const { t } = useTranslation(['connect-wechat', 'common'])
  const { modal } = App.useApp()
  const publish = usePublishMenu(channelId)
  const refuse = useRefusal()
  const done = useDone()
  const clear = () =>
    publish.mutateAsync([]).then(() => {
      onCleared()
      done(t('extras.cleared'))
    }, refuse)
  const ask = () =>
    modal.confirm({
      title: t('extras.clearTitle'),
      content: t('extras.clearHint'),
      okText: t('extras.clear'),
      cancelText: t('common:action.cancel'),
      okButtonProps: { danger: true },
      onOk: clear,
    })
  return <Button onClick={ask}>{t('extras.clear')}</Button>
}
