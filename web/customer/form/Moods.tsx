import type { JSX } from 'preact'
import { Face } from '../ui/icons.tsx'
import { useReader } from '../ui/reader.ts'
import type { FormValues } from './form-draft.ts'

const MOODS = ['good', 'fair', 'bad'] as const

type MoodsProps = {
  label: string
  mood: FormValues['mood']
  faultId?: string
  onChange: (mood: FormValues['mood']) => void
}

/** The three faces. */
export function Moods({ label, mood, faultId, onChange }: MoodsProps): JSX.Element {
  const { w } = useReader()
  return (
    <fieldset class="plain" id="field-mood" aria-describedby={faultId}>
      <legend class="unseen">{label}</legend>
      <div class="moods">
        {MOODS.map((one) => (
          <label class={`mood mood-${one}`} key={one}>
            <input
              type="radio"
              name="mood"
              value={one}
              checked={mood === one}
              onChange={() => onChange(one)}
            />
            <span>
              <Face mood={one} />
              {w.form[one]}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
