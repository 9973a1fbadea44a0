import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useReader } from './reader.ts'

type Option = { key: string; label: string }
type ChipsProps = {
  name: string
  label: string
  /** Shows the label; otherwise it is for screen readers only. */
  labelled?: boolean
  options: Option[]
  chosen: string[]
  many?: boolean
  /** Id of the sentence that says what is wrong. */
  faultId?: string
  onChange: (chosen: string[]) => void
}

/** More than this and the rest waits behind one chip. */
const SHOWN = 7

/** Words to choose from: one or many. A chosen one is let go by tapping it again. */
export function Chips({
  name,
  label,
  labelled,
  options,
  chosen,
  many,
  faultId,
  onChange,
}: ChipsProps): JSX.Element {
  const { w } = useReader()
  const [all, setAll] = useState(false)
  const folded = !all && options.length > SHOWN + 1
  const shown = options.filter(({ key }, index) => !folded || index < SHOWN || chosen.indexOf(key) >= 0)
  const toggle = (key: string): void => {
    const on = chosen.indexOf(key) >= 0
    if (many) onChange(on ? chosen.filter((one) => one !== key) : [...chosen, key])
    else onChange(on ? [] : [key])
  }
  return (
    <fieldset class="plain" id={`field-${name}`} aria-describedby={faultId}>
      <legend class={labelled ? 'label' : 'unseen'}>{label}</legend>
      <div class="chips">
        {shown.map(({ key, label: words }) => (
          <label class="chip" key={key}>
            <input
              type={many ? 'checkbox' : 'radio'}
              name={name}
              value={key}
              checked={chosen.indexOf(key) >= 0}
              onClick={() => (many || chosen[0] === key) && toggle(key)}
              onChange={() => many || chosen[0] === key || toggle(key)}
            />
            <span>{words}</span>
          </label>
        ))}
        {folded && (
          <button type="button" class="chip chip-more" onClick={() => setAll(true)}>
            <span>{w.form.more}</span>
          </button>
        )}
      </div>
    </fieldset>
  )
}
