import type { JSX } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type { PublicForm, Receipt } from '#contracts/channels'
import { useChange } from '../ui/hooks.ts'
import { Icon } from '../ui/icons.tsx'
import { useReader } from '../ui/reader.ts'
import { sayTime } from '../when.ts'
import { fill } from '../words.ts'
import { copyText } from './copy-text.ts'
import { namesOf } from './form-rules.ts'

type ReceiptViewProps = { form: PublicForm; receipt: Receipt; onAgain: () => void }

/** What the customer holds in hand afterwards: the number, the time, and the way back. */
export function ReceiptView({ form, receipt, onAgain }: ReceiptViewProps): JSX.Element {
  const { w, locale } = useReader()
  const title = useRef<HTMLHeadingElement>(null)
  const [copied, setCopied] = useState<'' | 'yes' | 'no'>('')
  const link = location.origin + receipt.progress
  const due = new Date(receipt.expectedAt)
  const by =
    due.getTime() > Date.now()
      ? fill(w.receipt.by, { time: sayTime(due, new Date(), w, locale) })
      : w.receipt.soon
  const missing = form.fields.filter((field) => receipt.missing.indexOf(field.key) >= 0)
  useChange([], () => {
    window.scrollTo(0, 0)
    title.current?.focus()
  })
  return (
    <main class="receipt">
      <span class="seal">
        <Icon name="check" />
      </span>
      <h1 ref={title} tabIndex={-1}>
        {form.thanks || w.receipt.title}
      </h1>
      <dl class="facts">
        <div>
          <dt>{w.receipt.number}</dt>
          <dd>{receipt.number}</dd>
        </div>
        <div>
          <dt>{w.receipt.answerBy}</dt>
          <dd>{by}</dd>
        </div>
      </dl>
      <p class="said">{withoutLink(receipt.acknowledgement)}</p>
      {receipt.sameSlip && <p class="quiet">{w.receipt.sameSlip}</p>}
      {missing.length > 0 && (
        <p class="quiet">{fill(w.receipt.missing, { fields: namesOf(missing).join(w.form.join) })}</p>
      )}
      <div class="keep">
        <a class="button button-main" href={receipt.progress} referrerpolicy="no-referrer">
          {w.receipt.progress}
        </a>
        <button
          type="button"
          class="button"
          onClick={() => copyText(link).then((done) => setCopied(done ? 'yes' : 'no'))}
        >
          {copied === 'yes' ? w.receipt.copied : w.receipt.copy}
        </button>
        <div aria-live="polite">
          {copied === 'yes' && <p class="unseen">{w.receipt.copied}</p>}
          {copied === 'no' && (
            <p class="quiet">
              {w.receipt.copyByHand}
              <span class="address">{link}</span>
            </p>
          )}
        </div>
        <p class="quiet">{w.receipt.private}</p>
        {/MicroMessenger/i.test(navigator.userAgent) && <p class="quiet">{w.receipt.wechat}</p>}
      </div>
      <button type="button" class="link link-alone" onClick={onAgain}>
        {w.receipt.again}
      </button>
    </main>
  )
}

/** The same words go out by message, where they end with the link; here it stands below as a button. */
function withoutLink(text: string): string {
  return text.replace(/[^。！？.!?\n]*https?:\/\/\S+\s*$/, '').trim() || text
}
