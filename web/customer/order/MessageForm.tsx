import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useDeed } from '../sending/use-deed.ts'
import { uuid } from '../sending/uuid.ts'
import { useOnce } from '../ui/hooks.ts'
import { useReader } from '../ui/reader.ts'
import { SendNotice } from '../ui/SendNotice.tsx'
import { TextArea } from '../ui/TextArea.tsx'

type MessageFormProps = {
  class: string
  label: string
  placeholder: string
  rows: number
  maxLength: number
  sendWord: string
  /** Stands before what the customer writes. */
  lead?: string
  /** Says that nothing was written yet; without it an empty one is just not sent. */
  emptyWord?: string
  onSent: () => void
  onCancel: () => void
}

/** A word of the customer's in the conversation of the order. */
export function MessageForm({
  lead = '',
  emptyWord,
  onSent,
  onCancel,
  ...form
}: MessageFormProps): JSX.Element {
  const { w } = useReader()
  const [text, setText] = useState('')
  const [empty, setEmpty] = useState(false)
  // Made once: however often the network makes us send it, it is said once.
  const messageId = useOnce(uuid)
  const { sending, said, busy, send, cancel } = useDeed(
    'messages',
    (body) => body !== null && onSent(),
    'POST',
  )
  const fault = empty ? emptyWord : said
  return (
    <form
      class={form.class}
      onSubmit={(event) => {
        event.preventDefault()
        const words = text.trim()
        setEmpty(words === '' && emptyWord !== undefined)
        if (words && !busy) send({ messageId, text: `${lead}${words}` })
      }}
    >
      <TextArea
        label={form.label}
        placeholder={form.placeholder}
        rows={form.rows}
        maxLength={form.maxLength}
        value={text}
        faultId={empty ? 'fault-talk' : undefined}
        focused
        onInput={(next) => {
          setText(next)
          setEmpty(false)
        }}
      />
      {fault && (
        <p class="fault" id="fault-talk" role="alert">
          {fault}
        </p>
      )}
      <SendNotice sending={sending} onEdit={cancel} />
      <div class="two">
        <button type="button" class="button" onClick={onCancel}>
          {w.common.cancel}
        </button>
        <button type="submit" class={`button button-main${busy ? ' button-busy' : ''}`}>
          {busy ? w.sending.sending : form.sendWord}
        </button>
      </div>
    </form>
  )
}
