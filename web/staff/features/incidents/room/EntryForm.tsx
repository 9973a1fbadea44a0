import { Button, Input, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Room } from '#contracts/incidents'
import { useProblem } from '../../../ui/use-problem.ts'
import { deeds, useDeed } from '../incident-queries.ts'
import { writtenSince } from './not-sent.ts'
import { useOnline } from './OfflineNote.tsx'
import { type PickedFile, RoomFiles } from './RoomFiles.tsx'
import styles from './timeline.module.css'
import { useRoomDraft } from './use-room-draft.ts'

type Kind = 'note' | 'decision'
type Draft = { kind: Kind; text: string; why: string; files: PickedFile[]; busy: boolean }
const EMPTY: Draft = { kind: 'note', text: '', why: '', files: [], busy: false }

/** What somebody has found out, or what was decided and why; a decision is never changed, only followed by another. */
export function EntryForm({ room }: { room: Room }) {
  const { t } = useTranslation('incidents')
  const [draft, change] = useRoomDraft(room.id, 'entry', EMPTY, wordsOf)
  const { kind, text, why, files, busy } = draft
  const set = (part: Partial<Draft>) => change((now) => ({ ...now, ...part }))
  const [open, setOpen] = useState(false)
  const deed = useDeed(room.id)
  const problem = useProblem()
  const online = useOnline()
  const ready = text.trim() !== '' && (kind === 'note' || why.trim().length >= 2) && online && !busy
  const send = () => {
    if (!ready || deed.isPending) return
    const body = { kind, text: text.trim(), why: why.trim(), fileIds: files.map(({ id }) => id) }
    void deed.mutateAsync(deeds.write(body)).then(() => {
      change((now) => restOf(now, draft))
      setOpen(false)
    }, problem)
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
        onChange={(event) => set({ text: event.target.value })}
      />
      {open || text || why || files.length || busy ? (
        <>
          {kind === 'decision' ? (
            <Input.TextArea
              value={why}
              maxLength={2000}
              autoSize={{ minRows: 1, maxRows: 8 }}
              aria-label={t('entry.why')}
              placeholder={t('entry.whyHint')}
              onChange={(event) => set({ why: event.target.value })}
            />
          ) : null}
          <RoomFiles
            roomId={room.id}
            files={files}
            onChange={(update) => change((now) => ({ ...now, files: update(now.files) }))}
            busy={busy}
            onBusy={(up) => set({ busy: up })}
            label={t('entry.files')}
          />
          <div className={styles.foot}>
            <Segmented<Kind>
              value={kind}
              onChange={(next) => set({ kind: next })}
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

/** Photos are chosen anew after the page was loaded. */
const wordsOf = ({ kind, text, why }: Draft): Draft => ({ ...EMPTY, kind, text, why })

/** What was added while the entry was on its way begins the next one. */
function restOf(now: Draft, sent: Draft): Draft {
  const text = writtenSince(now.text, sent.text)
  const files = now.files.filter((file) => !sent.files.includes(file))
  const why = now.why === sent.why ? '' : now.why
  // A decision is chosen anew each time: the next quick line is a note again.
  const kind = text || why || files.length ? now.kind : 'note'
  return { ...now, kind, text, why, files }
}
