import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallPop, CallTicket } from '#contracts/tickets/calls'
import { CallIcon, DownIcon } from '../../ui/icons.tsx'
import { lengthText } from '../../ui/talk-length.ts'
import { useTicking } from '../../ui/ticking.ts'
import { useProblem } from '../../ui/use-problem.ts'
import { CallerCard } from './CallerCard.tsx'
import { ContinueForm } from './ContinueForm.tsx'
import { useCallsStale, usePutAway } from './call-queries.ts'
import { Noted } from './Noted.tsx'
import { NoteForm } from './NoteForm.tsx'
import styles from './pop.module.css'
import { TakeOrder } from './TakeOrder.tsx'

type Props = { call: CallPop; hold: (on: boolean) => void; fold: () => void }
type Step = { at: 'card' | 'note' } | { at: 'continue'; ticket: CallTicket } | Done
type Done = { at: 'done'; number: string; ticketId: string | null }

/** Who is on the line, and the two things to do about it: write something new down, or go on with a ticket. */
export function CallPanel({ call, hold, fold }: Props) {
  const { t } = useTranslation('calls')
  const [step, setStep] = useState<Step>({ at: 'card' })
  const stale = useCallsStale()
  const go = (next: Step) => {
    hold(next.at !== 'card')
    setStep(next)
  }
  const done = (result: Omit<Done, 'at'>) => {
    go({ at: 'done', ...result })
    void stale()
  }
  return (
    <section className={styles.panel} data-state={call.state} aria-label={t('pop.label')} aria-live="polite">
      <Header call={call} fold={call.state === 'ringing' ? null : fold} />
      {step.at === 'card' ? (
        <>
          <CallerCard call={call} go={(ticket) => go({ at: 'continue', ticket })} />
          <Foot call={call} note={() => go({ at: 'note' })} fold={fold} />
        </>
      ) : null}
      {step.at === 'note' ? <NoteForm call={call} back={() => go({ at: 'card' })} done={done} /> : null}
      {step.at === 'continue' ? (
        <ContinueForm callId={call.id} ticket={step.ticket} back={() => go({ at: 'card' })} done={done} />
      ) : null}
      {step.at === 'done' ? <Noted {...step} close={() => hold(false)} /> : null}
    </section>
  )
}

function Header({ call, fold }: { call: CallPop; fold: (() => void) | null }) {
  const { t } = useTranslation('calls')
  const from = Date.parse(call.answeredAt ?? call.startedAt)
  const length = useTicking((now) => lengthText(call.talkS ?? Math.max(0, Math.floor((now - from) / 1000))))
  const ringing = call.state === 'ringing'
  return (
    <header className={styles.head}>
      <CallIcon size={20} />
      <b>{t(`pop.${ringing && call.direction === 'outbound' ? 'outbound' : call.state}`)}</b>
      <span className={styles.length}>{length}</span>
      {fold ? (
        <button type="button" aria-label={t('pop.later')} onClick={fold}>
          <DownIcon />
        </button>
      ) : null}
    </header>
  )
}

function Foot({ call, note, fold }: { call: CallPop; note: () => void; fold: () => void }) {
  const { t } = useTranslation('calls')
  const putAway = usePutAway(call.id)
  const problem = useProblem()
  return (
    <footer className={styles.foot}>
      {call.ticket ? null : (
        <Button type="primary" onClick={note}>
          {t('pop.note')}
        </Button>
      )}
      <TakeOrder call={call} fold={fold} />
      {call.state === 'ended' || call.ticket ? (
        <Button loading={putAway.isPending} onClick={() => putAway.mutate(undefined, { onError: problem })}>
          {t(call.ticket ? 'pop.done' : 'pop.dismiss')}
        </Button>
      ) : null}
    </footer>
  )
}
