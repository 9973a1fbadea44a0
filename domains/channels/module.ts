import { onBrandCreated } from '#domains/people'
import { defineModule } from '#platform/module'
import { actions } from './actions.ts'
import { boxRoutes } from './box/routes.ts'
import { chat } from './chat/chat.ts'
import { chatRoutes } from './chat/routes.ts'
import { registerConnectors } from './connect/registry.ts'
import { connectRoutes } from './connect/routes.ts'
import { startListeners } from './connect/run-listeners.ts'
import { createDefaultChannels } from './create-channels.ts'
import { dianping } from './dianping/dianping.ts'
import { douyin } from './douyin/douyin.ts'
import { eleme } from './eleme/eleme.ts'
import { email } from './email/email.ts'
import { hookRoutes } from './hooks/hook-routes.ts'
import { meituan } from './meituan/meituan.ts'
import { miniProgram } from './mini-program/mini-program.ts'
import { monitor } from './monitor/monitor.ts'
import { sweepCheckUps } from './outbox/send-check-ups.ts'
import { sweepOutbox } from './outbox/sweep-outbox.ts'
import { phone } from './phone/phone.ts'
import { sweepPolls } from './poll/sweep-polls.ts'
import { routes } from './routes.ts'
import { salonRoutes } from './salon/routes.ts'
import { sms } from './sms/sms.ts'
import { sweepOrphans } from './sweep-orphans.ts'
import { wechatRoutes } from './wechat/routes.ts'
import { wechat } from './wechat/wechat.ts'
import { wechatPay } from './wechat-pay/wechat-pay.ts'
import { weibo } from './weibo/weibo.ts'

registerConnectors(monitor, sms, wechat)
registerConnectors(meituan, eleme, dianping, douyin, weibo)
registerConnectors(phone)
registerConnectors(email)
registerConnectors(wechatPay)
registerConnectors(miniProgram)
registerConnectors(chat)

onBrandCreated('channels', (tx, ctx) => createDefaultChannels(tx, ctx, ctx.locale))

export const channels = defineModule({
  name: 'channels',
  uses: ['people', 'playbook', 'customers'],
  actions,
  routes: (app) => {
    routes(app)
    boxRoutes(app)
    connectRoutes(app)
    hookRoutes(app)
    wechatRoutes(app)
    chatRoutes(app)
    salonRoutes(app)
  },
  sweeps: [
    { name: 'channels.outbox', lane: 'post', run: sweepOutbox },
    { name: 'channels.checkUps', lane: 'post', run: sweepCheckUps },
    { name: 'channels.polls', lane: 'poll', run: sweepPolls },
    { name: 'channels.orphans', lane: 'long', run: sweepOrphans },
  ],
  standing: [{ name: 'channels.listeners', start: startListeners }],
})
