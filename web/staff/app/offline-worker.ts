import { ANSWERS_CACHE } from '../worker/caches.ts'

/** Lets the browser keep the console for working without a network. Plain http addresses (other than localhost) have no service worker: nothing is kept. */
export function keepForOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  window.addEventListener('load', () => {
    navigator.serviceWorker.register('/sw.js').catch(() => {})
  })
}

/** Signed out: what was kept for this person is gone. */
export async function forgetAnswers(): Promise<void> {
  for (const key of Object.keys(localStorage))
    if (key.startsWith('huiyin.kitchen.board.')) localStorage.removeItem(key)
  if ('caches' in window) await caches.delete(ANSWERS_CACHE)
}
