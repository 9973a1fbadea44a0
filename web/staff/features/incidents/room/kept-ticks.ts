import { keptList } from '../../../app/kept-list.ts'

/** A step that somebody ticked off without a network: it waits on this machine until the server has it. */
export type KeptTick = {
  roomId: string
  stepId: string
  title: string
  /** When it was done. */
  at: string
  state: 'done' | 'left_out'
  words: string
}

/** The ticks of one person on this machine, in the order in which they were made. */
export const keptTicks = keptList<KeptTick>('room.ticks')

/** Ticked twice, the later one counts. */
export function withTick(kept: readonly KeptTick[], tick: KeptTick): KeptTick[] {
  return [...withoutTick(kept, tick.stepId), tick]
}

export function withoutTick(kept: readonly KeptTick[], stepId: string): KeptTick[] {
  return kept.filter((tick) => tick.stepId !== stepId)
}
