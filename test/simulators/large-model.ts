import { type Answer, openService } from './simulated-http.ts'

export type LargeCall = {
  path: string
  key: string
  model: string
  messages: { role: string; content: string }[]
  body: string
}
/** How it answers next: the object as its content, or one of the ways in which such services fail. */
export type LargeMood =
  | { says: object | string }
  | 'silent'
  | 'busy'
  | 'broken'
  | 'garbage'
  | 'noJson'
  | 'refuses'
  | 'cut'
  | 'denied'

/** A service that speaks /v1/chat/completions: key in the header, choices and usage in the answer. */
export async function openLargeModel() {
  const calls: LargeCall[] = []
  let mood: LargeMood = { says: { ok: true } }
  const service = await openService(async (request, body): Promise<Answer> => {
    const asked = JSON.parse(body) as { model: string; messages: LargeCall['messages'] }
    calls.push({
      path: request.url ?? '',
      key: (request.headers.authorization ?? '').replace('Bearer ', ''),
      model: asked.model,
      messages: asked.messages,
      body,
    })
    return answerFor(mood, asked.model)
  })
  return {
    url: service.url,
    close: service.close,
    calls,
    /** What it was asked last, system and data together. */
    last: () => calls.at(-1)!,
    be: (next: LargeMood) => {
      mood = next
    },
  }
}

function answerFor(mood: LargeMood, model: string): Answer {
  if (mood === 'silent') return 'silent'
  if (mood === 'busy')
    return {
      status: 429,
      headers: { 'retry-after': '20' },
      body: { error: { message: 'Rate limit reached' } },
    }
  if (mood === 'broken') return { status: 500, body: { error: { message: 'The server had an error' } } }
  if (mood === 'denied') return { status: 401, body: { error: { message: 'Incorrect API key provided' } } }
  if (mood === 'garbage') return { status: 200, body: '<html>gateway</html>', type: 'text/html' }
  if (mood === 'cut') return { status: 200, body: '{"choices":[{"mess', cut: true }
  const message =
    mood === 'refuses'
      ? { role: 'assistant', content: null, refusal: '抱歉，这个我帮不了。' }
      : { role: 'assistant', content: mood === 'noJson' ? '好的，我来概括一下：' : contentOf(mood.says) }
  return {
    status: 200,
    body: {
      id: 'chatcmpl-1',
      object: 'chat.completion',
      model,
      choices: [{ index: 0, message, finish_reason: 'stop' }],
      usage: { prompt_tokens: 321, completion_tokens: 45, total_tokens: 366 },
    },
  }
}

const contentOf = (says: object | string) => (typeof says === 'string' ? says : JSON.stringify(says))
