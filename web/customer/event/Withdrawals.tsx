import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Confirmation } from '#contracts/loyalty/events'
import { useInPerson } from '../in-person/words.ts'
import { call } from '../sending/call.ts'
import { useSender } from '../sending/use-sender.ts'
import { locale } from '../start.ts'
import { useChange } from '../ui/hooks.ts'
import { useReader } from '../ui/reader.ts'
import { SendNotice } from '../ui/SendNotice.tsx'
import { sayTime } from '../when.ts'
import { fill } from '../words.ts'

type Props = { confirmation: Confirmation; onChange: (confirmation: Confirmation) => void }

/** What was agreed to, each with its way back: as easy as it was given. */
export function Withdrawals({ confirmation, onChange }: Props): JSX.Element {
  const { w } = useReader()
  const x = useInPerson().confirm
  const [asked, setAsked] = useState(false)
  const [purpose, setPurpose] = useState<'event' | 'news'>('event')
  const [sending, sender] = useSender<Confirmation>(() =>
    call<Confirmation>(`/api/public/sign-ups/${confirmation.path.slice(3)}/withdrawal?locale=${locale}`, {
      method: 'PUT',
      body: { purpose },
      locale,
    }),
  )
  useChange([sending.state], () => {
    if (sending.state === 'sent') onChange(sending.body)
  })
  const withdraw = (what: 'event' | 'news'): void => {
    setPurpose(what)
    // It sends what stands here once it is drawn.
    setTimeout(sender.send)
  }
  const agreed = (at: string): string =>
    fill(x.agreed, { time: sayTime(new Date(at), new Date(), w, locale) })
  const { consent, news } = confirmation
  return (
    <section class="agreed">
      <p class="quiet">{agreed(consent.at)}</p>
      <blockquote>{consent.text}</blockquote>
      {asked ? (
        <div class="notice" role="status">
          <p>{x.sure}</p>
          <div class="two">
            <button type="button" class="button" onClick={() => setAsked(false)}>
              {x.no}
            </button>
            <button type="button" class="button button-strong" onClick={() => withdraw('event')}>
              {x.yes}
            </button>
          </div>
        </div>
      ) : (
        <button type="button" class="link" onClick={() => setAsked(true)}>
          {x.withdraw}
        </button>
      )}
      {news && (
        <>
          <p class="quiet">{agreed(news.at)}</p>
          <blockquote>{news.text}</blockquote>
          <button type="button" class="link" onClick={() => withdraw('news')}>
            {x.withdrawNews}
          </button>
        </>
      )}
      {sending.state === 'refused' && (
        <p class="fault" role="alert">
          {sending.problem?.detail || w.sending.refused}
        </p>
      )}
      <SendNotice sending={sending} onEdit={sender.cancel} />
    </section>
  )
}
