import { type ComponentType, createContext } from 'react'
import type { z } from 'zod'
import type { OpeningOffer } from '#contracts/incidents/opening'

export type Offer = z.infer<typeof OpeningOffer>
export type Chosen = { plan: string | undefined; ticketIds: string[]; without: string[]; anew: boolean }
type Props = { offer: Offer; busy: boolean; open: (chosen: Chosen) => void; close: () => void }

/** How somebody chooses tickets, plan and room where there is a choice: handed in by whoever knows the plans. */
export const OpeningChoice = createContext<ComponentType<Props> | null>(null)

/** A warning whose tickets all belong together and to no room yet opens at once. */
export const needsChoice = ({ plan, room, tickets }: Offer): boolean =>
  plan === null || room !== null || tickets.some(({ about }) => !about)
