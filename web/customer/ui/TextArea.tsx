import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import { useChange } from './hooks.ts'

type TextAreaProps = {
  id?: string
  label: string
  placeholder: string
  value: string
  rows: number
  maxLength: number
  faultId?: string
  /** Puts the cursor here when it appears. */
  focused?: boolean
  onInput: (value: string) => void
}

/** A box that grows with what is written, so nothing is ever hidden inside it. */
export function TextArea({ label, value, faultId, focused, onInput, ...rest }: TextAreaProps): JSX.Element {
  const area = useRef<HTMLTextAreaElement>(null)
  useChange([value], () => {
    const box = area.current
    if (!box) return
    box.style.height = 'auto'
    box.style.height = `${box.scrollHeight + 2}px`
  })
  useChange([], () => {
    if (focused) area.current?.focus()
  })
  return (
    <textarea
      ref={area}
      class="input input-area"
      aria-label={label}
      value={value}
      aria-invalid={!!faultId}
      aria-describedby={faultId}
      onInput={(event) => onInput(event.currentTarget.value)}
      {...rest}
    />
  )
}
