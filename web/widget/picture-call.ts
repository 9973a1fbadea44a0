import type { Answer } from './call.ts'

/** A line that moves no byte for this long is broken. */
const STALL_MS = 45_000

export type PictureCalls = {
  upload: (token: string, blob: Blob, onShare: (share: number) => void) => Promise<Answer<{ id: string }>>
  fetch: (token: string, id: string, size: 'full' | 'thumb') => Promise<Blob | null>
}

/** Pictures to and from one chat channel; like the words by connections only, never by an address in the page. Never throws. */
export function pictureCalls(base: string, locale: string): PictureCalls {
  return {
    upload: (token, blob, onShare) => upload(`${base}/photos`, { token, locale, blob, onShare }),
    fetch: async (token, id, size) => {
      try {
        const response = await fetch(`${base}/photos/${id}?size=${size}`, {
          headers: { authorization: `Bearer ${token}` },
          credentials: 'omit',
          referrerPolicy: 'no-referrer',
        })
        return response.ok ? await response.blob() : null
      } catch {
        return null
      }
    },
  }
}

type Upload = { token: string; locale: string; blob: Blob; onShare: (share: number) => void }

/** XMLHttpRequest, because fetch tells nothing about how far an upload has come. Units: `onShare` gets 0 … 1. */
function upload(url: string, { token, locale, blob, onShare }: Upload): Promise<Answer<{ id: string }>> {
  return new Promise((done) => {
    const request = new XMLHttpRequest()
    let timer = 0
    const alive = (): void => {
      clearTimeout(timer)
      timer = window.setTimeout(() => request.abort(), STALL_MS)
    }
    request.upload.onprogress = ({ loaded, total }) => {
      alive()
      if (total > 0) onShare(loaded / total)
    }
    request.onload = () => done(answerOf(request))
    request.onerror = request.onabort = () => done({ kind: 'offline' })
    request.onloadend = () => clearTimeout(timer)
    request.open('POST', url)
    request.setRequestHeader('authorization', `Bearer ${token}`)
    request.setRequestHeader('accept-language', locale)
    const form = new FormData()
    form.append('file', blob, 'photo.jpg')
    alive()
    request.send(form)
  })
}

function answerOf(request: XMLHttpRequest): Answer<{ id: string }> {
  const { status, responseText } = request
  const afterS = Number(request.getResponseHeader('retry-after')) || 0
  if (status !== 201) return { kind: 'refused', status, afterS }
  try {
    return { kind: 'ok', body: JSON.parse(responseText) as { id: string } }
  } catch {
    return { kind: 'offline' }
  }
}
