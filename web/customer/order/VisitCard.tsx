import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { TrackedOrder } from '#contracts/orders/order-page'
import { useReader } from '../ui/reader.ts'
import { sayClock, sayTime } from '../when.ts'
import { fill } from '../words.ts'
import { MessageForm } from './MessageForm.tsx'
import { useOrderWords } from './words.ts'

type Visit = NonNullable<TrackedOrder['visit']>
type VisitCardProps = { visit: Visit; shop: string; zone: string; onDone: () => void }

/** When, where and with whom; another time is asked for in the customer's own words, and the shop answers. */
export function VisitCard({ visit, shop, zone, onDone }: VisitCardProps): JSX.Element {
  const w = useOrderWords()
  const { w: common, locale } = useReader()
  const [open, setOpen] = useState(false)
  const [sent, setSent] = useState(false)
  const starts = new Date(visit.startsAt)
  const ends = new Date(visit.endsAt)
  return (
    <section class="card visit">
      <h2>{w.visit.title}</h2>
      <p class="visit-time">
        {fill(w.visit.time, {
          day: sayTime(starts, new Date(), common, locale, zone),
          end: sayClock(ends, zone),
        })}
      </p>
      <p class="quiet">
        {[
          shop,
          visit.therapist ? fill(w.visit.therapist, { name: visit.therapist }) : w.visit.anyone,
          visit.room,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <div aria-live="polite">{sent && <p class="notice">{w.visit.changeSent}</p>}</div>
      {visit.movable && !open && !sent && (
        <button type="button" class="button" onClick={() => setOpen(true)}>
          {w.visit.change}
        </button>
      )}
      {open && (
        <MessageForm
          class="stack"
          label={w.visit.changeLabel}
          placeholder={w.visit.changeHint}
          rows={2}
          maxLength={500}
          sendWord={w.visit.changeSend}
          lead={w.visit.changeLead}
          onSent={() => {
            setOpen(false)
            setSent(true)
            onDone()
          }}
          onCancel={() => setOpen(false)}
        />
      )}
    </section>
  )
}
