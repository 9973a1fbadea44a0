import type { JSX } from 'preact'
import type { Progress } from '#contracts/tickets'
import { useReader } from '../ui/reader.ts'
import { sayTime, shortTime } from '../when.ts'
import { fill, type Words } from '../words.ts'
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
        <StepRow key={step.key} step={step} progress={progress} passed={index < last}>
          {index === last && <Now progress={progress} outbox={outbox} onDone={onDone} />}
        </StepRow>
      ))}
    </ol>
  )
}

type StepRowProps = { step: Step; progress: Progress; passed: boolean; children: JSX.Element | false }

function StepRow({ step, progress, passed, children }: StepRowProps): JSX.Element {
  const { w, locale } = useReader()
  return (
    <li
      class={`step step-${step.state}${passed ? ' step-passed' : ''}`}
      aria-current={step.state === 'now' ? 'step' : undefined}
    >
      <b>{titleOf(step, progress, w)}</b>{' '}
      {step.at && <small>{shortTime(new Date(step.at), new Date(), w, locale)}</small>}
      {step.key === 'collect' && <p>{savedWords(progress, w)}</p>}
      {children}
    </li>
  )
}

/** The server's sentence says what is going on now and who took it over; what is past or to come has its plain name. */
function titleOf(step: Step, progress: Progress, w: Words): string {
  if (step.key === 'confirm' && progress.state === 'resolved') return w.step.confirmed
  const speaks = step.state === 'now' || (step.state === 'done' && step.key === 'assign')
  if (speaks && step.text) return step.text
  return progress.state === 'closed' && step.key === 'revisit' ? w.step.closed : w.step[step.key]
}

function savedWords(progress: Progress, w: Words): string {
  const first = progress.messages.find((message) => message.from === 'you')
  const n = first ? first.photos.length : 0
  return n > 0 ? fill(w.progress.savedPhotos, { n }) : w.progress.saved
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
