import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../app/session.ts'
import { useDone, useProblem } from '../../ui/use-problem.ts'
import { deeds, roomQuery, useDeed } from './incident-queries.ts'

/** 我来 or 不能来, from wherever the call is seen. */
export function useAnswerCall(id: string) {
  const { t } = useTranslation('incidents')
  const me = useMe()
  const deed = useDeed(id)
  const problem = useProblem()
  const done = useDone()
  const client = useQueryClient()
  // Whoever declines may not read the room any more: the answer is noted here before it is asked for again.
  const noted = () =>
    client.setQueryData(roomQuery(id).queryKey, (now) =>
      now
        ? {
            ...now,
            members: now.members.map((one) =>
              one.staffId === me.staffId && one.state === 'called'
                ? { ...one, state: 'declined' as const }
                : one,
            ),
          }
        : now,
    )
  const say = (answer: 'acknowledged' | 'declined') =>
    deed
      .mutateAsync(async (room) => {
        await deeds.answer(answer)(room)
        if (answer === 'declined') noted()
      })
      .then(() => done(t(`call.did.${answer}`)), problem)
  return { say, busy: deed.isPending }
}
