/** Keeps the screen awake while the page is looked at; where a browser cannot, the tablet's own setting has to. */
export function stayAwake(): void {
  const ask = (): void => {
    if (!document.hidden) navigator.wakeLock?.request('screen').catch(() => {})
  }
  document.addEventListener('visibilitychange', ask)
  ask()
}

/** Only a tap may ask for it. */
export function fillScreen(): void {
  if (document.fullscreenElement) return
  document.documentElement.requestFullscreen?.({ navigationUI: 'hide' }).catch(() => {})
}

export function leaveFullScreen(): void {
  if (document.fullscreenElement) document.exitFullscreen().catch(() => {})
}

/** The page has no link; what else leads away is taken back. */
export function stayHere(): void {
  const here = (): void => history.pushState(null, '', location.href)
  here()
  window.addEventListener('popstate', here)
  for (const deed of ['contextmenu', 'dragstart', 'drop', 'dragover'])
    document.addEventListener(deed, (event) => event.preventDefault())
}

/** Keeps the page for starting without a network, by the worker of its own home (/k/ or /f/); a new one is taken up by `onNew`. */
export function keepPage(onNew: () => void): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const first = !navigator.serviceWorker.controller
  let told = !first
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (told) onNew()
    told = true
  })
  const home = location.pathname.slice(0, 3)
  navigator.serviceWorker.register(`${home}sw.js`, { scope: home }).catch(() => {})
}
