import { useEffect } from 'react'

const EVERY_MS = 4_000
let audio: AudioContext | undefined

/** Browsers only let a page sound after the person has touched it; until then the alarm is silent. */
function wake(): void {
  audio ??= new AudioContext()
  void audio.resume()
}

/** Two short tones, every few seconds, for as long as `on`. */
export function useAlarmSound(on: boolean): void {
  useEffect(() => {
    window.addEventListener('pointerdown', wake, { once: true })
    window.addEventListener('keydown', wake, { once: true })
    return () => {
      window.removeEventListener('pointerdown', wake)
      window.removeEventListener('keydown', wake)
    }
  }, [])
  useEffect(() => {
    if (!on) return
    const ring = () => {
      if (audio?.state !== 'running') return
      tone(audio, 880, 0)
      tone(audio, 660, 0.22)
    }
    ring()
    const timer = setInterval(ring, EVERY_MS)
    return () => clearInterval(timer)
  }, [on])
}

function tone(context: AudioContext, hertz: number, afterSec: number): void {
  const start = context.currentTime + afterSec
  const oscillator = context.createOscillator()
  const gain = context.createGain()
  oscillator.frequency.value = hertz
  gain.gain.setValueAtTime(0.0001, start)
  gain.gain.exponentialRampToValueAtTime(0.12, start + 0.02)
  gain.gain.exponentialRampToValueAtTime(0.0001, start + 0.18)
  oscillator.connect(gain).connect(context.destination)
  oscillator.start(start)
  oscillator.stop(start + 0.2)
}
