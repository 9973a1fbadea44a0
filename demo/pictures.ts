import sharp from 'sharp'

const TABLES = ['#d9c3a1', '#c8b08a', '#e2d6c2', '#b99f7b', '#cfd3c8']
const FILLS = ['#b5793f', '#e9d7b6', '#8f5a2e', '#e3a93b', '#7fa05a', '#d98b7a']

const PICTURES = 12
const drawn = new Map<number, Promise<Buffer>>()

/** A picture as a phone might take it from above: a table, a round vessel, something in it. Drawn, not photographed. */
export function drawPicture(number: number): Promise<Buffer> {
  const seed = number % PICTURES
  const known = drawn.get(seed) ?? draw(seed)
  drawn.set(seed, known)
  return known
}

async function draw(seed: number): Promise<Buffer> {
  const pick = (list: string[], salt: number) => list[(seed * 7 + salt * 13) % list.length]!
  const x = 300 + ((seed * 37) % 120) - 60
  const y = 300 + ((seed * 53) % 120) - 60
  const bits = Array.from({ length: 5 + (seed % 6) }, (_, i) => {
    const a = i * 2.4 + seed
    const r = 40 + ((i * 31 + seed * 17) % 90)
    return `<ellipse cx="${x + Math.cos(a) * r}" cy="${y + Math.sin(a) * r}" rx="${10 + (i % 4) * 5}" ry="${7 + (i % 3) * 4}" fill="#2f2a24" opacity="${0.35 + (i % 3) * 0.2}" transform="rotate(${i * 40} ${x} ${y})"/>`
  }).join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="640"><rect width="640" height="640" fill="${pick(TABLES, 1)}"/>
    <path d="M0 ${430 + (seed % 80)} L640 ${380 + (seed % 120)} V640 H0 Z" fill="#000" opacity=".06"/>
    <circle cx="${x + 10}" cy="${y + 16}" r="196" fill="#000" opacity=".14"/><circle cx="${x}" cy="${y}" r="190" fill="#f7f4ee"/>
    <circle cx="${x}" cy="${y}" r="158" fill="${pick(FILLS, 2)}"/><path d="M${x - 110} ${y - 60} a130 130 0 0 1 150 -60" stroke="#fff" stroke-width="12" opacity=".35" fill="none" stroke-linecap="round"/>${bits}</svg>`
  return sharp(Buffer.from(svg)).resize(420).jpeg({ quality: 80 }).toBuffer()
}
