/** node progress.mjs HY-100482: prints how far a feedback is. HUIYIN_ORIGIN, HUIYIN_KEY as in submit.mjs. */
import { argv, env, stdout } from 'node:process'
import { huiyin } from './huiyin.mjs'

const api = huiyin({ origin: env.HUIYIN_ORIGIN, key: env.HUIYIN_KEY })
stdout.write(`${JSON.stringify(await api.progress(argv[2]))}\n`)
