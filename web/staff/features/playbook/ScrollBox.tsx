import type { ReactNode } from 'react'
import styles from './layout.module.css'

/** A table wider than a phone; reachable by keyboard, so that it can be moved with the arrows. */
export function ScrollBox({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must take the focus
    <section className={styles.scroll} aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
