/** The package ships no types; these are the calls that the life cycle makes. */
declare module '@alicloud/fc2' {
  interface Answer<T> {
    readonly headers: Readonly<Record<string, string>>
    readonly data: T
  }
  type Fields = Readonly<Record<string, unknown>>
  type Headers = Readonly<Record<string, string | undefined>>

  export default class FC {
    constructor(
      accountId: string,
      config: { accessKeyID: string; accessKeySecret: string; region: string; endpoint?: string },
    )
    createService(name: string, options?: Fields, headers?: Headers): Promise<Answer<Fields>>
    getService(name: string): Promise<Answer<Fields>>
    updateService(name: string, options: Fields, headers?: Headers): Promise<Answer<Fields>>
    deleteService(name: string): Promise<Answer<unknown>>
    listServices(options: Fields): Promise<Answer<{ services: Fields[]; nextToken?: string }>>
    createFunction(service: string, options: Fields): Promise<Answer<Fields>>
    getFunction(service: string, name: string): Promise<Answer<Fields>>
    updateFunction(service: string, name: string, options: Fields): Promise<Answer<Fields>>
    deleteFunction(service: string, name: string): Promise<Answer<unknown>>
    listFunctions(
      service: string,
      options: Fields,
    ): Promise<Answer<{ functions: { functionName: string }[]; nextToken?: string }>>
  }
}
