import type { JSX } from 'preact'

const MOUTHS = {
  good: 'M10 17c1.4 2.6 3 3.6 5 3.6s3.6-1 5-3.6',
  fair: 'M10.5 19h9',
  bad: 'M10 20.5c1.4-2.6 3-3.6 5-3.6s3.6 1 5 3.6',
}

export function Face({ mood }: { mood: keyof typeof MOUTHS }): JSX.Element {
  return (
    <svg class="face" width="30" height="30" viewBox="0 0 30 30" aria-hidden="true">
      <circle cx="15" cy="15" r="12" />
      <path d={`${MOUTHS[mood]}M11 11.5v.6M19 11.5v.6`} />
    </svg>
  )
}

const PATHS = {
  plus: 'M12 5v14M5 12h14',
  cross: 'M7 7l10 10M17 7L7 17',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  again: 'M19 12a7 7 0 1 1-2.2-5.1M19 3.5v4h-4',
  star: 'M12 3.6l2.6 5.3 5.8.8-4.2 4.1 1 5.8-5.2-2.7-5.2 2.7 1-5.8-4.2-4.1 5.8-.8z',
  picture: 'M4 5h16v14H4zM4 16l4.5-4.5 3.5 3.5 3-3 5 5M15.5 9.5v.1',
  down: 'M6 9.5l6 6 6-6',
}

export function Icon({ name }: { name: keyof typeof PATHS }): JSX.Element {
  return (
    <svg class={`icon icon-${name}`} width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  )
}
