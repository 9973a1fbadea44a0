import type { JSX } from 'preact'

type AgreeProps = {
  id: string
  text: string
  on: boolean
  fault?: string | undefined
  onChange: (on: boolean) => void
}

/** A consent with its own tick; nobody but the reader sets it. */
export function Agree({ id, text, on, fault, onChange }: AgreeProps): JSX.Element {
  return (
    <div class={fault ? 'field field-faulty' : 'field'} id={`field-${id}`}>
      <label class="agree">
        <input
          type="checkbox"
          checked={on}
          aria-invalid={!!fault}
          aria-describedby={fault ? `fault-${id}` : undefined}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span>{text}</span>
      </label>
      {fault && (
        <p class="fault" id={`fault-${id}`} role="alert">
          {fault}
        </p>
      )}
    </div>
  )
}
