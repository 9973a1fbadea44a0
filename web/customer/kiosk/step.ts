import type { RefObject } from 'preact'
import type { Entry } from './queue.ts'

/** What one visitor has tapped and written so far. */
export type Answers = { mood: '' | Entry['mood']; category: string; content: string; contact: string }

export type StepProps = {
  answers: Answers
  titleRef: RefObject<HTMLHeadingElement | null>
  onSet: (patch: Partial<Answers>) => void
  onNext: () => void
}
