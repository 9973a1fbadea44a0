import type { JSX } from 'preact'
import { Face } from './icons.tsx'

type FacesProps<K extends string> = {
  name: string
  label: string
  /** Shows the label; otherwise it is for screen readers only. */
  labelled?: boolean
  options: { key: K; face: 'good' | 'fair' | 'bad'; label: string }[]
  chosen: K | '' | null
  /** Id of the sentence that says what is wrong. */
  faultId?: string | undefined
  onChange: (chosen: K) => void
}

/** Faces to choose one from, each with its word. */
export function Faces<K extends string>({
  name,
  label,
  labelled,
  options,
  chosen,
  faultId,
  onChange,
}: FacesProps<K>): JSX.Element {
  return (
    <fieldset class="plain" id={`field-${name}`} aria-describedby={faultId}>
      <legend class={labelled ? 'label' : 'unseen'}>{label}</legend>
      <div class="moods">
        {options.map(({ key, face, label: word }) => (
          <label class={`mood mood-${face}`} key={key}>
            <input
              type="radio"
              name={name}
              value={key}
              checked={chosen === key}
              onChange={() => onChange(key)}
            />
            <span>
              <Face mood={face} />
              {word}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
