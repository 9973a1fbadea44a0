import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import makeWabt from 'wabt'

const FOLDER = join(import.meta.dirname, '..', 'domains', 'language', 'sums')

/** `sums.wat` as the bytes that the processor's vector units are given. Throws with the line when it is not well-formed. */
export async function assembleSums(): Promise<Uint8Array> {
  const { parseWat } = await makeWabt()
  const name = 'sums.wat'
  const module = parseWat(name, await readFile(join(FOLDER, name), 'utf8'), { simd: true })
  module.validate()
  return module.toBinary({}).buffer
}

if (import.meta.main) await writeFile(join(FOLDER, 'sums.wasm'), await assembleSums())
