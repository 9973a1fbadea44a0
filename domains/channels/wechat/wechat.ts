import { defineConnector } from '../connect/connector.ts'
import { checkAccount } from './check.ts'
import { takePush } from './hook.ts'
import { readPush } from './read-push.ts'
import { sendMessage } from './send.ts'
import { fields, Settings, type WechatSettings } from './settings.ts'

/** WeChat Official Account (公众号): pushes in, customer-service and template messages out. docs/channels/wechat.md tells both sides. */
export const wechat = defineConnector<WechatSettings>({
  kind: 'wechat',
  settings: Settings,
  fields,
  sends: true,
  check: checkAccount,
  hook: takePush,
  read: readPush,
  send: sendMessage,
})
