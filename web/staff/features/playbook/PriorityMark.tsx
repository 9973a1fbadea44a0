import type { Priority } from '#contracts/playbook'
import styles from './tables.module.css'

/** A priority in its colour, the same everywhere. */
export function PriorityMark({ priority }: { priority: Priority }) {
  return (
    <span className={styles.priority} data-priority={priority}>
      {priority}
    </span>
  )
}
