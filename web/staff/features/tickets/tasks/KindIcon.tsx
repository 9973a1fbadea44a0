import type { ComponentType } from 'react'
import type { TaskKind } from '#contracts/tickets/tasks'
import {
  AskIcon,
  AuditIcon,
  CallIcon,
  CheckIcon,
  CoinIcon,
  PenIcon,
  PeopleIcon,
  SearchIcon,
  StepIcon,
} from '../../../ui/icons.tsx'
import styles from './TodoRow.module.css'

const ICONS: Record<TaskKind, ComponentType<{ size?: number }>> = {
  step: StepIcon,
  question: AskIcon,
  statement: PenIcon,
  opinion: PeopleIcon,
  decision: CheckIcon,
  approval: CoinIcon,
  revisit: CallIcon,
  contact: CallIcon,
  facts: SearchIcon,
  legal: AuditIcon,
  call_back: CallIcon,
}

/** What sort of task it is, as a small picture. */
export function KindIcon({ kind, late = false }: { kind: TaskKind; late?: boolean }) {
  const Picture = ICONS[kind]
  return (
    <span className={styles.icon} data-late={late}>
      <Picture size={20} />
    </span>
  )
}
