import type { ReactNode } from 'react'
import styles from './Pill.module.css'

type Props = {
  on: boolean
  pick: () => void
  /** One of a list of tabs instead of a switch of its own. */
  tab?: boolean
  /** Of a count within it. */
  tone?: 'red' | 'amber' | undefined
  children: ReactNode
}

/** One of the round buttons over a list that say what is shown of it. */
export function Pill({ on, pick, tab, tone, children }: Props) {
  return (
    <button
      type="button"
      className={styles.pill}
      data-tone={tone}
      onClick={pick}
      {...(tab ? { role: 'tab', 'aria-selected': on } : { 'aria-pressed': on })}
    >
      {children}
    </button>
  )
}
