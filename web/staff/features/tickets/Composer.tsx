import { type KeyboardEvent, type RefObject, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Ticket } from '#contracts/tickets'
import { PHONE, useMedia } from '../../ui/use-media.ts'
import { useDone, useProblem } from '../../ui/use-problem.ts'
import styles from './Composer.module.css'
import { ComposerBar } from './ComposerBar.tsx'
import type { ComposerMode } from './composer-mode.ts'
import { draftOf, keepDraft } from './drafts.ts'
import { TemplatePicker } from './TemplatePicker.tsx'
import { type Template, useTicketStep } from './ticket-queries.ts'
import { steps, type TicketStep } from './ticket-steps.ts'
import { usePhotos } from './use-photos.ts'

const MODES: readonly ComposerMode[] = ['reply', 'note', 'propose']

type Props = {
  ticket: Ticket
  mode: ComposerMode
  setMode: (mode: ComposerMode) => void
  field: RefObject<HTMLTextAreaElement | null>
  onWriting: (writing: boolean) => void
}

/** One place to write: to the customer, to colleagues, or the proposal. Absent where nothing may be written. */
export function Composer(props: Props) {
  const modes = MODES.filter((mode) => props.ticket.can.includes(mode))
  const mode = modes.includes(props.mode) ? props.mode : modes[0]
  if (!mode) return null
  return <Writing key={mode} {...props} modes={modes} mode={mode} />
}

function Writing({ ticket, mode, modes, setMode, field, onWriting }: Props & { modes: ComposerMode[] }) {
  const { t } = useTranslation('tickets')
  const phone = useMedia(PHONE)
  const [text, setText] = useState(() => draftOf(ticket.id, mode))
  const [picking, setPicking] = useState(false)
  const [expectedAt, setExpectedAt] = useState<Date | null>(null)
  const [wait, setWait] = useState(false)
  const [open, setOpen] = useState(!phone || text !== '')
  const photos = usePhotos()
  const step = useTicketStep(ticket.id)
  const problem = useProblem()
  const done = useDone()
  const ready = text.trim() !== '' && !photos.busy && !step.isPending

  const change = (next: string) => {
    // "/" in an empty field asks for a template; the sign itself is not part of the answer.
    if (next === '/') return setPicking(true)
    setText(next)
    keepDraft(ticket.id, mode, next)
    onWriting(next.trim() !== '')
  }
  const choose = (template: Template) => {
    change(text ? `${text.trimEnd()}\n${template.text}` : template.text)
    setPicking(false)
    field.current?.focus()
  }
  const send = () => {
    if (!ready) return
    step.mutate(stepOf(mode, text, photos.ids, expectedAt, wait), {
      onError: problem,
      onSuccess: () => {
        change('')
        photos.clear()
        setExpectedAt(null)
        setWait(false)
        if (phone) setOpen(false)
        done(t(`composer.sent.${mode}`))
      },
    })
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      send()
    }
    if (event.key === 'Escape') (event.target as HTMLElement).blur()
  }

  return (
    <section className={styles.composer} aria-label={t('composer.label')} data-open={open}>
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
              {t(`composer.mode.${key}`)}
            </button>
          ))}
        </div>
        <span className={styles.via}>{t(`composer.via.${mode}`, { channel: ticket.channelName })}</span>
      </div>
      {picking ? (
        <TemplatePicker ticketId={ticket.id} mode={mode} choose={choose} close={() => setPicking(false)} />
      ) : null}
      <div className={`${styles.box} ${styles[mode]}`}>
        <textarea
          ref={field}
          value={text}
          maxLength={4000}
          rows={open ? 3 : 1}
          placeholder={t(`composer.hint.${mode}`)}
          aria-label={t(`composer.mode.${mode}`)}
          onChange={(event) => change(event.target.value)}
          onKeyDown={keys}
          onFocus={() => setOpen(true)}
          onPaste={(event) => photos.add(event.clipboardData.files)}
        />
        {photos.list.length > 0 ? (
          <ul className={styles.photos}>
            {photos.list.map((photo) => (
              <li key={photo.id}>
                <img src={photo.url} alt="" />
                <button type="button" aria-label={t('photo.remove')} onClick={() => photos.remove(photo.id)}>
                  ×
                </button>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
      <ComposerBar
        mode={mode}
        canWait={ticket.can.includes('wait')}
        expectedAt={expectedAt}
        setExpectedAt={setExpectedAt}
        wait={wait}
        setWait={setWait}
        pickTemplate={() => setPicking(!picking)}
        addPhotos={photos.add}
        ready={ready}
        busy={step.isPending || photos.busy}
        loud={text.trim() !== '' || ticket.status === 'in_progress'}
        send={send}
      />
    </section>
  )
}

function stepOf(
  mode: ComposerMode,
  text: string,
  photos: string[],
  expectedAt: Date | null,
  wait: boolean,
): TicketStep {
  if (mode === 'note') return steps.note({ text, photos })
  if (mode === 'propose') return steps.propose(text)
  const expected = expectedAt ? { expectedAt: expectedAt.toISOString() } : {}
  return steps.reply({ text, photos, wait, ...expected })
}
