import { useRouter, useRouterState } from '@tanstack/react-router'
import { Tabs } from 'antd'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../app/session.ts'
import { PageFrame } from '../../ui/PageFrame.tsx'
import { NoPermission } from '../../ui/states.tsx'
import { EventsPanel } from './EventsPanel.tsx'
import { LedgerPanel } from './LedgerPanel.tsx'
import { SalonPanel } from './SalonPanel.tsx'

/** What is heard where people meet: events with their sign-ups, the salon's tablets, and what events gave away. */
export function EventsPage() {
  const { t } = useTranslation('events')
  const router = useRouter()
  const { can } = useMe()
  const searchStr = useRouterState({ select: (state) => state.location.searchStr })
  const tabs = [
    { key: 'events', can: 'loyalty.readEvents', children: <EventsPanel /> },
    { key: 'salon', can: 'channels.readSalon', children: <SalonPanel /> },
    { key: 'ledger', can: 'loyalty.readLedger', children: <LedgerPanel /> },
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
          onChange={(key) => router.history.replace(`/events?tab=${key}`)}
          items={tabs.map(({ key, children }) => ({ key, label: t(`tab.${key}`), children }))}
        />
      )}
    </PageFrame>
  )
}
