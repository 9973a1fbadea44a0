import type { JSX } from 'preact'
import type { PublicSalon } from '#contracts/channels/salon'
import { useInPerson } from '../in-person/words.ts'
import { chooseLocale } from '../start.ts'
import { Chips } from '../ui/Chips.tsx'
import { useReader } from '../ui/reader.ts'
import { fill, LOCALES } from '../words.ts'
import type { AnswerQueue } from './use-answer-queue.ts'

type WelcomeProps = {
  salon: PublicSalon
  therapistId: string
  queue: AnswerQueue
  onTherapist: (id: string) => void
  onStart: () => void
}

/** Between two customers: who looked after them, and the way in. */
export function Welcome({ salon, therapistId, queue, onTherapist, onStart }: WelcomeProps): JSX.Element {
  const { w, locale } = useReader()
  const x = useInPerson().salon
  return (
    <main class="main salon-flow">
      <h1>{x.welcome}</h1>
      <p class="lead">{x.lead}</p>
      {salon.people.length > 0 && (
        <Chips
          name="therapist"
          label={x.who}
          labelled
          options={salon.people.map(({ id, name }) => ({ key: id, label: name }))}
          chosen={therapistId ? [therapistId] : []}
          onChange={([id]) => onTherapist(id ?? '')}
        />
      )}
      <button type="button" class="button button-main" onClick={onStart}>
        {x.start}
      </button>
      {queue.waiting > 0 && (
        <p class="notice" role="status">
          {fill(x.waiting, { n: queue.waiting })}
        </p>
      )}
      {queue.refused > 0 && (
        <div class="notice" role="status">
          <p>{fill(x.stuck, { n: queue.refused })}</p>
          <button type="button" class="link" onClick={queue.retry}>
            {x.retry}
          </button>
        </div>
      )}
      <nav class="languages" aria-label={w.common.language}>
        {LOCALES.map(({ key, name }) => (
          <button
            type="button"
            key={key}
            lang={key}
            aria-current={key === locale ? 'true' : undefined}
            onClick={() => key !== locale && chooseLocale(key)}
          >
            {name}
          </button>
        ))}
      </nav>
    </main>
  )
}
