import type { ChannelKind } from '#contracts/playbook'
import type { Sender } from '#domains/customers'

type Party = { address: string; name?: string | undefined; contact?: string | undefined }

/** These give the number or address themselves; elsewhere whoever writes has typed it, and may have typed anybody's. */
const GIVEN_BY_CHANNEL: readonly ChannelKind[] = ['email', 'sms', 'wechat_pay']

/**
 * A party of a conversation as the customers' room knows people: by what the channel calls this person, where it calls a person and not a thing
 * (a review, an order), and by the contact with how far it is to be believed.
 */
export function whoSpeaks(kind: ChannelKind, { address, name, contact }: Party): Sender {
  return {
    name,
    contact,
    known: knownAs(kind, address),
    proof: GIVEN_BY_CHANNEL.includes(kind) ? 'channel' : 'typed',
  }
}

/** Known by nothing but a name: a reviewer, the author of a post. */
export const isNobody = ({ contact, known }: Sender): boolean => !contact && !known?.length

function knownAs(kind: ChannelKind, address: string): NonNullable<Sender['known']> {
  if (kind === 'wechat') return [{ kind: 'wechat_openid', value: address }]
  if (kind === 'chat') return [{ kind: 'chat', value: address }]
  const person = /^(?:user|mention):(.+)$/.exec(address)?.[1]
  return kind === 'weibo' && person ? [{ kind: 'weibo', value: person }] : []
}
