import { ApiProblem, api, uploadPhoto } from '../../../app/api.ts'
import { forget, type KeptEntry, keep, keptBy } from './outbox-store.ts'

const LOCK = 'huiyin.outbox'

/**
 * Sends what was written down without a network, one after the other; only one tab of the browser does it at a time.
 * Shape: an entry leaves the store when the server has answered that it has it, so a broken connection in between repeats it under the same
 *        `submissionId` and makes no second ticket. Photos that went up are remembered. What the server refuses is kept with its reason.
 * Returns how many were sent; stops at the first that finds no network.
 */
export async function sendKept(staffId: string): Promise<number> {
  const work = () => sendAll(staffId)
  return navigator.locks ? navigator.locks.request(LOCK, work) : work()
}

async function sendAll(staffId: string): Promise<number> {
  let sent = 0
  for (const entry of await keptBy(staffId)) {
    if (entry.problem) continue
    try {
      await sendOne(entry)
      sent += 1
    } catch (error) {
      if (!(error instanceof ApiProblem) || !isRefusal(error)) return sent
      await keep({ ...entry, problem: error.message })
    }
  }
  return sent
}

/** The server has judged it; anything else may go better later. */
function isRefusal({ status }: ApiProblem): boolean {
  return status >= 400 && status < 500 && ![401, 408, 409, 425, 429].includes(status)
}

async function sendOne(entry: KeptEntry): Promise<void> {
  let kept = entry
  while (kept.photos[0]) {
    const photo = new File([kept.photos[0]], 'photo.jpg', { type: kept.photos[0].type })
    const { id } = await uploadPhoto(photo)
    kept = { ...kept, photos: kept.photos.slice(1), photoIds: [...kept.photoIds, id] }
    await keep(kept)
  }
  await api.post('/api/counter/feedback', { body: { ...kept.body, photos: kept.photoIds } })
  await forget(kept.submissionId)
}
