import type { PlatformCaseKind, PlatformDeed } from '#contracts/tickets/platform-case'

/** States in which a platform's complaint is over. 312: the mini-program platform refunds by itself. */
const FINISHED: Record<PlatformCaseKind, readonly string[]> = {
  wechat_pay: ['PROCESSED'],
  mini_program: ['finished'],
  eleme: ['agreed', 'withdrawn', 'ruled_for', 'ruled_against'],
}

type Standing = {
  kind: PlatformCaseKind
  phase: string
  refundMinor: number | null
  /** What we did already and has not failed. */
  done: readonly string[]
}

export function isFinished({ kind, phase }: Pick<Standing, 'kind' | 'phase'>): boolean {
  return FINISHED[kind].includes(phase)
}

/**
 * What may still be decided. A refund is decided once; a mini-program complaint is answered by that decision, one of WeChat Pay is finished besides.
 * Ele.me asks while a refund or a cancellation waits for the shop.
 * Source: integrations.md §1.10 (201: merchant to act, 206: merchant to prove), §1.11, §4.4.
 */
export function deedsAllowed(standing: Standing): PlatformDeed[] {
  const { kind, phase, refundMinor, done } = standing
  if (isFinished(standing)) return []
  const decided = done.includes('approve_refund') || done.includes('reject_refund')
  if (kind === 'eleme')
    return ['cancel_asked', 'refund_asked'].includes(phase) && !decided
      ? ['approve_refund', 'reject_refund']
      : []
  if (kind === 'mini_program') {
    if (phase === '206') return ['supply_proof']
    return decided ? [] : ['approve_refund', 'reject_refund']
  }
  const refund: PlatformDeed[] = refundMinor !== null && !decided ? ['approve_refund', 'reject_refund'] : []
  return done.includes('complete') ? refund : [...refund, 'complete']
}
