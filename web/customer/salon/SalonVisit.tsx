import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { PublicSalon } from '#contracts/channels/salon'
import { useInPerson } from '../in-person/words.ts'
import { uuid } from '../sending/uuid.ts'
import { locale } from '../start.ts'
import { IdleNotice } from '../tablet/IdleNotice.tsx'
import { useQuiet } from '../tablet/use-quiet.ts'
import { useOnce } from '../ui/hooks.ts'
import { Questions } from './Questions.tsx'
import { bodyOf, EMPTY, type SalonValues } from './salon-answers.ts'
import { Thanks } from './Thanks.tsx'
import type { AnswerQueue } from './use-answer-queue.ts'

const QUIET_MS = 60_000
const ASK_MS = 15_000

type Props = { salon: PublicSalon; therapistId: string; queue: AnswerQueue; onEnd: () => void }

/** One customer, from the first question to the thanks. What is answered lives here only and goes with it. */
export function SalonVisit({ salon, therapistId, queue, onEnd }: Props): JSX.Element {
  const x = useInPerson().salon
  // New wording waits for the next customer: the answers belong to the questions that were asked.
  const asked = useOnce(() => salon)
  const [step, setStep] = useState(1)
  const [values, setValues] = useState<SalonValues>(EMPTY)
  const [sent, setSent] = useState('')
  const { leftSec, stay } = useQuiet(QUIET_MS, ASK_MS, onEnd)
  const send = (): void => {
    const submissionId = uuid()
    queue.post(bodyOf(asked, values, { submissionId, locale, therapistId, at: new Date() }))
    setValues(EMPTY)
    setSent(submissionId)
  }
  if (sent) {
    const { arrived } = queue
    return <Thanks receipt={arrived?.submissionId === sent ? arrived.receipt : null} onEnd={onEnd} />
  }
  return (
    <>
      <Questions
        salon={asked}
        step={step}
        values={values}
        onChange={setValues}
        onStep={(next) => (next === 0 ? onEnd() : setStep(next))}
        onSend={send}
      />
      {leftSec !== null && <IdleNotice words={x.idle} leftSec={leftSec} onStay={stay} onLeave={onEnd} />}
    </>
  )
}
