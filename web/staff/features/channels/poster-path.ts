/** Address of the printable page for these codes. */
export function posterPath(codeIds: string[]): string {
  return `/channels/poster?codes=${codeIds.join(',')}`
}

/** The codes named in that address. */
export function codesInPath(search: string): string[] {
  const value = new URLSearchParams(search).get('codes') ?? ''
  return value.replaceAll('"', '').split(',').filter(Boolean)
}
