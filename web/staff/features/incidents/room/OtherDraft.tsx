import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RoomDraftPart } from '#contracts/incidents/drafts'
import { Meanwhile } from './Meanwhile.tsx'
import { useOtherDraft } from './use-room-draft.ts'

/** Above a part in which the reader had begun something else before, or where that could not be read: what is written now takes nothing of it away. */
export function OtherDraft({ roomId, part }: { roomId: string; part: RoomDraftPart }) {
  const { t } = useTranslation('incidents')
  const { other, swap, settle, unread, readAgain } = useOtherDraft(roomId, part)
  if (unread)
    return (
      <Meanwhile hint={t('draft.unread')}>
        <Button onClick={readAgain}>{t('common:state.retry')}</Button>
      </Meanwhile>
    )
  if (!other) return null
  return (
    <Meanwhile hint={t('draft.other')}>
      <Button onClick={swap}>{t('draft.swap')}</Button>
      <Button onClick={settle}>{t('draft.settle')}</Button>
    </Meanwhile>
  )
}
