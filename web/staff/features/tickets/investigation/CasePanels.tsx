import { useRef } from 'react'
import type { Ticket } from '#contracts/tickets'
import { LinesSkeleton } from '../../../ui/states.tsx'
import { AssessmentPanel } from './AssessmentPanel.tsx'
import { InvestigationPanel } from './InvestigationPanel.tsx'
import { useAssessments, useInvestigation } from './investigation-queries.ts'

/** 调查: the investigation and the joint assessments; for whoever owes an opinion or a decision these stand first, and stay there. */
export function CasePanels({ ticket }: { ticket: Ticket }) {
  const assessments = useAssessments(ticket.id)
  // Asked for at once, not only when the panels are drawn.
  useInvestigation(ticket.id)
  const owed = useRef<boolean | null>(null)
  if (assessments.isPending) return <LinesSkeleton lines={6} />
  owed.current ??= (assessments.data ?? []).some(
    ({ opinions, can }) =>
      opinions.some((opinion) => opinion.mine) ||
      (can.includes('decide') && opinions.some((opinion) => opinion.givenAt)),
  )
  const panels = [
    <InvestigationPanel key="investigation" ticket={ticket} />,
    <AssessmentPanel key="assessment" ticket={ticket} />,
  ]
  return owed.current ? panels.toReversed() : panels
}
