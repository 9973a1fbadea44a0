import type { JSX } from 'preact'
import type { Progress } from '#contracts/tickets'
import { useReader } from '../ui/reader.ts'
import { sayTime, shortTime } from '../when.ts'
import { fill } from '../words.ts'
import { ProposalCard } from './ProposalCard.tsx'
import { QuestionCard } from './QuestionCard.tsx'
import type { Outbox } from './use-outbox.ts'

type Step = Progress['steps'][number]
type ThreadProps = { progress: Progress; outbox: Outbox; onDone: (body: unknown) => void }

/** The steps every ticket passes, the same for the customer as for the staff; the proposal stands where it belongs. */
export function Thread({ progress, outbox, onDone }: ThreadProps): JSX.Element {
  const { w } = useReader()
  const { steps } = progress
  const last = steps.map((step) => step.state !== 'todo').lastIndexOf(true)
  return (
    <ol class="thread" aria-label={w.progress.steps}>
      {steps.map((step, index) => (
        <StepRow key={step.key} step={step} passed={index < last}>
          {index === last && <Now progress={progress} outbox={outbox} onDone={onDone} />}
        </StepRow>
      ))}
    </ol>
  )
}

type StepRowProps = { step: Step; passed: boolean; children: JSX.Element | false }

function StepRow({ step, passed, children }: StepRowProps): JSX.Element {
  const { w, locale } = useReader()
  return (
    <li
      class={`step step-${step.state}${passed ? ' step-passed' : ''}`}
      aria-current={step.state === 'now' ? 'step' : undefined}
    >
      <b>{w.step[step.key]}</b>{' '}
      {step.at && <small>{shortTime(new Date(step.at), new Date(), w, locale)}</small>}
      {step.text && <p>{step.text}</p>}
      {children}
    </li>
  )
}

/** At the step where things stand: the proposal, our question, or who has it and until when. */
function Now({ progress, outbox, onDone }: ThreadProps): JSX.Element | null {
  if (progress.proposal)
    return <ProposalCard key={progress.proposal.at} progress={progress} onDone={onDone} />
  if (progress.state === 'waiting_you') return <QuestionCard progress={progress} outbox={outbox} />
  return <Next progress={progress} />
}

/** Who has it and when the next thing happens. */
function Next({ progress }: { progress: Progress }): JSX.Element | null {
  const { w, locale } = useReader()
  const over = progress.state === 'resolved' || progress.state === 'closed'
  if (over || (!progress.responsible && !progress.expectedAt)) return null
  const due = progress.expectedAt ? new Date(progress.expectedAt) : null
  const late = due !== null && due.getTime() < Date.now()
  return (
    <p class="next">
      {progress.responsible && <span>{fill(w.progress.responsible, { role: progress.responsible })}</span>}
      {due && (
        <span>
          {late ? w.progress.late : fill(w.progress.expected, { time: sayTime(due, new Date(), w, locale) })}
        </span>
      )}
    </p>
  )
}
