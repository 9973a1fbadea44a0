import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Progress } from '#contracts/tickets'
import { useDeed } from '../sending/use-deed.ts'
import { Chips } from '../ui/Chips.tsx'
import { Icon } from '../ui/icons.tsx'
import { useReader } from '../ui/reader.ts'
import { SendNotice } from '../ui/SendNotice.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { fill } from '../words.ts'

const STARS = [1, 2, 3, 4, 5] as const
type RatingCardProps = { progress: Progress; onDone: (body: unknown) => void }

/** Stars first; the reasons come when a star is chosen. Afterwards the customer sees what they gave. */
export function RatingCard({ progress, onDone }: RatingCardProps): JSX.Element {
  const { w } = useReader()
  const [stars, setStars] = useState(0)
  const [reasons, setReasons] = useState<string[]>([])
  const [words, setWords] = useState('')
  const { sending, said, busy, send, cancel } = useDeed('rating', onDone)
  if (progress.rating) return <Given rating={progress.rating} />
  return (
    <section class="card">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (!busy && stars > 0) send({ stars, reasons, words: words.trim() })
        }}
      >
        <fieldset class="plain stack" disabled={busy}>
          <Stars stars={stars} onChange={setStars} />
          {stars > 0 && (
            <>
              <Chips
                name="rating-reasons"
                label={w.rating.why}
                options={progress.ratingReasons}
                chosen={reasons}
                many
                onChange={setReasons}
              />
              <TextArea
                label={w.rating.words}
                placeholder={w.rating.words}
                rows={2}
                maxLength={1000}
                value={words}
                onInput={setWords}
              />
            </>
          )}
        </fieldset>
        {said && (
          <p class="fault" role="alert">
            {said}
          </p>
        )}
        <SendNotice sending={sending} onEdit={cancel} />
        {stars > 0 && (
          <button type="submit" class={`button button-main${busy ? ' button-busy' : ''}`}>
            {busy ? w.sending.sending : w.rating.send}
          </button>
        )}
      </form>
    </section>
  )
}

/** One to five, with the word for it. */
export function Stars({
  stars,
  onChange,
}: {
  stars: number
  onChange: (stars: number) => void
}): JSX.Element {
  const { w } = useReader()
  return (
    <fieldset class="plain">
      <legend class="label">{w.rating.title}</legend>
      <div class="stars">
        {STARS.map((n) => (
          <label key={n} class={n <= stars ? 'star star-on' : 'star'}>
            <input
              type="radio"
              name="stars"
              value={n}
              checked={stars === n}
              aria-label={`${fill(w.rating.star, { n })} ${w.rating[n]}`}
              onChange={() => onChange(n)}
            />
            <Icon name="star" />
          </label>
        ))}
        <span class="stars-word" aria-hidden="true">
          {stars > 0 ? w.rating[stars as 1] : ''}
        </span>
      </div>
    </fieldset>
  )
}

function Given({ rating }: { rating: NonNullable<Progress['rating']> }): JSX.Element {
  const { w } = useReader()
  return (
    <section class="card" aria-live="polite">
      <h2>{w.rating.thanks}</h2>
      <div class="stars stars-given" role="img" aria-label={fill(w.rating.given, { n: rating.stars })}>
        {STARS.map((n) => (
          <span key={n} class={n <= rating.stars ? 'star star-on' : 'star'}>
            <Icon name="star" />
          </span>
        ))}
      </div>
      {rating.words && <p class="words">{rating.words}</p>}
    </section>
  )
}
