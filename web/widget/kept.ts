/** Units: pixels. `sent`: the server's id once it is uploaded; the picture itself lies in the picture store under the message's id. */
export type UnsentPicture = { width: number; height: number; sent?: string }
/** Said here, not yet taken by the server; `id` stays the same however often it is sent. `failed`: `gone` when it cannot be sent any more. */
export type Unsent = {
  id: string
  text: string
  at: string
  picture?: UnsentPicture
  failed?: boolean | 'gone'
}
export type Kept = { token: string; known: boolean; unsent: Unsent[]; read: string }

const NOTHING: Kept = { token: '', known: false, unsent: [], read: '' }

/**
 * What this browser keeps of a talk; read anew each time, because other tabs write to it too.
 * Shape: somebody whom the host site had signed in is forgotten once it says so no more.
 */
export function openKept(hook: string, known: boolean) {
  const key = `huiyin-chat:${hook}`
  let memory: Kept = NOTHING
  // Private browsing, or no room: then the talk lasts as long as the page.
  let stored = true
  const now = (): Kept => (stored ? readKept(key) : null) ?? memory
  const save = (change: Partial<Kept>): void => {
    memory = { ...now(), ...change }
    try {
      localStorage.setItem(key, JSON.stringify(memory))
    } catch {
      stored = false
    }
  }
  if (now().known && !known) save(NOTHING)
  return { now, save }
}

function readKept(key: string): Kept | null {
  try {
    const text = localStorage.getItem(key)
    if (!text) return null
    const read = JSON.parse(text) as Partial<Kept>
    return { ...NOTHING, ...read, unsent: Array.isArray(read.unsent) ? read.unsent : [] }
  } catch {
    return null
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
