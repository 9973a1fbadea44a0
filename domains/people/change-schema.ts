import { z } from 'zod'

type Bare<S> = S extends z.ZodDefault<infer I extends z.ZodType> ? I : S
type Change<T extends Record<string, z.ZodType>> = z.ZodObject<
  { [K in keyof T]: z.ZodOptional<Bare<T[K]>> },
  z.core.$strict
>

/**
 * The body of a change: every field may be absent, and absent means unchanged.
 * Shape: `partial()` alone would fill absent fields with the defaults of the creating form and empty what was there.
 */
export function withoutDefaults<T extends Record<string, z.ZodType>>(
  schema: z.ZodObject<T, z.core.$strict>,
): Change<T> {
  const shape = Object.entries(schema.shape).map(([key, field]) => {
    const bare = field instanceof z.ZodDefault ? (field.unwrap() as z.ZodType) : field
    return [key, bare.optional()]
  })
  return z.strictObject(Object.fromEntries(shape)) as unknown as Change<T>
}
