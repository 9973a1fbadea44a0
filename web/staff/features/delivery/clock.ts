import { houseZone } from '../../ui/house-zone.ts'
import { formatInstant } from '../../ui/time.ts'

/** 12:05, by the brand's clock. */
export function clock(instant: string | null, language: string): string {
  if (!instant) return ''
  return formatInstant(instant, 'time', language, houseZone())
}
