import { useRouter, useRouterState } from '@tanstack/react-router'
import { Tabs } from 'antd'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../app/session.ts'
import { PageFrame } from '../../ui/PageFrame.tsx'
import { NoPermission } from '../../ui/states.tsx'
import { DeliveriesPanel } from './DeliveriesPanel.tsx'
import { HooksPanel } from './HooksPanel.tsx'
import { RobotsPanel } from './RobotsPanel.tsx'
import { SendersPanel } from './SendersPanel.tsx'

/** What goes out: to the staff in groups and on their phones, to other systems by webhooks. */
export function NotifyPage() {
  const { t } = useTranslation('notify')
  const router = useRouter()
  const { can } = useMe()
  const searchStr = useRouterState({ select: (state) => state.location.searchStr })
  const tabs = [
    { key: 'robots', can: 'notify.manage', children: <RobotsPanel /> },
    { key: 'senders', can: 'notify.manage', children: <SendersPanel /> },
    { key: 'log', can: 'notify.manage', children: <DeliveriesPanel /> },
    { key: 'hooks', can: 'notify.webhooks', children: <HooksPanel /> },
  ].filter((tab) => can.includes(tab.can))
  const wanted = new URLSearchParams(searchStr).get('tab')
  return (
    <PageFrame title={t('title')} width="wide">
      {tabs.length === 0 ? (
        <NoPermission />
      ) : (
        <Tabs
          destroyOnHidden
          activeKey={tabs.find((tab) => tab.key === wanted)?.key ?? tabs[0]?.key}
          onChange={(key) => router.history.replace(`/notify?tab=${key}`)}
          items={tabs.map(({ key, children }) => ({ key, label: t(`tab.${key}`), children }))}
        />
      )}
    </PageFrame>
  )
}
