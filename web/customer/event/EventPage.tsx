import type { JSX } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type { Confirmation, PublicEvent } from '#contracts/loyalty/events'
import { useInPerson } from '../in-person/words.ts'
import type { Answer } from '../sending/call.ts'
import { useSender } from '../sending/use-sender.ts'
import { fetchSubject, first, page } from '../start.ts'
import { Frame, Message } from '../ui/Frame.tsx'
import { useChange } from '../ui/hooks.ts'
import { LoadTrouble } from '../ui/LoadTrouble.tsx'
import { useReader } from '../ui/reader.ts'
import { sayTime } from '../when.ts'
import { fill } from '../words.ts'
import { ConfirmationView } from './ConfirmationView.tsx'
import { EventHead } from './EventHead.tsx'
import { SignUpForm } from './SignUpForm.tsx'

type Subject = PublicEvent | Confirmation

/** /e/:slug, signing up for an event, and /s/:token, what somebody holds who did. */
export function EventPage(): JSX.Element {
  const x = useInPerson()
  const begun = useRef(false)
  const [loading, loader] = useSender<Subject>(() => {
    if (begun.current) return fetchSubject<Subject>()
    begun.current = true
    return first as Promise<Answer<Subject>>
  })
  const [kept, setKept] = useState<Subject | null>(null)
  const [confirmation, setConfirmation] = useState<Confirmation | null>(null)
  useChange([], loader.send)
  useChange([loading.state], () => {
    if (loading.state === 'sent') setKept(loading.body)
  })
  const subject = loading.state === 'sent' ? loading.body : kept
  const title = subject ? ('event' in subject ? subject.event : subject.name) : ''
  useChange([title], () => {
    if (title && subject) document.title = `${title} · ${subject.brand}`
  })
  const reload = (): void => {
    fetchSubject<Subject>().then((answer) => answer.kind === 'ok' && setKept(answer.body))
  }
  if (!subject) {
    if (page === 'e' && loading.state === 'refused')
      return <Message title={x.event.unknownTitle} text={x.event.unknownText} />
    return <LoadTrouble kind={page === 's' ? 'progress' : 'form'} loading={loading} onRetry={loader.send} />
  }
  const mine = confirmation ?? ('event' in subject ? subject : null)
  if (mine) {
    return (
      <Frame shop={[mine.brand, mine.shop]}>
        <ConfirmationView confirmation={mine} onChange={setConfirmation} />
      </Frame>
    )
  }
  const event = (kept && !('event' in kept) ? kept : subject) as PublicEvent
  return <OpenEvent event={event} onReload={reload} onSignedUp={setConfirmation} />
}

type OpenEventProps = {
  event: PublicEvent
  onReload: () => void
  onSignedUp: (confirmation: Confirmation) => void
}

function OpenEvent({ event, onReload, onSignedUp }: OpenEventProps): JSX.Element {
  const signedUp = (confirmation: Confirmation): void => {
    // A reload or a bookmark opens the own page from now on.
    history.replaceState(null, '', confirmation.path)
    onSignedUp(confirmation)
  }
  return (
    <Frame shop={[event.brand]}>
      <main class="main">
        <EventHead event={event} />
        {event.phase === 'open' ? (
          <SignUpForm event={event} onSignedUp={signedUp} onStale={onReload} />
        ) : (
          <NotNow event={event} onReload={onReload} />
        )}
      </main>
    </Frame>
  )
}

const LONGEST_TIMER_MS = 2_000_000_000

/** Why nobody can sign up at the moment, and what may change that. */
function NotNow({ event, onReload }: { event: PublicEvent; onReload: () => void }): JSX.Element {
  const { w, locale } = useReader()
  const x = useInPerson().event
  const opens = new Date(event.startsAt)
  useChange([event.phase, event.startsAt], () => {
    if (event.phase !== 'early') return
    const timer = setTimeout(
      onReload,
      Math.min(LONGEST_TIMER_MS, Math.max(1000, opens.getTime() - Date.now() + 500)),
    )
    return () => clearTimeout(timer)
  })
  const [title, text] =
    event.phase === 'early'
      ? [x.earlyTitle, fill(x.earlyText, { time: sayTime(opens, new Date(), w, locale) })]
      : event.phase === 'full'
        ? [x.fullTitle, x.fullText]
        : [x.overTitle, x.overText]
  return (
    <section class="not-now" role="status">
      <h2>{title}</h2>
      <p class="quiet">{text}</p>
      {event.phase === 'full' && (
        <button type="button" class="button" onClick={onReload}>
          {x.look}
        </button>
      )}
    </section>
  )
}
