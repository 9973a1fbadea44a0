import { type Answer, readAnswer } from './call.ts'

/** A line that moves no byte for this long is broken. */
const STALL_MS = 45_000

/**
 * Sends one photo as multipart. XMLHttpRequest, because fetch tells nothing about how far an upload has come.
 * Units: `onProgress` gets 0 … 1.
 */
export function upload<T>(
  path: string,
  file: Blob,
  locale: string,
  onProgress: (share: number) => void,
): { answer: Promise<Answer<T>>; stop: () => void } {
  const request = new XMLHttpRequest()
  const answer = new Promise<Answer<T>>((done) => {
    let timer = 0
    const alive = (): void => {
      clearTimeout(timer)
      timer = window.setTimeout(() => request.abort(), STALL_MS)
    }
    request.upload.onprogress = (event) => {
      alive()
      if (event.lengthComputable && event.total > 0) onProgress(event.loaded / event.total)
    }
    request.onload = () =>
      done(readAnswer<T>(request.status, request.responseText, request.getResponseHeader('retry-after')))
    request.onerror = () => done({ kind: 'offline' })
    request.onabort = () => done({ kind: 'offline' })
    request.onloadend = () => clearTimeout(timer)
    request.open('POST', path)
    request.setRequestHeader('accept', 'application/json')
    request.setRequestHeader('accept-language', locale)
    const form = new FormData()
    form.append('file', file, file.type === 'image/jpeg' ? 'photo.jpg' : 'photo')
    alive()
    request.send(form)
  })
  return { answer, stop: () => request.abort() }
}
