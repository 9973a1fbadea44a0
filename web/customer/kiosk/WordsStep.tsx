import type { JSX } from 'preact'
import { useTold } from './kiosk-words.ts'
import type { StepProps } from './step.ts'

const LENGTH = 1000

/** What it was: chips for those who would rather tap, a box for those who would rather write; both may be left alone. */
export function WordsStep({ answers, titleRef, onSet, onNext }: StepProps): JSX.Element {
  const { k, said } = useTold()
  const glad = answers.mood === 'good'
  return (
    <>
      <h1 ref={titleRef} tabIndex={-1}>
        {glad ? k.words.titleGood : k.words.title}
      </h1>
      {!glad && said.categories.length > 0 && (
        <fieldset class="plain kiosk-chips">
          <legend class="unseen">{k.words.title}</legend>
          {said.categories.map(({ key, label }) => (
            <button
              type="button"
              key={key}
              aria-pressed={answers.category === key}
              onClick={() => onSet({ category: answers.category === key ? '' : key })}
            >
              {label}
            </button>
          ))}
        </fieldset>
      )}
      <label class="kiosk-label" for="kiosk-content">
        {k.words.label}
      </label>
      <textarea
        id="kiosk-content"
        class="input kiosk-area"
        rows={3}
        maxLength={LENGTH}
        autoComplete="off"
        placeholder={k.words.placeholder}
        value={answers.content}
        onInput={(event) => onSet({ content: event.currentTarget.value })}
      />
      <button type="button" class="button button-main kiosk-big" onClick={onNext}>
        {k.next}
      </button>
    </>
  )
}
