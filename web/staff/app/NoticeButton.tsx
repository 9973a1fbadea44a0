import { Drawer } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSealCount } from '../features/incidents/index.ts'
import { NoticeList, useUnseenNotices } from '../features/tickets/index.ts'
import { BellIcon } from '../ui/icons.tsx'
import styles from './Shell.module.css'

/** 提醒: what happened to my tickets, in a panel beside the rail. */
export function NoticeButton() {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const unseen = useUnseenNotices() + useSealCount('all')
  return (
    <>
      <button type="button" className={styles.link} onClick={() => setOpen(true)}>
        <BellIcon size={17} />
        {t('nav.notices')}
        {unseen > 0 ? <b className={styles.hot}>{unseen > 99 ? '99+' : unseen}</b> : null}
      </button>
      <Drawer
        title={t('nav.notices')}
        placement="left"
        open={open}
        onClose={() => setOpen(false)}
        mask={{ closable: true }}
        size={384}
        styles={{ body: { padding: 0 } }}
        destroyOnHidden
      >
        <NoticeList onOpen={() => setOpen(false)} />
      </Drawer>
    </>
  )
}
