import { App, Button, Drawer } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './fields.module.css'

type Props = {
  open: boolean
  title: string
  ready: boolean
  onClose: () => void
  onDone: () => void
  /** Named for the question that is asked first. */
  remove?: { name: string; run: () => void } | undefined
  children: ReactNode
}

/** The frame of everything edited on its own: done, cancel and, where it may go, remove. */
export function ItemDrawer({ open, title, ready, onClose, onDone, remove, children }: Props) {
  const { t } = useTranslation(['playbook-admin', 'common'])
  const { modal } = App.useApp()
  const ask = (name: string, run: () => void) =>
    modal.confirm({
      title: t('edit.removeTitle', { name }),
      content: t('edit.removeHint'),
      okText: t('edit.remove'),
      cancelText: t('common:action.cancel'),
      okButtonProps: { danger: true },
      onOk: run,
    })
  return (
    <Drawer
      open={open}
      title={title}
      size={560}
      styles={{ wrapper: { maxWidth: '100vw' } }}
      onClose={onClose}
      destroyOnHidden
      footer={
        <div className={styles.drawerFoot}>
          {remove ? (
            <Button type="text" danger onClick={() => ask(remove.name, remove.run)}>
              {t('edit.remove')}
            </Button>
          ) : null}
          <span />
          <Button onClick={onClose}>{t('common:action.cancel')}</Button>
          <Button type="primary" disabled={!ready} onClick={onDone}>
            {t('edit.done')}
          </Button>
        </div>
      }
    >
      <div className={styles.fields}>{children}</div>
    </Drawer>
  )
}
