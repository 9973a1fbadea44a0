import { expect, test } from 'vitest'
import type { Playbook } from '#contracts/playbook'
import { readPack } from '#domains/playbook'
import { readDemoBrands } from './demo-file.ts'
import { findingFor, readFindings } from './finding-file.ts'

test.each(readDemoBrands().map((brand) => [brand.pack, brand] as const))(
  'what is found out in %s is of its own trade',
  (pack, { feedback }) => {
    const causes = (readPack(pack) as Playbook).causes.map((cause) => cause.key)
    expect(readFindings(pack).filter(({ cause }) => !causes.includes(cause))).toEqual([])
    const complaints = feedback.filter(({ kind }) => kind === 'complaint' || kind === 'emergency')
    expect(complaints.filter(({ category }) => !findingFor(pack, category))).toEqual([])
    const asked = readFindings(pack).filter(({ question }) => question)
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.filter(({ opinions, decision }) => !opinions || !decision)).toEqual([])
  },
)
