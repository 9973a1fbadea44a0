import type { JSX } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type { TabletReceipt } from '#contracts/channels/tablet'
import { CONTACT } from '../form/form-rules.ts'
import { uuid } from '../sending/uuid.ts'
import { IdleNotice } from '../tablet/IdleNotice.tsx'
import { useQuiet } from '../tablet/use-quiet.ts'
import { useChange } from '../ui/hooks.ts'
import { fill, type Locale } from '../words.ts'
import { ContactStep } from './ContactStep.tsx'
import { useTold } from './kiosk-words.ts'
import { MoodStep } from './MoodStep.tsx'
import type { Entry } from './queue.ts'
import type { Answers } from './step.ts'
import { Thanks } from './Thanks.tsx'
import { WordsStep } from './WordsStep.tsx'

const ASK_MS = 15_000

const NOTHING: Answers = { mood: '', category: '', content: '', contact: '' }

type VisitProps = {
  locale: Locale
  idleSec: number
  arrived: { id: string; receipt: TabletReceipt } | null
  onSend: (entry: Entry) => void
  onEnd: () => void
}

/** One visitor, from the first question to the thanks. What is written lives here only and goes with it. */
export function Visit({ locale, idleSec, arrived, onSend, onEnd }: VisitProps): JSX.Element {
  const { k } = useTold()
  const [answers, setAnswers] = useState(NOTHING)
  const [step, setStep] = useState(1)
  const [sent, setSent] = useState('')
  const [fault, setFault] = useState(false)
  const title = useRef<HTMLHeadingElement>(null)
  const { leftSec, stay } = useQuiet(idleSec * 1000, ASK_MS, onEnd)
  useChange([step, sent], () => title.current?.focus({ preventScroll: true }))

  const set = (patch: Partial<Answers>): void => {
    setAnswers((old) => ({ ...old, ...patch }))
    setFault(false)
  }
  const send = (): void => {
    const contact = answers.contact.trim()
    if (contact && !CONTACT.test(contact)) {
      setFault(true)
      return
    }
    const { mood, category } = answers
    const submissionId = uuid()
    onSend({
      submissionId,
      locale,
      mood: mood || 'fair',
      category: mood === 'good' ? '' : category,
      content: answers.content.trim(),
      contact,
      writtenAt: new Date().toISOString(),
    })
    setAnswers(NOTHING)
    setSent(submissionId)
  }
  if (sent) {
    return <Thanks titleRef={title} receipt={arrived?.id === sent ? arrived.receipt : null} onEnd={onEnd} />
  }
  const shown = { answers, titleRef: title, onSet: set }
  return (
    <main class="kiosk-step">
      <p class="kiosk-count">
        <span class="unseen">{fill(k.step, { n: step })}</span>
        {[1, 2, 3].map((n) => (
          <i key={n} data-on={n <= step} />
        ))}
      </p>
      {step === 1 && <MoodStep {...shown} onNext={() => setStep(2)} />}
      {step === 2 && <WordsStep {...shown} onNext={() => setStep(3)} />}
      {step === 3 && <ContactStep {...shown} fault={fault} onNext={send} />}
      <p class="kiosk-ways">
        {step > 1 ? (
          <button type="button" class="button" onClick={() => setStep(step - 1)}>
            {k.back}
          </button>
        ) : null}
        <button type="button" class="link" onClick={onEnd}>
          {k.leave}
        </button>
      </p>
      {leftSec !== null && (
        <IdleNotice words={{ ...k.idle, leave: k.leave }} leftSec={leftSec} onStay={stay} onLeave={onEnd} />
      )}
    </main>
  )
}
