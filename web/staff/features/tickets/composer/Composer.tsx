import { type DragEvent, type KeyboardEvent, type RefObject, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Ticket } from '#contracts/tickets'
import { PHONE, useMedia } from '../../../ui/use-media.ts'
import { useProblem } from '../../../ui/use-problem.ts'
import styles from './Composer.module.css'
import { ComposerBar } from './ComposerBar.tsx'
import { ClashNote, GapNote, KeptNote, LineNote } from './ComposerNotes.tsx'
import type { ComposerMode } from './composer-mode.ts'
import { useComposer, useMentionable, usePresence } from './composer-queries.ts'
import { boxOf } from './draft-box.ts'
import { useLargeTools } from './LargeTools.tsx'
import { MENTIONS_ID } from './MentionPicker.tsx'
import { NotSent } from './NotSent.tsx'
import { PhotoStrip } from './PhotoStrip.tsx'
import { Pickers } from './Pickers.tsx'
import { namesOf, PresenceLine, useOthers } from './PresenceLine.tsx'
import { TEMPLATES_ID } from './TemplatePicker.tsx'
import { useDraft } from './use-draft.ts'
import { useGaps } from './use-gaps.ts'
import { useHeld } from './use-held.ts'
import { useUploads } from './use-photos.ts'
import { useSending } from './use-sending.ts'
import { useTokens } from './use-tokens.ts'
import { WritingField } from './WritingField.tsx'
import type { Writing } from './writing.ts'

const MODES: readonly ComposerMode[] = ['reply', 'note', 'propose']
/** Somebody who has not typed for so long is looking, not writing. */
const IDLE_MS = 30_000

type Props = {
  ticket: Ticket
  mode: ComposerMode
  setMode: (mode: ComposerMode) => void
  field: RefObject<HTMLTextAreaElement | null>
  onWriting: (writing: boolean) => void
}

/** One place to write: to the customer, to colleagues, or the proposal. Where nothing may be written it only says who else is here. */
export function Composer(props: Props) {
  const modes = MODES.filter((mode) => props.ticket.can.includes(mode))
  const mode = modes.includes(props.mode) ? props.mode : modes[0]
  const [typedAt, setTypedAt] = useState(0)
  const writing = useRecent(typedAt) && mode !== 'note'
  usePresence(props.ticket.id, writing ? 'replying' : 'viewing')
  if (!mode) return null
  return (
    <Field
      key={mode}
      {...props}
      modes={modes}
      mode={mode}
      typing={(now) => setTypedAt(now ? Date.now() : 0)}
    />
  )
}

/** True until nothing has been typed for a while. */
function useRecent(at: number): boolean {
  const [recent, setRecent] = useState(false)
  useEffect(() => {
    setRecent(at > 0)
    if (!at) return
    const timer = setTimeout(() => setRecent(false), IDLE_MS)
    return () => clearTimeout(timer)
  }, [at])
  return recent
}

type FieldProps = Props & { modes: ComposerMode[]; typing: (now: boolean) => void }

function Field({ ticket, mode, modes, setMode, field, onWriting, typing }: FieldProps) {
  const { t } = useTranslation('composer')
  const phone = useMedia(PHONE)
  const { writing, kept, change, clear } = useDraft(ticket.id, mode)
  const { text } = writing
  const { data } = useComposer(ticket.id)
  const known = useMentionable(ticket.id, mode === 'note' && text.includes('@')).data
  const others = useOthers(ticket.id)
  const [unfolded, setUnfolded] = useState(false)
  const [dropped, setDropped] = useState<Writing | null>(null)
  const [over, setOver] = useState(false)
  const warn = useProblem()
  const open = !phone || unfolded || text !== ''
  const photos = useUploads(writing.photos, (next) =>
    change({ photos: next(boxOf(ticket.id, mode).writing.photos) }),
  )
  const tokens = useTokens({ mode, text, gaps: data?.gaps ?? [], mentions: writing.mentions, field, change })
  const gaps = useGaps({ text, known: mode === 'note' ? [] : (data?.gaps ?? []), field, change })
  const sending = useSending({
    ticket,
    mode,
    writing,
    sent: () => {
      clear()
      typing(false)
      setUnfolded(false)
      onWriting(false)
    },
  })
  const large = useLargeTools({
    ticketId: ticket.id,
    mode,
    write: (next) => {
      change({ text: next })
      field.current?.focus()
    },
  })
  const held = useHeld(ticket.id, setMode)
  const waiting = data?.held.findLast((one) => one.mine && !one.problem)
  const ready = text.trim() !== '' && !photos.busy && !sending.busy

  useEffect(() => onWriting(text.trim() !== ''), [text, onWriting])

  const send = (seen = writing.seen) => {
    if (!ready) return
    if (gaps.names.length) return gaps.insist()
    const too = mode === 'note' ? '' : namesOf(others, 'replying', t('presence.join'))
    if (too) warn(new Error(t('presence.sentToo', { names: too })))
    void sending.send(seen)
  }
  const keys = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing || tokens.take(event)) return
    const command = event.ctrlKey || event.metaKey
    if (command && event.key === 'Enter') {
      event.preventDefault()
      if (text === '' && waiting) void held.run(waiting, 'now')
      else send()
    }
    if (command && event.key === 'z' && text === '' && waiting) {
      event.preventDefault()
      void held.run(waiting, 'undo')
    }
    if (event.key === 'Escape') event.currentTarget.blur()
    gaps.removed(event)
  }
  const drop = () => {
    setDropped(writing)
    sending.forget()
    change({ text: '', photos: [], mentions: [], expectedAt: null, wait: false })
  }
  const drag = (event: DragEvent, entering: boolean) => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    setOver(entering)
  }

  return (
    <section className={styles.composer} aria-label={t('label')} data-open={open}>
      <PresenceLine others={others} writing={mode !== 'note' && text.trim() !== ''} />
      <div className={styles.tabs}>
        <div role="tablist" className={styles.tabs}>
          {modes.map((key) => (
            <button
              key={key}
              type="button"
              role="tab"
              aria-selected={key === mode}
              onClick={() => setMode(key)}
            >
              {t(`mode.${key}`)}
            </button>
          ))}
        </div>
        <span className={styles.via} data-kept={kept === 'saved' || kept === 'local'}>
          <KeptNote kept={kept} />
          <span>{t(`via.${viaOf(ticket.channel, mode)}`, { channel: ticket.channelName })}</span>
        </span>
      </div>
      <NotSent ticketId={ticket.id} />
      {large.note}
      {sending.clash ? (
        <ClashNote
          other={sending.clash}
          sendAnyway={() => send(sending.clash?.id)}
          goOn={() => {
            change({ seen: sending.clash?.id ?? null })
            field.current?.focus()
          }}
          drop={drop}
        />
      ) : null}
      {dropped && text === '' ? (
        <LineNote
          words={t('clash.dropped')}
          deed={t('clash.restore')}
          run={() => {
            change({ ...dropped, seen: data?.newest ?? null })
            setDropped(null)
          }}
        />
      ) : null}
      <Pickers ticketId={ticket.id} mode={mode} phone={phone} tokens={tokens} field={field} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: photos can be dropped here; the button beside does the same by keyboard */}
      <div
        className={`${styles.box} ${styles[mode]}`}
        data-over={over ? t('photos.drop') : undefined}
        onDragOver={(event) => drag(event, true)}
        onDragLeave={(event) => drag(event, false)}
        onDrop={(event) => {
          drag(event, false)
          photos.add(event.dataTransfer.files)
        }}
      >
        <WritingField
          field={field}
          label={t(`mode.${mode}`)}
          placeholder={t(`hint.${mode}`)}
          text={text}
          rows={open ? 3 : 1}
          gaps={mode === 'note' ? [] : (data?.gaps ?? [])}
          names={known ? [...known.people, ...known.teams].map((one) => one.name) : []}
          listId={tokens.token?.sign === '@' ? MENTIONS_ID : tokens.token ? TEMPLATES_ID : undefined}
          pointed={tokens.pointed}
          change={(next, caret) => {
            change({ text: next })
            tokens.typedAt(caret)
            typing(true)
          }}
          moved={tokens.moved}
          keys={keys}
          focused={() => setUnfolded(true)}
          pasted={photos.add}
        />
        <PhotoStrip list={writing.photos} {...photos} />
      </div>
      {gaps.names.length ? (
        <GapNote gaps={gaps.names} insisted={gaps.insisted} fill={gaps.fill} remove={gaps.remove} />
      ) : null}
      <ComposerBar
        mode={mode}
        canWait={ticket.can.includes('wait')}
        expectedAt={writing.expectedAt ? new Date(writing.expectedAt) : null}
        setExpectedAt={(at) => change({ expectedAt: at?.toISOString() ?? null })}
        wait={writing.wait}
        setWait={(wait) => change({ wait })}
        pickTemplate={tokens.toggle}
        tools={large.tools}
        addPhotos={photos.add}
        ready={ready}
        busy={sending.busy || photos.busy}
        loud={text.trim() !== '' || ticket.status === 'in_progress'}
        send={() => send()}
      />
    </section>
  )
}

/** Feedback that was read elsewhere: there is nobody whom words written here would reach. */
const NOWHERE: readonly string[] = ['monitor', 'dianping', 'authority', 'public_post', 'internal', 'import']

function viaOf(channel: string, mode: ComposerMode): string {
  return mode !== 'note' && NOWHERE.includes(channel) ? 'nowhere' : mode
}
