import type { Answer } from './simulated-http.ts'

export type { Answer }

/** A review as a test writes it; each platform's simulator gives it in its own fields. */
export type MadeReview = {
  id: string
  text: string
  stars: number
  /** `yyyy-MM-dd HH:mm:ss` of Shanghai. */
  at: string
  followUp?: string
  labels?: string[]
  praised?: string[]
  criticised?: string[]
}

/** What can be wrong once, before a platform answers as usual again. */
export type Trouble =
  | 'throttled'
  | 'tooMany'
  | 'brokenStatus'
  | 'half'
  | 'hangUp'
  | 'silent'
  | 'expired'
  | 'forbiddenWords'
  | 'alreadyAnswered'
  | 'lostAnswer'

/** A platform whose reviews are asked for: what tests of all of them share. */
export type ReviewPlatform = {
  /** Settings of a channel that is connected to it. */
  settings: Record<string, unknown>
  /** The platform's number of the shop that exists. */
  shop: string
  /** By id; changing one is what its writer does. */
  reviews: Map<string, MadeReview>
  replies: { id: string; text: string }[]
  /** Calls that were answered with reviews. */
  asked: number
  fail: (...troubles: Trouble[]) => void
  close: () => Promise<void>
}

/** Troubles that every HTTP service has; the others are the platform's own words. */
export function commonTrouble(trouble: Trouble | undefined): Answer | undefined {
  if (trouble === 'tooMany') return { status: 429, headers: { 'retry-after': '30' }, body: 'slow down' }
  if (trouble === 'brokenStatus') return { status: 502, type: 'text/html', body: '<html>502</html>' }
  if (trouble === 'half') return { status: 200, body: '{"data":[{"comment_id":123', cut: true }
  if (trouble === 'silent') return 'silent'
  if (trouble === 'hangUp') return { status: 200, body: '', cut: true }
  return undefined
}
