type Attributes = Record<string, string | boolean | undefined>

/** An element with attributes and children; text is text, never markup. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : value)
  element.append(...children)
  return element
}

const SVG = 'http://www.w3.org/2000/svg'

export const bubbleIcon = (): SVGElement => icon('M4 5h16v11H10l-4 4v-4H4z')
export const pictureIcon = (): SVGElement => icon('M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.5 9h.01')

function icon(shape: string): SVGElement {
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  const path = document.createElementNS(SVG, 'path')
  path.setAttribute('d', shape)
  path.setAttribute('stroke-linejoin', 'round')
  svg.append(path)
  return svg
}

/** Words with their web addresses as links. */
export function withLinks(text: string): (Node | string)[] {
  return text
    .split(/(https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+)/)
    .map((part, n) => (n % 2 ? make('a', { href: part, target: '_blank', rel: 'noopener' }, part) : part))
}
