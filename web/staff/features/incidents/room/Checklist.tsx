import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Room, Step } from '#contracts/incidents'
import type { RoomPart } from '../../../app/incident-search.ts'
import { useMe } from '../../../app/session.ts'
import { PlusIcon } from '../../../ui/icons.tsx'
import { Pill } from '../../../ui/Pill.tsx'
import styles from './checklist.module.css'
// Not lazy: a step must be ticked off without a network, too.
import { StepDialog } from './StepDialog.tsx'
import { StepLine } from './StepLine.tsx'
import { type StepTick, useStepTick } from './use-step-tick.tsx'

const AddStepDialog = lazy(() =>
  import('./AddStepDialog.tsx').then((file) => ({ default: file.AddStepDialog })),
)
const PHASES = ['at_once', 'first_hours', 'following_days', 'closing'] as const

/** What is to be done, phase by phase; who holds the post, until when, and by which rule. */
export function Checklist({ room, show }: { room: Room; show: (part: RoomPart) => void }) {
  const { t } = useTranslation('incidents')
  const me = useMe()
  const [only, setOnly] = useState(false)
  const [asked, setAsked] = useState<{ step: Step; way: 'done' | 'left_out' } | null>(null)
  const [adding, setAdding] = useState(false)
  const tick = useStepTick(room, setAsked)
  const held = (step: Step) => step.holders.some(({ id }) => id === me.staffId)
  const mine = room.checklist.filter((step) => held(step) && step.state === 'open').length
  const now = room.can.includes('answer_call') ? undefined : turnOf(room, held)
  const current = room.checklist.filter(({ state }) => state !== 'set_aside')
  const aside = room.checklist.filter(({ state }) => state === 'set_aside')
  const steps = (only ? current.filter(held) : current).filter((step) => step !== now)
  const phase = (key: (typeof PHASES)[number]) => (
    <Phase
      key={key}
      phase={key}
      steps={steps.filter((step) => step.phase === key)}
      room={room}
      tick={tick}
      show={show}
    />
  )
  const isOpen = (key: (typeof PHASES)[number]) =>
    room.checklist.some((step) => step.phase === key && step.state === 'open')
  return (
    <div className={styles.list}>
      <div className={styles.filter} role="tablist" aria-label={t('part.steps')}>
        <Pill tab on={!only} pick={() => setOnly(false)}>
          {t('step.all')}
        </Pill>
        <Pill tab on={only} pick={() => setOnly(true)}>
          {t('step.mine')}
          {mine ? <b>{mine}</b> : null}
        </Pill>
      </div>
      {now ? (
        <section className={styles.now} aria-label={t('now.title')}>
          <h2>{t('now.title')}</h2>
          <StepLine room={room} step={now} tick={tick} show={show} now />
        </section>
      ) : null}
      {steps.length === 0 && !now ? <p className={styles.none}>{t('step.noneMine')}</p> : null}
      {/* What is still to be done stands above what is done. */}
      {PHASES.filter(isOpen).map(phase)}
      {PHASES.filter((key) => !isOpen(key)).map(phase)}
      {aside.length && !only ? (
        <details className={styles.aside}>
          <summary>{t('step.asideCount', { count: aside.length })}</summary>
          <ol>
            {aside.map((step) => (
              <li key={step.id}>
                <StepLine room={room} step={step} tick={tick} show={show} />
              </li>
            ))}
          </ol>
        </details>
      ) : null}
      {room.can.includes('work') ? (
        <Button className={styles.add ?? ''} icon={<PlusIcon size={16} />} onClick={() => setAdding(true)}>
          {t('step.add')}
        </Button>
      ) : null}
      {asked ? <StepDialog room={room} {...asked} tick={tick} close={() => setAsked(null)} /> : null}
      <Suspense>{adding ? <AddStepDialog room={room} close={() => setAdding(false)} /> : null}</Suspense>
    </div>
  )
}

/** What this person has to do first: of the own open steps the one whose time ends first. */
function turnOf(room: Room, held: (step: Step) => boolean): Step | undefined {
  if (room.status === 'closed' || !room.can.includes('work')) return undefined
  const until = ({ dueAt }: Step) => (dueAt ? Date.parse(dueAt) : Number.POSITIVE_INFINITY)
  return room.checklist
    .filter((step) => held(step) && step.state === 'open')
    .reduce<Step | undefined>(
      (first, step) => (first && until(first) <= until(step) ? first : step),
      undefined,
    )
}

const openFirst = (a: Step, b: Step) => Number(a.state !== 'open') - Number(b.state !== 'open')

type PhaseProps = {
  phase: (typeof PHASES)[number]
  steps: Step[]
  room: Room
  tick: StepTick
  show: (part: RoomPart) => void
}

function Phase({ phase, steps, room, tick, show }: PhaseProps) {
  const { t } = useTranslation('incidents')
  if (steps.length === 0) return null
  const all = room.checklist.filter((step) => step.phase === phase && step.state !== 'set_aside')
  const done = all.filter((step) => step.state !== 'open').length
  return (
    <section className={styles.phase}>
      <h2>
        {t(`phase.${phase}`)}
        <span>{t('step.of', { done, of: all.length })}</span>
      </h2>
      <ol>
        {steps.toSorted(openFirst).map((step) => (
          <li key={step.id}>
            <StepLine room={room} step={step} tick={tick} show={show} />
          </li>
        ))}
      </ol>
    </section>
  )
}
