import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Progress } from '#contracts/tickets'
import { useDeed } from '../sending/use-deed.ts'
import { Chips } from '../ui/Chips.tsx'
import { useReader } from '../ui/reader.ts'
import { SendNotice } from '../ui/SendNotice.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { Stars } from './RatingCard.tsx'

type RevisitCardProps = { progress: Progress; onDone: (body: unknown) => void }

/** Some days after the end: is it really solved? One tap chooses, one sends; stars, reason and words only for who likes. */
export function RevisitCard({ progress, onDone }: RevisitCardProps): JSX.Element | null {
  const { revisit } = progress
  if (!revisit) return null
  if (revisit.answer) return <Thanks answer={revisit.answer} />
  return <Question id={revisit.id} progress={progress} onDone={onDone} />
}

function Question({ id, progress, onDone }: RevisitCardProps & { id: string }): JSX.Element {
  const { w } = useReader()
  const [content, setContent] = useState<boolean | null>(null)
  const [stars, setStars] = useState(0)
  const [reason, setReason] = useState('')
  const [words, setWords] = useState('')
  const { sending, said, busy, send, cancel } = useDeed('revisit', onDone)
  const answer = (): void => {
    const more = content ? (stars > 0 ? { stars } : {}) : reason ? { reason } : {}
    send({ id, content, words: words.trim(), ...more })
  }
  return (
    <section class="card" aria-labelledby="revisit-title">
      <h2 id="revisit-title">{w.revisit.title}</h2>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (!busy && content !== null) answer()
        }}
      >
        <fieldset class="plain stack" disabled={busy}>
          <legend class="unseen">{w.revisit.title}</legend>
          <div class="two">
            {[true, false].map((good) => (
              <button
                type="button"
                key={String(good)}
                class="button"
                aria-pressed={content === good}
                onClick={() => setContent(good)}
              >
                {good ? w.revisit.good : w.revisit.bad}
              </button>
            ))}
          </div>
          {content === true && <Stars stars={stars} onChange={setStars} />}
          {content === false && (
            <>
              <p class="quiet">{w.revisit.again}</p>
              <Chips
                name="revisit-reason"
                label={w.proposal.why}
                options={progress.rejectReasons}
                chosen={reason ? [reason] : []}
                onChange={([one = '']) => setReason(one)}
              />
            </>
          )}
          {content !== null && (
            <TextArea
              label={content ? w.rating.words : w.revisit.words}
              placeholder={content ? w.rating.words : w.revisit.words}
              rows={2}
              maxLength={1000}
              value={words}
              onInput={setWords}
            />
          )}
        </fieldset>
        {said && (
          <p class="fault" role="alert">
            {said}
          </p>
        )}
        <SendNotice sending={sending} onEdit={cancel} />
        {content !== null && (
          <button type="submit" class={`button button-main${busy ? ' button-busy' : ''}`}>
            {busy ? w.sending.sending : content ? w.revisit.send : w.proposal.send}
          </button>
        )}
      </form>
    </section>
  )
}

function Thanks({ answer }: { answer: 'content' | 'not_content' }): JSX.Element {
  const { w } = useReader()
  const good = answer === 'content'
  return (
    <section class="card" aria-live="polite">
      <h2>{good ? w.revisit.thanks : w.revisit.sorry}</h2>
      <p>{good ? w.revisit.thanksText : w.revisit.sorryText}</p>
    </section>
  )
}
