import type { Phone } from './phone.ts'
import type { SmsSettings } from './settings.ts'
import type { Param } from './vendor.ts'

/** One call: an approved wording, read out twice with these. `id` is our own, handed to the vendor. */
export type VoiceCall = { id: string; phone: Phone; template: string; params: Param[] }

/** Rings somebody through one vendor. Errors: ChannelFault, the same codes for the same trouble whoever the vendor is. */
export type VoiceVendor = (call: VoiceCall) => Promise<void>

/** Heard once is easily missed when one has just woken up. */
export const PLAY_TIMES = 2

/** What a call says; each becomes a variable of the vendor's template. */
export type Spoken = { brand: string; what: string; shop: string }

/** The template's variables in order, in letters, digits and the signs that can be read out. */
export function spokenParams(settings: SmsSettings, spoken: Spoken): Param[] {
  return settings.voiceVariables.map((line) => {
    const at = line.indexOf('=')
    const what = line.slice(at + 1) as keyof Spoken
    return { name: at < 0 ? what : line.slice(0, at), value: readable(spoken[what], settings.variableMost) }
  })
}

function readable(text: string, most: number): string {
  const plain = text
    .replace(/[^\p{L}\p{N}，、：,.-]+/gu, ' ')
    .replace(/ +/g, ' ')
    .trim()
  return most ? [...plain].slice(0, most).join('') : plain
}
