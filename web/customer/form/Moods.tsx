import type { JSX } from 'preact'
import { Faces } from '../ui/Faces.tsx'
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
    <Faces
      name="mood"
      label={label}
      options={MOODS.map((key) => ({ key, face: key, label: w.form[key] }))}
      chosen={mood}
      faultId={faultId}
      onChange={onChange}
    />
  )
}
