import type { ReactNode } from 'react'
import styles from './field.module.css'

type Props = { label: string; hint?: string; children: ReactNode }

export function Field({ label, hint, children }: Props) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className={styles.field}>
      <span>
        {label}
        {hint ? <small>{hint}</small> : null}
      </span>
      {children}
    </label>
  )
}
