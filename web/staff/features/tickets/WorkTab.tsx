import type { Ticket } from '#contracts/tickets'
import { CompensationPanel } from './compensation/CompensationPanel.tsx'
import { CyclesPanel } from './followup/CyclesPanel.tsx'
import { RevisitPanel } from './followup/RevisitPanel.tsx'
import { CasePanels } from './investigation/CasePanels.tsx'
import { PlanPanel } from './tasks/PlanPanel.tsx'
import type { TicketTab } from './ticket-tabs.ts'

/** The work on one ticket besides talking: why it happened, what is done about it, what came after. Fetched when first opened. */
export default function WorkTab({ ticket, tab }: { ticket: Ticket; tab: TicketTab }) {
  if (tab === 'case') return <CasePanels ticket={ticket} />
  if (tab === 'plan')
    return (
      <>
        <PlanPanel ticket={ticket} />
        <CompensationPanel ticket={ticket} />
      </>
    )
  return (
    <>
      <RevisitPanel ticket={ticket} />
      <CyclesPanel ticket={ticket} />
    </>
  )
}
