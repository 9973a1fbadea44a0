import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RoomDraftPart } from '#contracts/incidents/drafts'
import forms from './forms.module.css'
import { useOtherDraft } from './use-room-draft.ts'

/** Above a part in which the reader had begun something else before, or where that could not be read: what is written now takes nothing of it away. So too where what is written is longer than is kept. */
export function OtherDraft({ roomId, part }: { roomId: string; part: RoomDraftPart }) {
  const { t } = useTranslation('incidents')
  const { other, swap, settle, unread, readAgain, tooLong } = useOtherDraft(roomId, part)
  if (tooLong)
    return (
      <div className={forms.other} role="alert">
        <p>{t('draft.tooLong')}</p>
      </div>
    )
  if (!unread && !other) return null
  return (
    <div className={forms.other} role="status">
      <p>{t(unread ? 'draft.unread' : 'draft.other')}</p>
      {unread ? (
        <Button onClick={readAgain}>{t('common:state.retry')}</Button>
      ) : (
        <>
          <Button onClick={swap}>{t('draft.swap')}</Button>
          <Button onClick={settle}>{t('draft.settle')}</Button>
        </>
      )}
    </div>
  )
}
