import { type ComponentType, createContext } from 'react'

type Props = { ticketId: string | undefined; busy: boolean; open: (plan: string) => void; close: () => void }

/** How somebody chooses a plan where none fits: handed in by whoever knows the plans. */
export const PlanChoice = createContext<ComponentType<Props> | null>(null)
