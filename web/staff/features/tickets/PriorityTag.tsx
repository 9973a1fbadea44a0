import type { Priority } from '#contracts/playbook'
import styles from './PriorityTag.module.css'

export function PriorityTag({ priority }: { priority: Priority }) {
  return <span className={`${styles.tag} ${styles[priority]}`}>{priority}</span>
}
