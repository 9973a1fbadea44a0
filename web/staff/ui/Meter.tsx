export type Tone = 'pine' | 'amber' | 'cinnabar' | 'leaf' | 'slate'

/** A thin bar that fills with the share of the time that has gone (0 … 1). */
export function Bar({ share, tone }: { share: number; tone: Tone }) {
  const width = 34
  return (
    <svg width={width} height="3" aria-hidden style={{ flex: 'none' }}>
      <rect width={width} height="3" rx="1.5" fill="var(--line)" />
      <rect width={Math.max(2, share * width)} height="3" rx="1.5" fill={`var(--${tone})`} />
    </svg>
  )
}

const ROUND = 2 * Math.PI * 8

/** The same as a ring, for the column beside a ticket. */
export function Ring({ share, tone, size = 18 }: { share: number; tone: Tone; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden style={{ flex: 'none' }}>
      <circle cx="10" cy="10" r="8" fill="none" stroke="var(--line)" strokeWidth="3" />
      <circle
        cx="10"
        cy="10"
        r="8"
        fill="none"
        stroke={`var(--${tone})`}
        strokeWidth="3"
        strokeDasharray={`${share * ROUND} ${ROUND}`}
        transform="rotate(-90 10 10)"
        style={{ transition: 'stroke-dasharray var(--ease), stroke var(--ease)' }}
      />
    </svg>
  )
}
