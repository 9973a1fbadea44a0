import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { TrackedOrder } from '#contracts/orders/order-page'
import { useReader } from '../ui/reader.ts'
import { fill } from '../words.ts'
import { MessageForm } from './MessageForm.tsx'
import { useOrderWords } from './words.ts'

type TalkProps = { order: TrackedOrder; onDone: () => void }

/** A word to whoever answers for the order; what was said has a page of its own, where the answers stand. */
export function Talk({ order, onDone }: TalkProps): JSX.Element {
  const w = useOrderWords()
  const { w: common } = useReader()
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
        <MessageForm
          class="composer"
          label={w.talk.open}
          rows={3}
          maxLength={2000}
          sendWord={w.talk.send}
          emptyWord={common.talk.empty}
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
