import { useMutation } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api } from '../../../app/api.ts'
import { useProblem } from '../../../ui/use-problem.ts'

/** The paper leaves the house by the button as by the browser's own print or save: each is noted in the timeline, looking at it is not. */
export function useNotePrint(id: string, copy: string): void {
  const problem = useProblem()
  const { mutate } = useMutation({
    mutationFn: () =>
      api.post('/api/incidents/{id}/record/prints', { params: { path: { id } }, body: { copy } }),
    onError: problem,
  })
  useEffect(() => {
    const note = () => mutate()
    window.addEventListener('beforeprint', note)
    return () => window.removeEventListener('beforeprint', note)
  }, [mutate])
}
