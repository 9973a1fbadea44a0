import type { DialogProps } from '../dialog-step.ts'
import { LinkDialog } from './LinkDialog.tsx'
import { useLinks } from './link-queries.ts'

/** The same from the menu of the ticket: the links are known, or come in a moment. */
export function MergeDialog({ ticket, close }: DialogProps) {
  const links = useLinks(ticket.id).data
  return links ? <LinkDialog ticket={ticket} links={links} other={null} close={close} /> : null
}
