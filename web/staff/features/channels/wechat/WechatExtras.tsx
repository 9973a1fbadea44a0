import { useQuery } from '@tanstack/react-query'
import { QueryState } from '../../../ui/QueryState.tsx'
import { MenuEditor } from './MenuEditor.tsx'
import { ScenesPanel } from './ScenesPanel.tsx'
import { wechatQuery } from './wechat-queries.ts'

/** What an official account has beside its settings: its menu, and a code to follow it for each shop. */
export function WechatExtras({ channelId }: { channelId: string }) {
  const extras = useQuery({ ...wechatQuery(channelId), refetchOnWindowFocus: false })
  return (
    <QueryState query={extras}>
      {({ menu, shops }) => (
        <>
          <MenuEditor channelId={channelId} menu={menu} />
          <ScenesPanel channelId={channelId} shops={shops} />
        </>
      )}
    </QueryState>
  )
}
