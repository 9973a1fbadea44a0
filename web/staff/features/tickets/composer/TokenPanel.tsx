import { type ReactNode, useEffect } from 'react'
import styles from './TokenPanel.module.css'

type Props = {
  id: string
  label: string
  /** Id of the line the arrow keys stand on. */
  at: string | null
  head?: ReactNode
  foot?: ReactNode
  sheet?: boolean
  close: () => void
  children: ReactNode
}

/** A list over the field to choose from with arrow keys or a press; on phones, opened by its button, a sheet. */
export function TokenPanel({ id, label, at, head, foot, sheet = false, close, children }: Props) {
  useEffect(() => {
    if (at) document.getElementById(at)?.scrollIntoView({ block: 'nearest' })
  }, [at])
  return (
    <>
      {sheet ? (
        <button type="button" className={styles.veil} aria-label={label} tabIndex={-1} onClick={close} />
      ) : null}
      <div className={styles.panel} data-sheet={sheet}>
        {head}
        <div id={id} role="listbox" tabIndex={0} aria-label={label} className={styles.list}>
          {children}
        </div>
        {foot ? <p className={styles.foot}>{foot}</p> : null}
      </div>
    </>
  )
}
