import type { JSX } from 'preact'
import { Face } from '../ui/icons.tsx'
import { useTold } from './kiosk-words.ts'
import type { StepProps } from './step.ts'

const MOODS = ['good', 'fair', 'bad'] as const

/** How was it: one tap, and on. */
export function MoodStep({ answers, titleRef, onSet, onNext }: StepProps): JSX.Element {
  const { k } = useTold()
  return (
    <>
      <h1 ref={titleRef} tabIndex={-1}>
        {k.mood.title}
      </h1>
      <div class="kiosk-moods">
        {MOODS.map((mood) => (
          <button
            type="button"
            key={mood}
            class={`kiosk-mood kiosk-mood-${mood}`}
            aria-pressed={answers.mood === mood}
            onClick={() => {
              onSet({ mood })
              onNext()
            }}
          >
            <Face mood={mood} />
            {k.mood[mood]}
          </button>
        ))}
      </div>
    </>
  )
}
