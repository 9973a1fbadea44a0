import type { AttachmentView } from '#contracts/channels'

export function isPicture({ mime }: Pick<AttachmentView, 'mime'>): boolean {
  return mime === 'image/jpeg'
}

export function fileKind(mime: string): 'audio' | 'video' | 'pdf' | 'other' {
  if (mime.startsWith('audio/')) return 'audio'
  if (mime.startsWith('video/')) return 'video'
  return mime === 'application/pdf' ? 'pdf' : 'other'
}

const KB = 1024
const MB = KB * KB

/** Whole kilobytes, from one megabyte on with one decimal; nothing is smaller than 1 KB. */
export function fileSize(bytes: number, locale: string): string {
  const [value, unit, digits] =
    bytes < MB ? [Math.max(1, Math.round(bytes / KB)), 'KB', 0] : [bytes / MB, 'MB', 1]
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value)} ${unit}`
}

/** An address that may stand in a link: http and https only, with its host and path for the eye. */
export function safeLink(text: unknown): { href: string; place: string } | null {
  if (typeof text !== 'string' || !URL.canParse(text)) return null
  const url = new URL(text)
  if (!['http:', 'https:'].includes(url.protocol)) return null
  const path = url.pathname === '/' ? '' : url.pathname
  const place = `${url.host}${path}`
  return { href: url.href, place: place.length > 48 ? `${place.slice(0, 47)}…` : place }
}
