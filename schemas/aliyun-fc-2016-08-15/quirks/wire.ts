import { quirk } from '../../core/quirk.ts'

/** The rows of the header Host. */
const hostRows = [
  116, 146, 172, 205, 238, 277, 307, 334, 366, 392, 423, 456, 485, 514, 547, 586, 689, 773, 821, 869, 914, 949, 981,
  1019,
].map((line) => `004:${line}`)

/** Differences between the source and real clients and servers. */
export const wireQuirks = [
  quirk({
    id: 'W1',
    operations: [],
    says: 'An error body has errorCode and errorMessage.',
    does: 'Responses have both sets of fields: errorCode and errorMessage, ErrorCode and ErrorMessage.',
    source: ['004:1068', '004:1071'],
    decision: 'Every SDK reads the fields with a capital letter. The source documents the others.',
  }),
  quirk({
    id: 'W2',
    operations: [],
    says: 'Every operation has a required header Host with account id and region.',
    does: 'The host is part of the server URL, and no operation has a parameter for it. The emulator accepts every host.',
    source: hostRows,
    decision: 'HTTP clients set Host from the URL. As a parameter, callers would have to pass it twice.',
    differs: { 'header Host': ['place'] },
  }),
  quirk({
    id: 'W3',
    operations: [],
    says: 'For an unknown access key, the code is InvalidAccessKeyId.',
    does: 'errorCode is InvalidAccessKeyId, and ErrorCode is InvalidAccessKeyID. Checks accept both codes.',
    source: ['004:132'],
    decision: 'The source documents errorCode. Clients compare ErrorCode with the code of real servers.',
  }),
  quirk({
    id: 'W4',
    operations: ['CreateService', 'GetService', 'UpdateService'],
    says: 'In NASConfig, userId and groupId are strings.',
    does: 'Both fields accept a string or an integer. Responses return the value of the request.',
    source: ['004:1425', '004:1428'],
    decision: 'Every client sends and reads an integer. A client written from the source sends a string.',
    differs: { '004:1425': ['type'], '004:1428': ['type'] },
  }),
  quirk({
    id: 'W5',
    operations: ['CreateFunction', 'ListFunctions', 'GetFunction', 'UpdateFunction'],
    says: 'Five runtimes are supported.',
    does: 'Eleven more runtimes are accepted and returned, each with the mark observed. The mock accepts a function of the runtime custom-container without code, unless the mock is strict.',
    source: ['004:1095', '004:1190', '004:1162', '004:671'],
    decision:
      'Real functions have these runtimes. The source is older than most of them. A container image contains the code.',
  }),
  quirk({
    id: 'W6',
    operations: ['DeleteService'],
    says: 'ServiceNotEmpty means that the service has a function.',
    does: 'The deletion of a service with versions is rejected with the same code, even if the service has no function.',
    source: ['004:322'],
    decision: 'Real servers reject this request. Without the service, its versions would be unreachable.',
  }),
  quirk({
    id: 'W7',
    operations: ['CreateTrigger', 'ListTriggers', 'GetTrigger', 'UpdateTrigger'],
    says: 'In responses, the sourceArn of a trigger is a string.',
    does: 'For an HTTP trigger, sourceArn is null in responses, even if the request had a value.',
    source: ['004:1372'],
    decision: 'Real servers return null, and clients expect null.',
    differs: { '004:1372': ['type'] },
  }),
  quirk({
    id: 'W8',
    operations: ['InvokeFunction'],
    says: 'InvokeFunction requires a body.',
    does: 'The body is optional. If the body is absent, the event is empty.',
    source: ['004:562'],
    decision: 'Clients send no body if the caller passes no event.',
    differs: { '004:562': ['required'] },
  }),
  quirk({
    id: 'W9',
    operations: [],
    says: 'The tables list the fields and headers of requests and responses.',
    does: 'Services, functions, triggers, LogConfig, VPCConfig and invocations have additional fields and headers, each with the mark observed.',
    source: ['004:1048', '004:1075', '004:1219', '004:1324', '004:550'],
    decision: 'Clients send and read these fields. Other undocumented fields in requests are accepted as well.',
  }),
  quirk({
    id: 'W10',
    operations: [],
    says: 'Fields have one name each. An optional field may be absent.',
    does: 'The mock accepts names in another case, at every level. The exact name takes precedence, then the last variant. null stands for an absent value, and so does an optional object without its required fields. Names in maps stay. In strict mode, the mock rejects all of these.',
    source: ['004:1075', '004:1219', '004:1324'],
    decision:
      'The servers decode JSON without regard to case and keep the last of two variants. Some clients send null for every unset field, or VpcId for vpcId.',
  }),
  quirk({
    id: 'W11',
    operations: [],
    says: 'The version of the API is 0.1.',
    does: 'The version is 2016-08-15.',
    source: ['004:11', '004:15'],
    decision: 'Every path and the name of the API contain the date. 0.1 appears only once.',
  }),
  quirk({
    id: 'W12',
    operations: [],
    says: 'Host is the only header of all operations. Responses have an ETag or no header.',
    does: 'Requests have the headers Authorization and Date. Every response has X-Fc-Request-Id. The header ETag is sent as Etag.',
    source: ['004:116', '004:129'],
    decision:
      'Real clients and servers send these headers. Header names are case-insensitive, but some clients compare the exact name.',
  }),
  quirk({
    id: 'W13',
    operations: [],
    says: 'The statuses are 400, 403, 404, 409 and 500, with the codes of each operation.',
    does: 'Responses can also have 412, 429 and 503. 400 has additional codes for a missing header, an unknown path and a body that is too large. All have the mark observed.',
    source: ['004:131', '004:132', '004:133', '004:134', '004:135'],
    decision: 'Real servers return these errors, and clients must handle them.',
  }),
  quirk({
    id: 'W14',
    operations: ['PublishVersion'],
    says: 'The description of a version is the body itself. In the definition Version, the field is description.',
    does: 'Requests may have Description instead of description. If both are present, description applies. Responses have description.',
    source: ['004:214', '004:1451'],
    decision: 'The SDK for Go sends Description. Without this rule, its descriptions would be lost.',
  }),
  quirk({
    id: 'W15',
    operations: [],
    says: 'Denied requests have one of four codes. The source does not state the code for a request without credentials.',
    does: 'Without credentials, the response is 403 AccessDenied. With a signature but without a date, the response is 400 MissingRequiredHeader.',
    source: ['004:132'],
    decision:
      'The other three codes need an access key, a signature or a date. MissingRequiredHeader is not documented. It is used if a header that the signature requires is missing.',
  }),
  quirk({
    id: 'W16',
    operations: [],
    says: 'Every field of a response is optional, except for four fields of AliasResponse.',
    does: 'The mock always returns a description. It also returns project and logstore in logConfig, both or none of the two metrics settings, type and params in tracingConfig, the initializer of a function, and accelerationInfo of an accelerated container image. A value that was never set is an empty text, false or null. Servers may omit these fields.',
    source: ['004:1048', '004:1075', '004:1219', '004:1447', '004:1503'],
    decision: 'Real servers return these fields, and clients read them without a check.',
  }),
  quirk({
    id: 'W17',
    operations: ['UpdateTrigger'],
    says: 'triggerConfig is an object. The effect of absent fields in it is not stated.',
    does: 'Fields that are absent from triggerConfig keep their values.',
    source: ['004:1396'],
    decision:
      'Clients update single fields of triggerConfig and expect the others to stay. Other servers may replace the object.',
  }),
  quirk({
    id: 'W18',
    operations: [],
    says: 'Names, environment variables and the settings of a timer have no limits.',
    does: 'The mock accepts every name, environment variable and cron expression. It records values that newer pages of the vendor forbid. In strict mode, it rejects them.',
    source: ['004:1084', '004:1240', '004:1340', '004:1484'],
    decision:
      'Real servers reject these values, and newer pages state the rules. The source does not, so the checks do not either.',
  }),
  quirk({
    id: 'W19',
    operations: ['CreateService', 'CreateFunction', 'CreateTrigger', 'CreateAlias'],
    says: 'Names are strings without limits.',
    does: 'A name must not be empty. The name of an alias is neither a number nor LATEST. These rules have the mark inferred.',
    source: ['004:1240', '004:1084', '004:1340', '004:1484'],
    decision:
      'No path could contain an empty name. In a path, a number is a version id, and LATEST is the unpublished state.',
    differs: {
      '004:1240': ['limits'],
      '004:1084': ['limits'],
      '004:1340': ['limits'],
    },
  }),
]
