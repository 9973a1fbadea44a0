import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useRouter, useRouterState } from '@tanstack/react-router'
import { Tabs } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCan, useMe } from '../../app/session.ts'
import { PageFrame } from '../../ui/PageFrame.tsx'
import { NoPermission } from '../../ui/states.tsx'
import { ChannelCards } from './ChannelCards.tsx'
import { CodesPanel } from './CodesPanel.tsx'
import { channelsQuery } from './channel-queries.ts'
import { lettersQuery } from './connect/connect-queries.ts'
import { LettersPanel } from './connect/LettersPanel.tsx'
import { StraysPanel } from './connect/StraysPanel.tsx'
import { KeysPanel } from './KeysPanel.tsx'

/** How many wait for a look, for the names of their tabs; empty while there are none. */
function useWaiting(): Record<string, string> {
  const mayConnect = useCan('channels.connect')
  const channels = useQuery({ ...channelsQuery, enabled: mayConnect })
  const letters = useInfiniteQuery({ ...lettersQuery, enabled: mayConnect })
  const strays = (channels.data ?? []).reduce((sum, { faults }) => sum + faults, 0)
  const unsent = (letters.data?.pages ?? []).reduce((sum, page) => sum + page.letters.length, 0)
  const more = letters.hasNextPage ? '+' : ''
  return { strays: strays ? String(strays) : '', letters: unsent ? `${unsent}${more}` : '' }
}

/** Where feedback comes in: the channels, what of them waits for a look, the printed codes, the keys of other systems. */
export function ChannelsPage() {
  const { t } = useTranslation('channels')
  const router = useRouter()
  const { can } = useMe()
  const searchStr = useRouterState({ select: (state) => state.location.searchStr })
  const tabs = [
    { key: 'channels', can: 'channels.read', children: <ChannelCards /> },
    { key: 'strays', can: 'channels.connect', children: <StraysPanel /> },
    { key: 'letters', can: 'channels.connect', children: <LettersPanel /> },
    { key: 'codes', can: 'channels.readCodes', children: <CodesPanel /> },
    { key: 'keys', can: 'channels.manageKeys', children: <KeysPanel /> },
  ].filter((tab) => can.includes(tab.can))
  const waiting = useWaiting()
  const wanted = new URLSearchParams(searchStr).get('tab')
  return (
    <PageFrame title={t('title')} width="wide">
      {tabs.length === 0 ? (
        <NoPermission />
      ) : (
        <Tabs
          destroyOnHidden
          activeKey={tabs.find((tab) => tab.key === wanted)?.key ?? tabs[0]?.key}
          onChange={(key) => router.history.replace(`/channels?tab=${key}`)}
          items={tabs.map(({ key, children }) => ({
            key,
            label: [t(`tab.${key}`), waiting[key]].filter(Boolean).join(' '),
            children,
          }))}
        />
      )}
    </PageFrame>
  )
}
