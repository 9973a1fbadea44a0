import { type ReactNode, useId } from 'react'
import styles from './dialogs.module.css'

/** A word above what is filled in, tied to it for those who hear the page. */
export function Field({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId()
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  )
}
