import type { JSX } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { useDeed } from '../sending/use-deed.ts'
import { Chips } from '../ui/Chips.tsx'
import { useChange } from '../ui/hooks.ts'
import { useReader } from '../ui/reader.ts'
import { SendNotice } from '../ui/SendNotice.tsx'
import { TextArea } from '../ui/TextArea.tsx'

type RejectFormProps = {
  title: string
  reasons: { key: string; label: string }[]
  onDone: (body: unknown) => void
  onCancel: () => void
}

/** 还不满意: why, and what the customer wants instead. */
export function RejectForm({ title, reasons, onDone, onCancel }: RejectFormProps): JSX.Element {
  const { w } = useReader()
  const [reason, setReason] = useState('')
  const [words, setWords] = useState('')
  const [unanswered, setUnanswered] = useState(false)
  const { sending, said, busy, send, cancel } = useDeed('answer', onDone)
  const place = useRef<HTMLFormElement>(null)
  useChange([], () => place.current?.querySelector<HTMLElement>('input,textarea')?.focus())
  const fault = unanswered ? w.fault.choose : said
  return (
    <form
      class="reasons"
      ref={place}
      onSubmit={(event) => {
        event.preventDefault()
        if (busy) return
        setUnanswered(!reason)
        if (reason) send({ accept: false, reason, words: words.trim() })
      }}
    >
      <fieldset class="plain stack" disabled={busy}>
        <Chips
          name="reason"
          label={title}
          labelled
          options={reasons}
          chosen={reason ? [reason] : []}
          faultId={fault ? 'fault-reason' : undefined}
          onChange={([one = '']) => {
            setReason(one)
            setUnanswered(false)
          }}
        />
        <TextArea
          label={w.proposal.words}
          placeholder={w.proposal.words}
          rows={3}
          maxLength={1000}
          value={words}
          onInput={setWords}
        />
      </fieldset>
      {fault && (
        <p class="fault" id="fault-reason" role="alert">
          {fault}
        </p>
      )}
      <SendNotice sending={sending} onEdit={cancel} />
      <div class="two">
        <button type="submit" class={`button button-main${busy ? ' button-busy' : ''}`}>
          {busy ? w.sending.sending : w.proposal.send}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {w.common.cancel}
        </button>
      </div>
    </form>
  )
}
