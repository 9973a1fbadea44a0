import { type ReactNode, useEffect } from 'react'
import styles from './PageFrame.module.css'

type Props = {
  title: string
  /** One line under the title: what the page is for. */
  hint?: ReactNode
  /** Buttons at the right; at most one of them primary. */
  actions?: ReactNode
  width?: 'narrow' | 'wide' | 'full'
  children: ReactNode
}

/** A page of the console: title, actions, scrolling body. Also names the browser tab. */
export function PageFrame({ title, hint, actions, width = 'wide', children }: Props) {
  usePageTitle(title)
  return (
    <main className={styles.page} id="main">
      <header className={styles.header}>
        <h1>{title}</h1>
        {actions ? <div className={styles.actions}>{actions}</div> : null}
        {hint ? <p>{hint}</p> : null}
      </header>
      <div className={`${styles.body} ${width === 'full' ? '' : styles[width]}`}>{children}</div>
    </main>
  )
}

export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = title ? `${title} · 回音` : '回音'
  }, [title])
}
