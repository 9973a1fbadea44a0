import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useDone, useProblem } from '../../ui/use-problem.ts'
import { type CodeView, useSaveCode } from './channel-queries.ts'

/** Switches a code off, and on again. */
export function TurnCode({ code }: { code: CodeView }) {
  const { t } = useTranslation('channels')
  const turn = useTurnCode(code)
  return (
    <Button type="text" loading={turn.pending} onClick={() => void turn.go()}>
      {t(code.on ? 'code.stop' : 'code.resume')}
    </Button>
  )
}

export function useTurnCode({ id, label, on }: CodeView) {
  const { t } = useTranslation('channels')
  const save = useSaveCode()
  const problem = useProblem()
  const done = useDone()
  const go = () =>
    save
      .mutateAsync({ id, change: { on: !on } })
      .then(() => done(t(on ? 'code.stoppedDone' : 'code.resumedDone', { label })), problem)
  return { go, pending: save.isPending }
}
