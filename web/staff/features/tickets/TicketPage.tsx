import { useParams, useSearch } from '@tanstack/react-router'
import { TicketView } from './TicketView.tsx'

/** A ticket under its own address, for links from notices, mail and colleagues. */
export function TicketPage() {
  const { id } = useParams({ from: '/signed-in/shell/tickets/$id' })
  const { tab } = useSearch({ from: '/signed-in/shell/tickets/$id' })
  return <TicketView key={id} id={id} own tab={tab} />
}
