const UNIT_MS = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const

/** A span of the condition language in ms; a day is 24 hours. */
export function spanMs({ amount, unit }: { amount: number; unit: keyof typeof UNIT_MS }): number {
  return amount * UNIT_MS[unit]
}
