import type { JSX } from 'preact'
import type { Sending } from '../sending/sender.ts'
import { fill } from '../words.ts'
import { Message, Skeleton } from './Frame.tsx'
import { useCountdown } from './phone-state.ts'
import { useReader } from './reader.ts'

type LoadTroubleProps = { kind: 'form' | 'progress'; loading: Sending<unknown>; onRetry: () => void }

/** Everything that can stand between a reader and the page. */
export function LoadTrouble({ kind, loading, onRetry }: LoadTroubleProps): JSX.Element {
  const { w } = useReader()
  const words = w.screen
  if (loading.state === 'refused') {
    if (kind === 'progress') return <Message title={words.unknownLinkTitle} text={words.unknownLinkText} />
    if (isOff(loading.status, loading.problem?.code)) {
      return <Message title={words.codeOffTitle} text={words.codeOffText} />
    }
    return <Message title={words.unknownCodeTitle} text={words.unknownCodeText} />
  }
  if (loading.state !== 'waiting') return <Skeleton kind={kind} />
  if (loading.why === 'busy') return <Busy until={loading.retryAt} />
  const offline = loading.why === 'offline'
  return (
    <Message
      title={offline ? words.offlineTitle : words.downTitle}
      text={offline ? words.offlineText : words.downText}
    >
      <button type="button" class="button" onClick={onRetry}>
        {w.common.tryAgain}
      </button>
    </Message>
  )
}

/** A code that exists and was switched off, as opposed to one that never was. */
function isOff(status: number, code: string | undefined): boolean {
  return status === 410 || /off$/i.test(code ?? '')
}

function Busy({ until }: { until: number }): JSX.Element {
  const { w } = useReader()
  return <Message title={w.screen.busyTitle} text={fill(w.screen.busyText, { n: useCountdown(until) })} />
}
