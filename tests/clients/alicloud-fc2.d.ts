/** The package ships no types; these are the calls that the scenarios make. */
declare module '@alicloud/fc2' {
  interface SdkResponse<T> {
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
    createService(name: string, options?: Fields, headers?: Headers): Promise<SdkResponse<Fields>>
    getService(name: string, headers?: Headers, qualifier?: string): Promise<SdkResponse<Fields>>
    updateService(name: string, options: Fields, headers?: Headers): Promise<SdkResponse<Fields>>
    /** The package sends what it calls options as headers. */
    deleteService(name: string, headers?: Headers): Promise<SdkResponse<unknown>>
    listServices(options: Fields): Promise<SdkResponse<Page<'services'>>>

    createFunction(service: string, options: Fields): Promise<SdkResponse<Fields>>
    getFunction(service: string, name: string, headers?: Headers, qualifier?: string): Promise<SdkResponse<Fields>>
    updateFunction(service: string, name: string, options: Fields, headers?: Headers): Promise<SdkResponse<Fields>>
    deleteFunction(service: string, name: string, query?: Fields, headers?: Headers): Promise<SdkResponse<unknown>>
    listFunctions(
      service: string,
      options: Fields,
      headers?: Headers,
      qualifier?: string,
    ): Promise<SdkResponse<Page<'functions'>>>
    getFunctionCode(
      service: string,
      name: string,
      headers?: Headers,
      qualifier?: string,
    ): Promise<SdkResponse<{ readonly url: string; readonly checksum: string }>>
    /** The response is text, parsed where its content type is JSON; with `rawBuf` it is a buffer unless the function failed. */
    invokeFunction(
      service: string,
      name: string,
      event?: string | Buffer,
      headers?: Headers,
      qualifier?: string,
      options?: { rawBuf?: boolean },
    ): Promise<SdkResponse<unknown>>

    createTrigger(service: string, functionName: string, options: Fields): Promise<SdkResponse<Fields>>
    getTrigger(service: string, functionName: string, name: string): Promise<SdkResponse<Fields>>
    updateTrigger(
      service: string,
      functionName: string,
      name: string,
      options: Fields,
      headers?: Headers,
    ): Promise<SdkResponse<Fields>>
    deleteTrigger(
      service: string,
      functionName: string,
      name: string,
      query?: Fields,
      headers?: Headers,
    ): Promise<SdkResponse<unknown>>
    listTriggers(service: string, functionName: string, options: Fields): Promise<SdkResponse<Page<'triggers'>>>

    publishVersion(service: string, description?: string, headers?: Headers): Promise<SdkResponse<Fields>>
    listVersions(service: string, options: Fields): Promise<SdkResponse<Page<'versions'>>>
    deleteVersion(service: string, versionId: string): Promise<SdkResponse<unknown>>

    /** The package adds the name and the version to `options`. */
    createAlias(service: string, name: string, versionId: string, options?: Fields): Promise<SdkResponse<Fields>>
    getAlias(service: string, name: string): Promise<SdkResponse<Fields>>
    updateAlias(
      service: string,
      name: string,
      versionId: string | undefined,
      options?: Fields,
      headers?: Headers,
    ): Promise<SdkResponse<Fields>>
    deleteAlias(service: string, name: string, headers?: Headers): Promise<SdkResponse<unknown>>
    listAliases(service: string, options: Fields): Promise<SdkResponse<Page<'aliases'>>>

    tagResource(resourceArn: string, tags: Fields): Promise<SdkResponse<Fields>>
    untagResource(resourceArn: string, tagKeys: readonly string[], all?: boolean): Promise<SdkResponse<Fields>>
    getResourceTags(options: Fields): Promise<SdkResponse<Fields>>

    putProvisionConfig(
      service: string,
      functionName: string,
      qualifier: string,
      options: Fields,
      headers?: Headers,
    ): Promise<SdkResponse<Fields>>
    getProvisionConfig(service: string, functionName: string, qualifier?: string): Promise<SdkResponse<Fields>>
    listProvisionConfigs(options: Fields): Promise<SdkResponse<Page<'provisionConfigs'>>>

    putOnDemandConfig(
      service: string,
      functionName: string,
      qualifier: string,
      options: Fields,
      headers?: Headers,
    ): Promise<SdkResponse<Fields>>
    getOnDemandConfig(service: string, functionName: string, qualifier: string): Promise<SdkResponse<Fields>>
    deleteOnDemandConfig(
      service: string,
      functionName: string,
      qualifier: string,
      query?: Fields,
      headers?: Headers,
    ): Promise<SdkResponse<unknown>>
    listOnDemandConfigs(options: Fields): Promise<SdkResponse<Page<'configs'>>>

    putFunctionAsyncConfig(
      service: string,
      functionName: string,
      qualifier: string | undefined,
      options: Fields,
    ): Promise<SdkResponse<Fields>>
    getFunctionAsyncConfig(service: string, functionName: string, qualifier?: string): Promise<SdkResponse<Fields>>
    deleteFunctionAsyncConfig(service: string, functionName: string, qualifier?: string): Promise<SdkResponse<unknown>>
    listFunctionAsyncConfigs(
      service: string,
      functionName: string,
      options: Fields,
    ): Promise<SdkResponse<Page<'configs'>>>

    createCustomDomain(name: string, options: Fields): Promise<SdkResponse<Fields>>
    getCustomDomain(name: string): Promise<SdkResponse<Fields>>
    updateCustomDomain(name: string, options: Fields): Promise<SdkResponse<Fields>>
    deleteCustomDomain(name: string): Promise<SdkResponse<unknown>>
    listCustomDomains(options: Fields): Promise<SdkResponse<Page<'customDomains'>>>

    getAccountSettings(): Promise<SdkResponse<Fields>>
    listReservedCapacities(options: Fields): Promise<SdkResponse<Page<'reservedCapacities'>>>
    getTempBucketToken(): Promise<SdkResponse<Fields>>

    /** Requests of other paths. Requests to HTTP triggers sign their query. */
    get(path: string, query?: Fields, headers?: Headers): Promise<SdkResponse<unknown>>
    post(path: string, body?: unknown, headers?: Headers, query?: Fields): Promise<SdkResponse<unknown>>
    request(
      method: string,
      path: string,
      query?: Fields | null,
      body?: unknown,
      headers?: Headers,
    ): Promise<SdkResponse<unknown>>
  }
}
