/** Applies a function to a value, or to the value of a promise. A value is not delayed. */
export function whenDone<T, R>(value: T | Promise<T>, use: (value: T) => R): R | Promise<R> {
  return value instanceof Promise ? value.then(use) : use(value)
}
