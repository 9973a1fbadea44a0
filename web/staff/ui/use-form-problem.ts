import type { FormInstance } from 'antd'
import { useCallback } from 'react'
import { useProblem } from './use-problem.ts'

/**
 * Puts a refusal where it belongs: at the field the server names, otherwise as a message.
 * Shape: `field` of the problem document is a path with dots, for example `admin.login`.
 */
export function useFormProblem(form: FormInstance): (error: unknown) => void {
  const show = useProblem()
  return useCallback(
    (error: unknown) => {
      const field = (error as { field?: string } | null)?.field
      const name = field?.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part))
      if (!name || form.getFieldInstance(name) === undefined) return show(error)
      form.setFields([{ name, errors: [(error as Error).message] }])
      form.scrollToField(name, { focus: true, block: 'center' })
    },
    [form, show],
  )
}
