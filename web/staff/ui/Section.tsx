import { type ReactNode, useId } from 'react'
import styles from './Section.module.css'

type Props = { title: string; hint?: ReactNode; actions?: ReactNode; children: ReactNode }

/** One part of a long page: a heading with room around it and a hairline above, never a box. */
export function Section({ title, hint, actions, children }: Props) {
  const id = useId()
  return (
    <section className={styles.section} aria-labelledby={id}>
      <header className={styles.header}>
        <h2 id={id}>{title}</h2>
        {actions ? <div className={styles.actions}>{actions}</div> : null}
        {hint ? <p>{hint}</p> : null}
      </header>
      {children}
    </section>
  )
}
