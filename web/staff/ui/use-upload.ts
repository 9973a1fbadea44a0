import { PHOTO_LIMIT } from '#contracts/channels'
import { useProblem } from './use-problem.ts'

/** What a field of files shares with its form: the form sends nothing off while one still goes up. */
export type FilesField<F> = {
  /** Given what is to be done to the list as it is then: meanwhile something may have been taken out or sent. */
  onChange: (update: (now: F[]) => F[]) => void
  busy: boolean
  onBusy: (busy: boolean) => void
}
type Ways<F> = Pick<FilesField<F>, 'onChange' | 'onBusy'> & {
  take: (file: File) => Promise<F>
  tooBig: (file: File) => string
}

/** Files go up the moment they are picked, one after the other; what is refused is said and left out. */
export function useUpload<F>({ onChange, onBusy, take, tooBig }: Ways<F>) {
  const problem = useProblem()
  return async (files: File[]) => {
    onBusy(true)
    for (const file of files) {
      if (file.size > PHOTO_LIMIT.bytes) {
        problem(new Error(tooBig(file)))
        continue
      }
      const up = await take(file).catch(problem)
      if (up) onChange((now) => [...now, up])
    }
    onBusy(false)
  }
}
