import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { TrackedOrder } from '#contracts/orders/order-page'
import type { Reaction } from '#contracts/orders/visits'
import { useDeed } from '../sending/use-deed.ts'
import { usePhotoGate, usePhotos } from '../sending/use-photos.ts'
import { Faces } from '../ui/Faces.tsx'
import { PhotoStrip } from '../ui/PhotoStrip.tsx'
import { useReader } from '../ui/reader.ts'
import { GateNotice, SendNotice } from '../ui/SendNotice.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { useOrderWords } from './words.ts'

type Visit = NonNullable<TrackedOrder['visit']>
type AftercareProps = { visit: Visit; onDone: (body: unknown) => void }

const FACE = { none: 'good', mild: 'fair', strong: 'bad' } as const
const ALL: readonly Reaction[] = ['none', 'mild', 'strong']

/** How the skin is: calm is one tap; whoever feels something reads at once what to do, and may say and show more. */
export function AftercareCard({ visit, onDone }: AftercareProps): JSX.Element | null {
  const w = useOrderWords()
  const [open, setOpen] = useState(false)
  const { aftercare, answered } = visit
  const asked = aftercare !== null && !aftercare.early
  return (
    <>
      {!asked && answered && <Answered reaction={answered} />}
      {aftercare && (asked || open) && (
        <Asking key={aftercare.id} id={aftercare.id} early={aftercare.early} onDone={onDone} />
      )}
      {aftercare?.early && !open && (
        <section class="hint">
          <p>{w.aftercare.early}</p>
          <button type="button" class="link" onClick={() => setOpen(true)}>
            {w.aftercare.tell}
          </button>
        </section>
      )}
    </>
  )
}

type AskingProps = { id: string; early: boolean; onDone: (body: unknown) => void }

function Asking({ id, early, onDone }: AskingProps): JSX.Element {
  const w = useOrderWords()
  const { w: common } = useReader()
  const [reaction, setReaction] = useState<Reaction | ''>('')
  const [text, setText] = useState('')
  const photos = usePhotos()
  const { sending, said, busy, send, cancel } = useDeed('aftercare', onDone)
  const gate = usePhotoGate(
    photos,
    () => reaction && send({ id, reaction, text: text.trim(), photos: photos.ids }),
  )
  const choose = (next: Reaction): void => {
    setReaction(next)
    if (next === 'none') send({ id, reaction: next })
  }
  return (
    <section class="card aftercare">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (reaction && !busy) gate.ask()
        }}
      >
        <fieldset class="plain stack" disabled={busy}>
          <Faces
            name="reaction"
            label={w.aftercare.title}
            labelled
            options={(early ? ALL.slice(1) : ALL).map((key) => ({
              key,
              face: FACE[key],
              label: w.aftercare[key],
            }))}
            chosen={reaction}
            onChange={choose}
          />
          {reaction && reaction !== 'none' && (
            <>
              <p class={`advice advice-${reaction}`} role="status">
                {w.aftercare.advice[reaction]}
              </p>
              <TextArea
                label={w.aftercare.text}
                placeholder={w.aftercare.text}
                rows={2}
                maxLength={1000}
                value={text}
                onInput={setText}
              />
              <PhotoStrip photos={photos} label={common.photos.label} />
            </>
          )}
        </fieldset>
        <GateNotice gate={gate} photos={photos} />
        {said && (
          <p class="fault" role="alert">
            {said}
          </p>
        )}
        <SendNotice sending={sending} onEdit={cancel} />
        {reaction && reaction !== 'none' && (
          <button type="submit" class={`button button-main${busy ? ' button-busy' : ''}`}>
            {busy ? common.sending.sending : w.aftercare.send}
          </button>
        )}
      </form>
    </section>
  )
}

function Answered({ reaction }: { reaction: Reaction }): JSX.Element {
  const w = useOrderWords()
  const thanks = { none: 'thanks', mild: 'thanksMild', strong: 'thanksStrong' } as const
  return (
    <section class="card aftercare" aria-live="polite">
      <h2>{w.aftercare[thanks[reaction]]}</h2>
      <p class={`advice advice-${reaction}`}>{w.aftercare.advice[reaction]}</p>
    </section>
  )
}
