/** Said here, not yet taken by the server; `id` stays the same however often it is sent. */
export type Unsent = { id: string; text: string; at: string; failed?: boolean }
export type Kept = { token: string; known: boolean; unsent: Unsent[]; read: string }

const NOTHING: Kept = { token: '', known: false, unsent: [], read: '' }

/** What this browser keeps of a talk. Shape: somebody whom the host site had signed in is forgotten once it says so no more. */
export function openKept(hook: string, known: boolean) {
  const key = `huiyin-chat:${hook}`
  let kept = readKept(key)
  if (kept.known && !known) kept = { ...NOTHING }
  const save = (change: Partial<Kept>): void => {
    kept = { ...kept, ...change }
    try {
      localStorage.setItem(key, JSON.stringify(kept))
    } catch {
      // Private browsing without storage: the talk lasts as long as the page.
    }
  }
  return { now: () => kept, save }
}

function readKept(key: string): Kept {
  try {
    const read = JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Kept>
    return { ...NOTHING, ...read, unsent: Array.isArray(read.unsent) ? read.unsent : [] }
  } catch {
    return { ...NOTHING }
  }
}

/** A random UUID, also on plain http, where crypto.randomUUID is missing. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = [...bytes].map((b) => b.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
