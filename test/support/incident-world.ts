import sharp from 'sharp'
import type { z } from 'zod'
import type { AttachmentView } from '#contracts/channels'
import type { AuditPage } from '#contracts/governance'
import type { FinishStep, Room, TimelinePage } from '#contracts/incidents'
import { multipart } from '../fuzz/doors.ts'
import type { TestApp } from './app.ts'
import type { MadeStaff } from './make.ts'

type Finish = z.input<typeof FinishStep>

/** One emergency room as its people use it over HTTP. `app` may be made after this is called. */
export function roomOf(app: () => TestApp, id: () => string) {
  const path = (rest = '') => `/incidents/${id()}${rest}`
  const read = async (by: MadeStaff) => (await app().as(by).get<Room>(path())).body
  const stepOf = async (by: MadeStaff, key: string) => {
    const step = (await read(by)).checklist.find((s) => s.key === key)
    if (!step) throw new Error(`no step ${key} in the room`)
    return step
  }
  const finish = async (by: MadeStaff, key: string, body: Finish) =>
    app()
      .as(by)
      .put<Room>(path(`/steps/${(await stepOf(by, key)).id}`), body)
  const upload = async (by: MadeStaff, name: string): Promise<string> => {
    const bytes = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#7a4a30' } })
      .jpeg()
      .toBuffer()
    const { payload, headers } = multipart([
      { field: 'file', fileName: `${name}.jpg`, type: 'image/jpeg', bytes },
    ])
    const file = await app()
      .as(by)
      .post<AttachmentView>(path(`/files?name=${encodeURIComponent(name)}`), payload, { headers })
    if (file.status !== 201) throw new Error(file.text)
    return file.body.id
  }
  return {
    path,
    read,
    stepOf,
    finish,
    upload,
    /** The timeline, the oldest first. */
    facts: async (by: MadeStaff) =>
      (await app().as(by).get<z.infer<typeof TimelinePage>>(path('/timeline'))).body.entries.toReversed(),
    /** Everything on the checklist that is open still, with what each step wants as proof. */
    finishTheRest: async (by: MadeStaff, words: string) => {
      for (const step of (await read(by)).checklist.filter((s) => s.state === 'open')) {
        const fileIds = step.proof === 'file' ? [await upload(by, step.title)] : []
        const done = await finish(by, step.key, { state: 'done', words, fileIds })
        if (done.status !== 200) throw new Error(`${step.key}: ${done.text}`)
      }
    },
    audited: async (by: MadeStaff, action: string) =>
      (
        await app()
          .as(by)
          .get<z.infer<typeof AuditPage>>(`/audit?action=incidents.${action}&subjectId=${id()}`)
      ).body.entries,
  }
}
