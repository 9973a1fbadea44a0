import type { JSX } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type { Confirmation } from '#contracts/loyalty/events'
import { copyText } from '../form/copy-text.ts'
import { useInPerson } from '../in-person/words.ts'
import { useChange } from '../ui/hooks.ts'
import { Icon } from '../ui/icons.tsx'
import { useReader } from '../ui/reader.ts'
import { sayTime } from '../when.ts'
import { fill } from '../words.ts'
import { sayMoney } from './money.ts'
import { Withdrawals } from './Withdrawals.tsx'

type Props = { confirmation: Confirmation; onChange: (confirmation: Confirmation) => void }

/** What somebody holds who signed up: the place, the reward, what was agreed to, and the way back. */
export function ConfirmationView({ confirmation, onChange }: Props): JSX.Element {
  const { w, locale } = useReader()
  const x = useInPerson()
  const title = useRef<HTMLHeadingElement>(null)
  const gone = confirmation.state === 'withdrawn'
  useChange([gone], () => {
    window.scrollTo(0, 0)
    title.current?.focus()
  })
  const time = (at: string): string => sayTime(new Date(at), new Date(), w, locale)
  const facts: [string, string][] = [
    [x.confirm.event, confirmation.event],
    [x.confirm.shop, confirmation.shop],
    [x.event.when, fill(x.event.from, { from: time(confirmation.startsAt), to: time(confirmation.endsAt) })],
    [x.confirm.name, confirmation.name],
    [x.confirm.phone, confirmation.phone],
  ]
  return (
    <main class="receipt">
      {!gone && (
        <span class="seal">
          <Icon name="check" />
        </span>
      )}
      <h1 ref={title} tabIndex={-1}>
        {gone ? x.confirm.goneTitle : x.confirm.title}
      </h1>
      {gone && (
        <>
          <p class="lead">{x.confirm.goneText}</p>
          {confirmation.rewardState !== 'none' && <p class="quiet">{x.confirm.fingerprint}</p>}
        </>
      )}
      <RewardCard confirmation={confirmation} />
      <dl class="facts">
        {facts
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {confirmation.progress && (
        <p class="said">
          {x.confirm.voice}
          <br />
          <a href={confirmation.progress} referrerpolicy="no-referrer">
            {x.confirm.progress}
          </a>
        </p>
      )}
      {!gone && <KeepLink path={confirmation.path} />}
      {!gone && <Withdrawals confirmation={confirmation} onChange={onChange} />}
    </main>
  )
}

function RewardCard({ confirmation }: { confirmation: Confirmation }): JSX.Element | null {
  const { w, locale } = useReader()
  const x = useInPerson().confirm
  const { reward, rewardState } = confirmation
  if (rewardState === 'spent') return <p class="quiet left">{x.spent}</p>
  if (!reward) return rewardState === 'had' ? <p class="quiet left">{x.had}</p> : null
  if (reward.kind === 'points')
    return (
      <p class="voucher">
        <b>{fill(x.points, { n: reward.points })}</b>
        <small>{x.pointsText}</small>
      </p>
    )
  const until = reward.expiresAt ? sayTime(new Date(reward.expiresAt), new Date(), w, locale) : ''
  return (
    <p class="voucher">
      <b>{fill(x.coupon, { money: sayMoney(reward.amountMinor, reward.currency, locale) })}</b>
      <span class="voucher-code">{reward.code.replace(/(.{5})(?=.)/g, '$1 ')}</span>
      <small>{fill(x.until, { time: until })}</small>
      {rewardState === 'had' && <small>{x.had}</small>}
    </p>
  )
}

function KeepLink({ path }: { path: string }): JSX.Element {
  const x = useInPerson().confirm
  const [copied, setCopied] = useState<'' | 'yes' | 'no'>('')
  const link = location.origin + path
  return (
    <div class="keep">
      <p class="quiet">{x.keep}</p>
      <button
        type="button"
        class="button"
        onClick={() => copyText(link).then((done) => setCopied(done ? 'yes' : 'no'))}
      >
        {copied === 'yes' ? x.copied : x.copy}
      </button>
      <div aria-live="polite">
        {copied === 'yes' && <p class="unseen">{x.copied}</p>}
        {copied === 'no' && (
          <p class="quiet">
            {x.byHand}
            <span class="address">{link}</span>
          </p>
        )}
      </div>
    </div>
  )
}
