import { Button, Input, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Room } from '#contracts/incidents'
import { useProblem } from '../../../ui/use-problem.ts'
import { deeds, useDeed } from '../incident-queries.ts'
import { useOnline } from './OfflineNote.tsx'
import { type PickedFile, RoomFiles } from './RoomFiles.tsx'
import styles from './timeline.module.css'

type Kind = 'note' | 'decision'

/** What somebody has found out, or what was decided and why; a decision is never changed, only followed by another. */
export function EntryForm({ room }: { room: Room }) {
  const { t } = useTranslation('incidents')
  const [kind, setKind] = useState<Kind>('note')
  const [text, setText] = useState('')
  const [why, setWhy] = useState('')
  const [files, setFiles] = useState<PickedFile[]>([])
  const [open, setOpen] = useState(false)
  const deed = useDeed(room.id)
  const problem = useProblem()
  const online = useOnline()
  const ready = text.trim() !== '' && (kind === 'note' || why.trim().length >= 2) && online
  const send = () => {
    if (!ready || deed.isPending) return
    const body = { kind, text: text.trim(), why: why.trim(), fileIds: files.map(({ id }) => id) }
    deed.mutate(deeds.write(body), {
      onError: problem,
      onSuccess: () => {
        setText('')
        setWhy('')
        setFiles([])
        setOpen(false)
      },
    })
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send()
      }}
    >
      <Input.TextArea
        value={text}
        maxLength={2000}
        autoSize={{ minRows: open ? 2 : 1, maxRows: 8 }}
        aria-label={t(`entry.${kind}`)}
        placeholder={t(`entry.${kind}Hint`)}
        onFocus={() => setOpen(true)}
        onChange={(event) => setText(event.target.value)}
      />
      {open || text ? (
        <>
          {kind === 'decision' ? (
            <Input
              value={why}
              maxLength={2000}
              aria-label={t('entry.why')}
              placeholder={t('entry.whyHint')}
              onChange={(event) => setWhy(event.target.value)}
            />
          ) : null}
          <RoomFiles roomId={room.id} files={files} onChange={setFiles} label={t('entry.files')} />
          <div className={styles.foot}>
            <Segmented<Kind>
              value={kind}
              onChange={setKind}
              options={[
                { value: 'note', label: t('entry.note') },
                { value: 'decision', label: t('entry.decision') },
              ]}
            />
            <Button type="primary" htmlType="submit" disabled={!ready} loading={deed.isPending}>
              {t(`entry.do.${kind}`)}
            </Button>
          </div>
        </>
      ) : null}
    </form>
  )
}
