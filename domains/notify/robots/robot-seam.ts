/** Somebody whom a message names, as far as the service can know the person. */
export type Mention = { name: string; phone: string; userId: string }
export type RobotSecrets = { address: string; secret: string }
export type RobotMessage = { text: string; mentions: readonly Mention[] }

/** One service's group robots. Source: integrations.md §2.1 and §3. */
export type RobotService = {
  /** Whether an address is one of this service's robots, wherever its host is. */
  fits: (address: URL) => boolean
  /** Messages in any 60 seconds. */
  perMinute: number
  /** Milliseconds between two messages, where the service counts by the second. */
  gapMs: number
  /** Bytes of text that one message may hold. */
  mostBytes: number
  /** What the person's user id is called in the own preferences. */
  userId: 'wecomUser' | 'dingtalkUser' | 'feishuUser'
  /** Errors: SendFault. */
  send: (secrets: RobotSecrets, message: RobotMessage, now: Date) => Promise<void>
}
