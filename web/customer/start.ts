import type { SlipLink } from '#contracts/channels/box'
import { type Answer, call } from './sending/call.ts'
import { type Locale, loadWords, pickLocale, type Words } from './words.ts'

const CHOICE = 'huiyin.locale'

// X5 up to Chrome 70 lacks it and Preact renders by it.
if (!window.queueMicrotask) window.queueMicrotask = (run) => void Promise.resolve().then(run)

const chosen = read(CHOICE)
export const locale: Locale = pickLocale(chosen, navigator.languages ?? [navigator.language])
document.documentElement.lang = locale

/** What each page's data are called by the API: /q/… a form, /t/… progress, /e/… an event, /s/… a sign-up, /f/… the salon, /o/… an order, /u/… one's own details. */
const HOMES: Record<string, string | undefined> = {
  q: 'forms',
  t: 'progress',
  e: 'events',
  s: 'sign-ups',
  f: 'salon',
  o: 'orders',
  u: 'check-ups',
}

const [, letter = '', subject = ''] = location.pathname.split('/')
export const page = letter
export const slug = page === 'q' || page === 'e' || page === 'f' ? decode(subject) : ''
export const token = page === 't' ? decode(subject) : ''

/** What a till's link says of its slip, as it says it. */
export const slip = slipIn(location.search)

/** Where the API keeps this page's things. */
export const apiPath = `/api/public/${HOMES[page] ?? 'progress'}/${encodeURIComponent(decode(subject))}`

/** Words and data are on their way while the page's own script is still being read. */
export const words: Promise<Words> = loadWords(locale)
export const first: Promise<Answer<unknown>> = boot() ?? fetchSubject()
words.catch(openAgain)

export function fetchSubject<T>(): Promise<Answer<T>> {
  const query = { locale, ...slip } as Record<string, string | undefined>
  const said = Object.keys(query).filter((key) => query[key])
  return call<T>(
    `${apiPath}?${said.map((key) => `${key}=${encodeURIComponent(query[key] ?? '')}`).join('&')}`,
    {
      locale,
    },
  )
}

/** Keeps the reader's choice and opens the page again in it; the form's draft survives that. */
export function chooseLocale(next: Locale): void {
  try {
    localStorage.setItem(CHOICE, next)
  } catch {
    // Private browsing without storage: the page stays in the phone's language.
  }
  location.reload()
}

/** A tablet goes back to its own language for the next customer. */
export function forgetLocale(): void {
  if (locale === pickLocale(null, navigator.languages ?? [navigator.language])) return
  try {
    localStorage.removeItem(CHOICE)
  } catch {
    return
  }
  location.reload()
}

/** Without its words the page can say nothing, not even that. Nobody has written anything yet, so it may start over. */
function openAgain(): void {
  const reload = (): void => location.reload()
  if (navigator.onLine) setTimeout(reload, 4000)
  else window.addEventListener('online', reload)
}

/** What the server wrote into the page, unless the reader has chosen another language than the phone's. */
function boot(): Promise<Answer<unknown>> | null {
  const text = document.getElementById('boot')?.textContent
  if (!text || (chosen && chosen !== pickLocale(null, navigator.languages ?? []))) return null
  try {
    return Promise.resolve({ kind: 'ok', body: JSON.parse(text) })
  } catch {
    return null
  }
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function slipIn(search: string): SlipLink | null {
  const said = new URLSearchParams(search)
  const part = (key: string): string | undefined => said.get(key)?.slice(0, 200) || undefined
  const r = page === 'q' ? part('r') : undefined
  return r ? { r, t: part('t'), a: part('a'), s: part('s') } : null
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
