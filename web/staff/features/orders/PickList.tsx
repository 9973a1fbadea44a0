import { Input } from 'antd'
import { type ReactNode, useState } from 'react'
import styles from './new.module.css'

export type Choice = { key: string; label: ReactNode; disabled?: boolean }
type Props = {
  label: string
  value: string
  onChange: (words: string) => void
  choices: readonly Choice[]
  take: (key: string) => void
  /** Whether Enter takes the first choice although no arrow has chosen one. */
  first: boolean
  maxLength?: number
  /** Its place in the way of Enter through the form. */
  step?: string
}

/** A field with what fits below it: arrows choose, Enter takes; where it would take none (`first` is not set) it is left to the form. */
export function PickList({ label, value, onChange, choices, take, first, maxLength = 80, step }: Props) {
  const [at, setAt] = useState<number | null>(null)
  const now = Math.min(at ?? (first ? 0 : -1), choices.length - 1)
  const pick = (choice: Choice | undefined) => {
    if (!choice || choice.disabled) return
    take(choice.key)
    setAt(null)
  }
  return (
    <div className={styles.menu}>
      <Input
        data-step={step}
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        maxLength={maxLength}
        value={value}
        onChange={(event) => {
          onChange(event.target.value)
          setAt(null)
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return
          if (event.key === 'ArrowDown') setAt(Math.min(now + 1, choices.length - 1))
          else if (event.key === 'ArrowUp') setAt(Math.max(now - 1, 0))
          else if (event.key === 'Enter' && (first || now >= 0)) pick(choices[now])
          else return
          event.preventDefault()
        }}
      />
      <ul>
        {choices.map((choice, n) => (
          <li key={choice.key}>
            <button
              type="button"
              tabIndex={-1}
              data-at={n === now}
              disabled={choice.disabled ?? false}
              onClick={() => pick(choice)}
            >
              {choice.label}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
