import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { TrackedOrder } from '#contracts/orders/order-page'
import { useDeed } from '../sending/use-deed.ts'
import { useReader } from '../ui/reader.ts'
import { SendNotice } from '../ui/SendNotice.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { useOrderWords } from './words.ts'

/** Until the kitchen begins the order can be let go, after one more question. */
export function CancelCard({
  order,
  onDone,
}: {
  order: TrackedOrder
  onDone: (body: unknown) => void
}): JSX.Element {
  const w = useOrderWords()
  const { w: common } = useReader()
  const own = order.kind === 'visit' ? w.visit.cancel : w.cancel
  const [asked, setAsked] = useState(false)
  const [reason, setReason] = useState('')
  const { sending, said, busy, send, cancel } = useDeed('cancellation', onDone)
  if (!asked) {
    return (
      <section class="hint">
        <p>{own.hint}</p>
        <button type="button" class="link" onClick={() => setAsked(true)}>
          {own.open}
        </button>
      </section>
    )
  }
  return (
    <section class="card">
      <h2>{w.cancel.title}</h2>
      {order.paid && <p class="quiet">{w.cancel.paid}</p>}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (!busy) send({ reason: reason.trim() })
        }}
      >
        <TextArea
          label={w.cancel.reason}
          placeholder={w.cancel.reason}
          rows={2}
          maxLength={200}
          value={reason}
          onInput={setReason}
        />
        {said && (
          <p class="fault" role="alert">
            {said}
          </p>
        )}
        <SendNotice sending={sending} onEdit={cancel} />
        <div class="two">
          <button type="button" class="button" disabled={busy} onClick={() => setAsked(false)}>
            {w.cancel.keep}
          </button>
          <button type="submit" class={`button button-main${busy ? ' button-busy' : ''}`}>
            {busy ? common.sending.sending : w.cancel.do}
          </button>
        </div>
      </form>
    </section>
  )
}
