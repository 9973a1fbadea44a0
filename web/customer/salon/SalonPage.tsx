import type { JSX } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type { PublicSalon } from '#contracts/channels/salon'
import { useInPerson } from '../in-person/words.ts'
import type { Answer } from '../sending/call.ts'
import { useSender } from '../sending/use-sender.ts'
import { uuid } from '../sending/uuid.ts'
import { fetchSubject, first, locale } from '../start.ts'
import { Message } from '../ui/Frame.tsx'
import { useChange } from '../ui/hooks.ts'
import { LoadTrouble } from '../ui/LoadTrouble.tsx'
import { fill } from '../words.ts'
import { Questions } from './Questions.tsx'
import { bodyOf, EMPTY, QUESTIONS, type SalonValues } from './salon-answers.ts'
import { Thanks } from './Thanks.tsx'
import { useAnswerQueue } from './use-answer-queue.ts'
import { useQuiet } from './use-quiet.ts'
import { Welcome } from './Welcome.tsx'

const QUIET_SEC = 75
const WARN_SEC = 15
const THANKS_SEC = 20

/** /f/:slug — the salon's tablet: three questions face to face, then the next customer. */
export function SalonPage(): JSX.Element {
  const x = useInPerson().salon
  const begun = useRef(false)
  const [loading, loader] = useSender<PublicSalon>(() => {
    if (begun.current) return fetchSubject<PublicSalon>()
    begun.current = true
    return first as Promise<Answer<PublicSalon>>
  })
  useChange([], loader.send)
  useChange([loading.state], () => {
    if (loading.state === 'sent') document.title = `${loading.body.shop} · ${loading.body.brand}`
  })
  if (loading.state === 'refused' && loading.status === 410)
    return <Message title={x.offTitle} text={x.offText} />
  if (loading.state !== 'sent') return <LoadTrouble kind="form" loading={loading} onRetry={loader.send} />
  return <Tablet salon={loading.body} />
}

/** Step 0 waits for the next customer, 1 to 3 are the questions, 4 says thank you. */
function Tablet({ salon }: { salon: PublicSalon }): JSX.Element {
  const x = useInPerson().salon
  const [step, setStep] = useState(0)
  const [therapistId, setTherapist] = useState(() => named(salon))
  const [values, setValues] = useState<SalonValues>(EMPTY)
  const [sent, setSent] = useState('')
  const queue = useAnswerQueue()
  const again = (): void => {
    setValues(EMPTY)
    setStep(0)
    setSent('')
    window.scrollTo(0, 0)
  }
  const left = useQuiet(
    step > 0,
    step > QUESTIONS ? THANKS_SEC : QUIET_SEC,
    step > QUESTIONS ? 0 : WARN_SEC,
    again,
  )
  const send = (): void => {
    const submissionId = uuid()
    queue.post(bodyOf(salon, values, { submissionId, locale, therapistId, at: new Date() }))
    setSent(submissionId)
    // The next one finds nothing of this one, whatever happens to the network.
    setValues(EMPTY)
    setStep(QUESTIONS + 1)
  }
  return (
    <div class="salon">
      <header>
        <p class="shop">{[salon.brand, salon.shop].filter(Boolean).join(' · ')}</p>
      </header>
      {step === 0 && (
        <Welcome
          salon={salon}
          therapistId={therapistId}
          queue={queue}
          onTherapist={setTherapist}
          onStart={() => setStep(1)}
        />
      )}
      {step > 0 && step <= QUESTIONS && (
        <Questions
          salon={salon}
          step={step}
          values={values}
          onChange={setValues}
          onStep={setStep}
          onSend={send}
        />
      )}
      {step > QUESTIONS && (
        <Thanks number={queue.receipt?.submissionId === sent ? queue.receipt.number : ''} onDone={again} />
      )}
      <p class="tiny" aria-live="polite">
        {left > 0 && fill(x.still, { n: left })}
      </p>
    </div>
  )
}

/** `?by=…` of the link names the therapist; somebody who is not of this shop is not. */
function named({ people }: PublicSalon): string {
  const by = /[?&]by=([\w-]+)/.exec(location.search)?.[1] ?? ''
  return people.some(({ id }) => id === by) ? by : ''
}
