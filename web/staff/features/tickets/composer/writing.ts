import type { Mention } from '#contracts/tickets/composer'
import type { Photo } from './use-photos.ts'

/** `seen`: the newest message to the customer when the writing began; undefined while that is not known. */
export type Writing = {
  text: string
  photos: Photo[]
  mentions: Mention[]
  expectedAt: string | null
  wait: boolean
  seen?: string | null | undefined
}
