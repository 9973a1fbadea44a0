import type { ReactNode } from 'react'
import forms from './forms.module.css'

/** What a colleague saved while the reader was writing, above the reader's own words, which stay. */
export function Meanwhile({ hint, children }: { hint: ReactNode; children: ReactNode }) {
  return (
    <div className={forms.meanwhile} role="status">
      <p>{hint}</p>
      {children}
    </div>
  )
}
