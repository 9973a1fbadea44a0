/** `/k/<slug>/<key>`: which tablet this is, and what shows that it is that one. */
const [, , slugPart = '', keyPart = ''] = location.pathname.split('/')

export const slug = decode(slugPart)
export const key = decode(keyPart)
export const apiPath = `/api/public/kiosks/${encodeURIComponent(slug)}`
export const manifestPath = `/k/${slugPart}/${keyPart}/app.webmanifest`

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
