/** The part of autocannon that the benchmark uses. The package has no types. */
declare module 'autocannon' {
  export interface LoadRequest {
    readonly body?: string
  }

  export interface LoadOptions {
    readonly url: string
    readonly method: string
    readonly headers: Readonly<Record<string, string>>
    readonly connections: number
    /** Seconds. */
    readonly duration: number
    readonly requests: readonly {
      /** Called before each request. Returns the request to send. */
      readonly setupRequest?: (request: LoadRequest) => LoadRequest
    }[]
  }

  export interface LoadResult {
    readonly '2xx': number
    readonly non2xx: number
    readonly errors: number
    /** Seconds. */
    readonly duration: number
  }

  export default function autocannon(options: LoadOptions): Promise<LoadResult>
}
