import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { TrackedOrder } from '#contracts/orders/order-page'
import { useDeed } from '../sending/use-deed.ts'
import { uuid } from '../sending/uuid.ts'
import { useOnce } from '../ui/hooks.ts'
import { useReader } from '../ui/reader.ts'
import { SendNotice } from '../ui/SendNotice.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { fill } from '../words.ts'
import { useOrderWords } from './words.ts'

type TalkProps = { order: TrackedOrder; onDone: () => void }

/** A word to whoever answers for the order; what was said has a page of its own, where the answers stand. */
export function Talk({ order, onDone }: TalkProps): JSX.Element {
  const w = useOrderWords()
  const [open, setOpen] = useState(false)
  const [sent, setSent] = useState(false)
  return (
    <section class="talk order-talk" aria-label={w.talk.title}>
      {order.talks.map((talk) => (
        <a key={talk.number} class="card talk-link" href={talk.progress}>
          <b>{fill(w.talk.about, { number: talk.number })}</b>
          <span>{w.talk.follow}</span>
        </a>
      ))}
      <div aria-live="polite">{sent && <p class="notice">{w.talk.sent}</p>}</div>
      {open ? (
        <Words
          placeholder={order.kind === 'visit' ? w.visit.talk : w.talk.placeholder}
          onSent={() => {
            setOpen(false)
            setSent(true)
            onDone()
          }}
          onCancel={() => setOpen(false)}
        />
      ) : (
        <button
          type="button"
          class="button button-strong talk-add"
          onClick={() => {
            setSent(false)
            setOpen(true)
          }}
        >
          {order.talks.length ? w.talk.more : w.talk.open}
        </button>
      )}
    </section>
  )
}

type WordsProps = { placeholder: string; onSent: () => void; onCancel: () => void }

function Words({ placeholder, onSent, onCancel }: WordsProps): JSX.Element {
  const w = useOrderWords()
  const { w: common } = useReader()
  const [text, setText] = useState('')
  const [empty, setEmpty] = useState(false)
  // Made once: however often the network makes us send it, it is said once.
  const messageId = useOnce(uuid)
  const { sending, said, busy, send, cancel } = useDeed(
    'messages',
    (body) => body !== null && onSent(),
    'POST',
  )
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault()
        const words = text.trim()
        setEmpty(words === '')
        if (words && !busy) send({ messageId, text: words })
      }}
    >
      <TextArea
        label={w.talk.open}
        placeholder={placeholder}
        rows={3}
        maxLength={2000}
        value={text}
        faultId={empty ? 'fault-talk' : undefined}
        focused
        onInput={(next) => {
          setText(next)
          setEmpty(false)
        }}
      />
      {(empty || said) && (
        <p class="fault" id="fault-talk" role="alert">
          {empty ? common.talk.empty : said}
        </p>
      )}
      <SendNotice sending={sending} onEdit={cancel} />
      <div class="two">
        <button type="button" class="button" onClick={onCancel}>
          {common.common.cancel}
        </button>
        <button type="submit" class={`button button-main${busy ? ' button-busy' : ''}`}>
          {busy ? common.sending.sending : w.talk.send}
        </button>
      </div>
    </form>
  )
}
