import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { ReviewMark, TrackedOrder } from '#contracts/orders/order-page'
import { useDeed } from '../sending/use-deed.ts'
import { usePhotoGate, usePhotos } from '../sending/use-photos.ts'
import { Chips } from '../ui/Chips.tsx'
import { Faces } from '../ui/Faces.tsx'
import { PhotoStrip } from '../ui/PhotoStrip.tsx'
import { useReader } from '../ui/reader.ts'
import { GateNotice, SendNotice } from '../ui/SendNotice.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { useOrderWords } from './words.ts'

const MARKS: readonly ReviewMark[] = ['good', 'medium', 'bad']
const FACE = { good: 'good', medium: 'fair', bad: 'bad' } as const
const PRAISE: readonly string[] = ['tasty', 'on_time', 'friendly', 'well_packed']

type ReviewCardProps = { order: TrackedOrder; onDone: (body: unknown) => void }

/** Two taps: a face and send; words, chips and photos for whoever wants to say more. Afterwards what was given, and our answer. */
export function ReviewCard({ order, onDone }: ReviewCardProps): JSX.Element {
  if (order.review) return <Given review={order.review} />
  return <Giving order={order} onDone={onDone} />
}

function Giving({ order, onDone }: ReviewCardProps): JSX.Element {
  const w = useOrderWords()
  const { w: common } = useReader()
  const [mark, setMark] = useState<ReviewMark | ''>('')
  const [words, setWords] = useState<string[]>([])
  const [text, setText] = useState('')
  const photos = usePhotos()
  const { sending, said, busy, send, cancel } = useDeed('review', onDone)
  const gate = usePhotoGate(
    photos,
    () => mark && send({ mark, words, text: text.trim(), photos: photos.ids }),
  )
  const fits = order.reviewWords.filter((word) =>
    mark === 'medium' ? true : PRAISE.indexOf(word) >= 0 === (mark === 'good'),
  )
  return (
    <section class="card review">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (mark && !busy) gate.ask()
        }}
      >
        <fieldset class="plain stack" disabled={busy}>
          <Faces
            name="mark"
            label={w.review.title}
            labelled
            options={MARKS.map((key) => ({ key, face: FACE[key], label: w.review[key] }))}
            chosen={mark}
            onChange={(next) => {
              setMark(next)
              setWords([])
            }}
          />
          {mark && (
            <>
              <Chips
                name="review-words"
                label={w.review.what}
                options={fits.map((key) => ({ key, label: w.reviewWord[key] }))}
                chosen={words}
                many
                onChange={setWords}
              />
              <TextArea
                label={w.review.text}
                placeholder={mark === 'bad' ? w.review.textBad : w.review.text}
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
        {mark && (
          <button type="submit" class={`button button-main${busy ? ' button-busy' : ''}`}>
            {busy ? common.sending.sending : w.review.send}
          </button>
        )}
      </form>
    </section>
  )
}

function Given({ review }: { review: NonNullable<TrackedOrder['review']> }): JSX.Element {
  const w = useOrderWords()
  return (
    <section class="card review" aria-live="polite">
      <h2>{review.mark === 'bad' ? w.review.thanksBad : w.review.thanks}</h2>
      <p class="quiet">
        {[w.review[review.mark], ...review.words.map((word) => w.reviewWord[word])].join(' · ')}
      </p>
      {review.text && <p class="words">{review.text}</p>}
      {review.answer && (
        <div class="bubble">
          <p class="words">{review.answer}</p>
          <small>{w.review.answer}</small>
        </div>
      )}
    </section>
  )
}
