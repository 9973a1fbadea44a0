import { defineConnector } from '../connect/connector.ts'
import { check } from './check.ts'
import { inbox, listen } from './listen.ts'
import { readMail } from './read-mail.ts'
import { sendMail } from './send-mail.ts'
import { FIELDS, type MailSettings, Settings } from './settings.ts'

/** A mailbox of customer care: IMAP in, SMTP out, answers in the customer's own thread. */
export const email = defineConnector<MailSettings>({
  kind: 'email',
  settings: Settings,
  fields: FIELDS,
  sends: true,
  check,
  polls: [inbox],
  listen,
  read: readMail,
  send: sendMail,
})
