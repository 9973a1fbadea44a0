import { z } from 'zod'
import { Role } from '#contracts/people'
import type { Services } from '#platform/context'
import { brandIds } from '../organisation/brand-data.ts'
import { readDemoPeople } from './demo-data.ts'

/** Everybody of the demo has it; the demo is off wherever real data is. */
export const DEMO_PASSWORD = 'huiyin-demo-2026'

export const DemoLogin = z.object({
  brand: z.string(),
  name: z.string(),
  role: Role,
  login: z.string(),
  password: z.string(),
})

/** One person per role of every demo brand, to try the program with; empty unless the demo is on. */
export async function listDemoLogins(services: Services): Promise<z.infer<typeof DemoLogin>[]> {
  if (!services.demo) return []
  const logins: z.infer<typeof DemoLogin>[] = []
  for (const brandId of await brandIds(services.db.open)) {
    const people = await services.db.inBrand(brandId, readDemoPeople)
    logins.push(...people.map((p) => ({ ...p, role: p.role as Role, password: DEMO_PASSWORD })))
  }
  return logins
}
