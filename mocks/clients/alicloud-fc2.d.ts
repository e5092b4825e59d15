/** The package ships no types; these are the calls that the scenarios make. */
declare module '@alicloud/fc2' {
  interface Answer<T> {
    readonly headers: Readonly<Record<string, string | undefined>>
    readonly data: T
  }
  type Fields = Readonly<Record<string, unknown>>
  type Page<Name extends string> = { readonly [N in Name]: readonly Fields[] } & { readonly nextToken?: string }
  type Headers = Readonly<Record<string, string | undefined>>

  export default class FC {
    constructor(
      accountId: string,
      config: { accessKeyID: string; accessKeySecret: string; region: string; endpoint?: string },
    )
    createService(name: string, options?: Fields, headers?: Headers): Promise<Answer<Fields>>
    getService(name: string, headers?: Headers, qualifier?: string): Promise<Answer<Fields>>
    updateService(name: string, options: Fields, headers?: Headers): Promise<Answer<Fields>>
    /** The package sends what it calls options as headers. */
    deleteService(name: string, headers?: Headers): Promise<Answer<unknown>>
    listServices(options: Fields): Promise<Answer<Page<'services'>>>

    createFunction(service: string, options: Fields): Promise<Answer<Fields>>
    getFunction(service: string, name: string, headers?: Headers, qualifier?: string): Promise<Answer<Fields>>
    updateFunction(service: string, name: string, options: Fields, headers?: Headers): Promise<Answer<Fields>>
    deleteFunction(service: string, name: string, query?: Fields, headers?: Headers): Promise<Answer<unknown>>
    listFunctions(
      service: string,
      options: Fields,
      headers?: Headers,
      qualifier?: string,
    ): Promise<Answer<Page<'functions'>>>
    getFunctionCode(
      service: string,
      name: string,
      headers?: Headers,
      qualifier?: string,
    ): Promise<Answer<{ readonly url: string; readonly checksum: string }>>
    /** The answer is text, parsed where its content type is JSON; with `rawBuf` it is a buffer unless the function failed. */
    invokeFunction(
      service: string,
      name: string,
      event?: string | Buffer,
      headers?: Headers,
      qualifier?: string,
      options?: { rawBuf?: boolean },
    ): Promise<Answer<unknown>>

    createTrigger(service: string, functionName: string, options: Fields): Promise<Answer<Fields>>
    getTrigger(service: string, functionName: string, name: string): Promise<Answer<Fields>>
    updateTrigger(
      service: string,
      functionName: string,
      name: string,
      options: Fields,
      headers?: Headers,
    ): Promise<Answer<Fields>>
    deleteTrigger(
      service: string,
      functionName: string,
      name: string,
      query?: Fields,
      headers?: Headers,
    ): Promise<Answer<unknown>>
    listTriggers(service: string, functionName: string, options: Fields): Promise<Answer<Page<'triggers'>>>

    publishVersion(service: string, description?: string, headers?: Headers): Promise<Answer<Fields>>
    listVersions(service: string, options: Fields): Promise<Answer<Page<'versions'>>>
    deleteVersion(service: string, versionId: string): Promise<Answer<unknown>>

    /** The package adds the name and the version to `options`. */
    createAlias(service: string, name: string, versionId: string, options?: Fields): Promise<Answer<Fields>>
    getAlias(service: string, name: string): Promise<Answer<Fields>>
    updateAlias(
      service: string,
      name: string,
      versionId: string | undefined,
      options?: Fields,
      headers?: Headers,
    ): Promise<Answer<Fields>>
    deleteAlias(service: string, name: string, headers?: Headers): Promise<Answer<unknown>>
    listAliases(service: string, options: Fields): Promise<Answer<Page<'aliases'>>>
  }
}
