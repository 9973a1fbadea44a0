/** A stop is given to a rider by a person. */
export type Give = (stopId: string, riderId: string) => void
