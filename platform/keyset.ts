/** Where a list of newest first goes on: an instant and an id, as one opaque word. */
export type Place = { at: Date; id: string }

export function writePlace({ at, id }: Place): string {
  return Buffer.from(`${at.toISOString()} ${id}`).toString('base64url')
}

/** Null for what nobody wrote. */
export function readPlace(text: string | undefined): Place | null {
  const [at = '', id = ''] = Buffer.from(text ?? '', 'base64url')
    .toString()
    .split(' ')
  const time = new Date(at)
  return id && !Number.isNaN(time.getTime()) ? { at: time, id } : null
}
