import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { AttachmentView, Receipt } from '#contracts/channels'

/** One feedback as its sender knows it: the id under which it is sent again, and what was answered. */
export type Submission = {
  id: string
  way: 'form' | 'api'
  content: string
  photos: number
  /** Gives up at the first failure instead of sending again. */
  impatient: boolean
  photoIds: string[]
  tries: number
  receipt: Receipt | null
}
export type Door = { slug: string; apiKey: string; photo: Buffer }
/** Where the server is at the moment; another address after a restart. */
export type Where = { address: string }

const READY_WITHIN_MS = 60_000

/** `count` submissions: every fifth through a table's form, every second of those with photos, every tenth impatient. */
export function plan(count: number): Submission[] {
  return Array.from({ length: count }, (_, i) => ({
    id: randomUUID(),
    way: i % 5 === 0 ? 'form' : 'api',
    content: `第 ${i} 位：奶茶里吃到一根头发，希望重做一杯`,
    photos: i % 10 === 0 ? 1 + (i % 3) : 0,
    impatient: i % 10 === 7 || i % 50 === 5,
    photoIds: [],
    tries: 0,
    receipt: null,
  }))
}

/**
 * Sends all, so many at a time, until each is acknowledged or given up.
 * Shape: answers with the statuses of refused tries; a lost connection counts as 0. `onAcknowledged` gets the running number.
 */
export async function submitAll(
  submissions: Submission[],
  at: { where: Where; door: Door; together: number; onAcknowledged: (count: number) => void },
): Promise<Map<number, number>> {
  const refusals = new Map<number, number>()
  const waiting = [...submissions]
  let acknowledged = 0
  const readyAgain = sharedWait(at.where)
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const trying = { where: at.where, door: at.door, refusals, readyAgain }
      if (await submit(next, trying)) at.onAcknowledged(++acknowledged)
    }
  }
  await Promise.all(Array.from({ length: at.together }, work))
  return refusals
}

/** Everybody who waits for the server waits for the same poll. */
function sharedWait(where: Where): () => Promise<void> {
  let waiting: Promise<void> | null = null
  return () => {
    waiting ??= untilReady(where).finally(() => {
      waiting = null
    })
    return waiting
  }
}

type Trying = { where: Where; door: Door; refusals: Map<number, number>; readyAgain: () => Promise<void> }

/** True when it was acknowledged; false when an impatient sender gave up, or it was refused for good. */
async function submit(
  submission: Submission,
  { where, door, refusals, readyAgain }: Trying,
): Promise<boolean> {
  for (;;) {
    submission.tries += 1
    const status = await attempt(submission, where, door)
    if (status === 201) return true
    refusals.set(status, (refusals.get(status) ?? 0) + 1)
    // What is refused for good is not sent for ever: the test finds its status.
    if (submission.impatient || (status >= 400 && status < 500)) return false
    await readyAgain()
  }
}

async function attempt(submission: Submission, where: Where, door: Door): Promise<number> {
  try {
    while (submission.photoIds.length < submission.photos) {
      const upload = await sendPhoto(submission, where, door)
      if (upload.status !== 201) return upload.status
      submission.photoIds.push(((await upload.json()) as AttachmentView).id)
    }
    const reply = await send(submission, where, door)
    const body = await reply.json()
    if (reply.status === 201) submission.receipt = body as Receipt
    return reply.status
  } catch {
    return 0
  }
}

function sendPhoto(submission: Submission, { address }: Where, { slug, photo }: Door): Promise<Response> {
  const body = new FormData()
  body.append('file', new Blob([new Uint8Array(photo)], { type: 'image/jpeg' }), 'photo.jpg')
  return fetch(`${address}/api/public/forms/${slug}/photos`, {
    method: 'POST',
    body,
    headers: from(submission),
  })
}

/** The same submission again is the same message, whether or not the first one was answered. */
export function send(submission: Submission, { address }: Where, door: Door): Promise<Response> {
  const { id, way, content, photoIds } = submission
  const [path, body, headers] =
    way === 'form'
      ? [
          `public/forms/${door.slug}/feedback`,
          { submissionId: id, content, mood: 'bad', photos: photoIds },
          {},
        ]
      : ['v1/feedback', { content }, { authorization: `Bearer ${door.apiKey}`, 'idempotency-key': id }]
  return fetch(`${address}/api/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...from(submission), ...headers },
    body: JSON.stringify(body),
  })
}

/** Everybody has an own address, so that the limit per sender stays out of the way. */
function from({ id }: Submission): Record<string, string> {
  const [a, b, c] = Buffer.from(id.replaceAll('-', ''), 'hex')
  return { 'x-forwarded-for': `10.${a}.${b}.${c}` }
}

/** Errors: after a minute without a ready server. */
export async function untilReady(where: Where): Promise<void> {
  const until = performance.now() + READY_WITHIN_MS
  while (performance.now() < until) {
    const ready = await fetch(`${where.address}/health/ready`).catch(() => null)
    if (ready?.status === 200) return
    await pause(25)
  }
  throw new Error('the server is not ready again')
}
