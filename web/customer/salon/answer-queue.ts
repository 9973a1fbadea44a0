import type { SalonAnswersInput } from '#contracts/channels/salon'

/** Answers on the tablet that the server has not confirmed; `refused` ones wait for a person. */
export type Waiting = { body: SalonAnswersInput; refused?: boolean }

const keyOf = (slug: string): string => `huiyin.salon.${slug}`

/** Kept on the tablet over a reload and a night without network. */
export function loadQueue(storage: Storage | null, slug: string): Waiting[] {
  try {
    const kept: unknown = JSON.parse(storage?.getItem(keyOf(slug)) ?? '[]')
    return Array.isArray(kept) ? kept.filter((one) => typeof one?.body?.submissionId === 'string') : []
  } catch {
    return []
  }
}

export function saveQueue(storage: Storage | null, slug: string, queue: Waiting[]): void {
  try {
    if (queue.length === 0) storage?.removeItem(keyOf(slug))
    else storage?.setItem(keyOf(slug), JSON.stringify(queue))
  } catch {
    // No room or no storage: they live as long as the page.
  }
}

/** The one to send now: those that were refused wait aside and do not hold up the others. */
export function nextOf(queue: readonly Waiting[]): Waiting | undefined {
  return queue.find((one) => !one.refused)
}

export function without(queue: Waiting[], submissionId: string | undefined): Waiting[] {
  return queue.filter((one) => one.body.submissionId !== submissionId)
}

export function setAside(queue: Waiting[], submissionId: string | undefined): Waiting[] {
  return queue.map((one) => (one.body.submissionId === submissionId ? { ...one, refused: true } : one))
}
