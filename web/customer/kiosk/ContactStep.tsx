import type { JSX } from 'preact'
import { useTold } from './kiosk-words.ts'
import type { StepProps } from './step.ts'

/** A way to be told, for those who want to be. Nothing is offered from the tablet's memory: that is somebody else's number. */
export function ContactStep({
  answers,
  titleRef,
  fault,
  onSet,
  onNext,
}: StepProps & { fault: boolean }): JSX.Element {
  const { k, said } = useTold()
  return (
    <form
      class="kiosk-form"
      noValidate
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault()
        onNext()
      }}
    >
      <h1 ref={titleRef} tabIndex={-1}>
        {k.contact.title}
      </h1>
      <label class="kiosk-label" for="kiosk-contact">
        {k.contact.label}
      </label>
      <input
        id="kiosk-contact"
        class="input kiosk-line"
        type="text"
        inputMode="tel"
        autoComplete="off"
        autoCapitalize="off"
        spellcheck={false}
        maxLength={120}
        value={answers.contact}
        aria-invalid={fault}
        aria-describedby={fault ? 'kiosk-fault' : 'kiosk-hint'}
        onInput={(event) => onSet({ contact: event.currentTarget.value })}
      />
      {fault && (
        <p class="fault" id="kiosk-fault" role="alert">
          {k.contact.fault}
        </p>
      )}
      <p class="quiet" id="kiosk-hint">
        {k.contact.hint}
      </p>
      <button type="submit" class="button button-main kiosk-big">
        {answers.contact.trim() ? k.send : k.sendWithout}
      </button>
      <p class="tiny">{said.privacy}</p>
    </form>
  )
}
