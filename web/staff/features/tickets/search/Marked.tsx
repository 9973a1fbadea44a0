import type { Segment } from '#contracts/tickets/search'
import styles from './Marked.module.css'

/** A text with what was searched for marked in it. */
export function Marked({ parts }: { parts: readonly Segment[] }) {
  return parts.map((part, n) =>
    part.hit ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never move
      <mark key={n} className={styles.mark}>
        {part.text}
      </mark>
    ) : (
      part.text
    ),
  )
}
