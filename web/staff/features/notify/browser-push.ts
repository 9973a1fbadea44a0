/** Why this browser cannot be told; empty when it can. */
export type PushObstacle = '' | 'unsupported' | 'insecure' | 'denied' | 'notInstalled'

export function pushObstacle(): PushObstacle {
  if (!window.isSecureContext) return 'insecure'
  if (!('serviceWorker' in navigator) || !('PushManager' in window) || !('Notification' in window)) {
    // Safari on a phone has push only for what was put on the home screen.
    return /iPhone|iPad/.test(navigator.userAgent) ? 'notInstalled' : 'unsupported'
  }
  return Notification.permission === 'denied' ? 'denied' : ''
}

/**
 * Asks the person for permission and the browser for an address.
 * Shape:  null when the person said no.
 * Errors: what the browser throws, for example without a push service.
 */
export async function subscribeBrowser(
  publicKey: string,
): Promise<{ endpoint: string; p256dh: string; auth: string; device: string } | null> {
  if ((await Notification.requestPermission()) !== 'granted') return null
  await navigator.serviceWorker.register('/sw.js')
  const worker = await navigator.serviceWorker.ready
  const known = await worker.pushManager.getSubscription()
  const applicationServerKey = bytesOf(publicKey)
  const subscription =
    known ?? (await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey }))
  const { endpoint, keys } = subscription.toJSON()
  return {
    endpoint: endpoint ?? '',
    p256dh: keys?.p256dh ?? '',
    auth: keys?.auth ?? '',
    device: navigator.userAgent.slice(0, 100),
  }
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0))
}
