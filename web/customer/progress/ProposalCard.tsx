import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Progress } from '#contracts/tickets'
import { useDeed } from '../sending/use-deed.ts'
import { useReader } from '../ui/reader.ts'
import { SendNotice } from '../ui/SendNotice.tsx'
import { sayTime } from '../when.ts'
import { fill } from '../words.ts'
import { RejectForm } from './RejectForm.tsx'

type ProposalCardProps = { progress: Progress; onDone: (body: unknown) => void }

/** What we offer, and the customer's yes or not yet. */
export function ProposalCard({ progress, onDone }: ProposalCardProps): JSX.Element | null {
  const { w, locale } = useReader()
  const [rejecting, setRejecting] = useState(false)
  const { sending, said, busy, send, cancel } = useDeed('answer', onDone)
  const { proposal } = progress
  if (!proposal) return null
  const asked = progress.can.indexOf('answer') >= 0
  const now = new Date()
  return (
    <section class="card" aria-labelledby="proposal-title">
      <h2 id="proposal-title">{w.proposal.title}</h2>
      <p class="words">{proposal.text}</p>
      {asked && !rejecting && (
        <>
          <div class="two">
            <button
              type="button"
              class={`button button-main${busy ? ' button-busy' : ''}`}
              onClick={() => send({ accept: true })}
            >
              {busy ? w.proposal.accepting : w.proposal.accept}
            </button>
            <button type="button" class="button" disabled={busy} onClick={() => setRejecting(true)}>
              {w.proposal.reject}
            </button>
          </div>
          {said && (
            <p class="fault" role="alert">
              {said}
            </p>
          )}
          <SendNotice sending={sending} onEdit={cancel} />
          {proposal.closesAt && (
            <p class="quiet">
              {fill(w.proposal.closes, { time: sayTime(new Date(proposal.closesAt), now, w, locale) })}
            </p>
          )}
        </>
      )}
      {asked && rejecting && (
        <RejectForm
          title={w.proposal.why}
          reasons={progress.rejectReasons}
          onDone={(body) => {
            if (body) setRejecting(false)
            onDone(body)
          }}
          onCancel={() => setRejecting(false)}
        />
      )}
    </section>
  )
}
