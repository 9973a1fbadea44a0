import { useState } from 'react'
import type { OrderView } from '#contracts/orders'
import { DeedForm } from './DeedForm.tsx'
import { type Promised, PromiseFields, promisedAt } from './PromiseFields.tsx'

type Props = { order: OrderView; close: () => void; given?: { at?: string; reason: string } }

/** A new promised time with its reason, told to the customer; `given` is what somebody has proposed. */
export function PromiseOrder({ given, ...props }: Props) {
  const [value, choose] = useState<Promised>(given?.at ? { at: given.at } : { min: 20 })
  return (
    <DeedForm
      {...props}
      deed="promise"
      reasoned
      words={given?.reason ?? ''}
      call={(reason) => ({
        do: 'promise',
        body: { promisedAt: promisedAt(value) ?? '', reason, tell: true },
      })}
    >
      <PromiseFields value={value} choose={choose} />
    </DeedForm>
  )
}
