import { quirk } from '../../core/quirk.ts'
import { both, config } from './touched.ts'

/** Contradictions between tables, or within one table. */
export const tableQuirks = [
  quirk({
    id: 'D16',
    operations: config,
    says: 'Seven fields of the request are not in its response: extend_config, log_config, network_controller, restore_hook_handler, restore_hook_timeout, heartbeat_handler, enable_class_isolation. Responses have the log settings as log_group_id and log_stream_id.',
    does: 'Each model follows its table: the seven fields are accepted and not returned. The two log ids are returned.',
    source: ['001:232', '001:293', '001:301', '001:341', '001:349', '001:357', '001:365', '001:1025', '001:1031'],
    decision: 'The two ids are those of log_config. For the other fields, no source describes a response.',
  }),
  quirk({
    id: 'D17',
    operations: both,
    says: 'The two operations return different fields of a function: three fields only in source 002, 35 fields only in source 001.',
    does: 'Each operation returns the fields of its own table.',
    source: ['002:261', '002:267', '002:255'],
    decision: 'The responses have two models: one for settings, one for code.',
  }),
  quirk({
    id: 'D18',
    operations: both,
    says: 'last_modified is a string in a function and an integer in a dependency. The text of the dependency mentions the function.',
    does: 'In a function, last_modified is a string such as 2019-10-31 11:37:58. In a dependency, it is a number.',
    source: ['001:950', '001:1347', '001:1349', '002:251', '002:428'],
    decision: 'Real servers return these types. Only the text of the dependency is wrong.',
  }),
  quirk({
    id: 'D19',
    operations: both,
    says: 'version is a string in a function and a long in a dependency. In a dependency, id and version have the same text.',
    does: 'In a dependency, version is the number of the version, and id is the id of the version.',
    source: ['001:920', '001:1335', '001:1259', '001:1337', '002:340', '002:418'],
    decision: 'The models follow the types. Two fields with the same text and different types are an id and a number.',
  }),
  quirk({
    id: 'D20',
    operations: config,
    says: 'The text of enable_cloud_debug says "whether", but the type is string. All similar fields are booleans.',
    does: 'enable_cloud_debug is a string with any value.',
    source: ['001:1050', '001:1052', '001:1056'],
    decision: 'The table states the type, and the field is deprecated.',
  }),
  quirk({
    id: 'D21',
    operations: config,
    says: 'pre_stop_timeout has the text of initializer_timeout, and the text of pre_stop_handler mentions the initialization function.',
    does: 'The descriptions of both fields are about the pre-stop handler.',
    source: ['001:270', '001:262', '001:1011', '001:1005'],
    decision: 'Names, ranges and examples are about the pre-stop handler.',
  }),
  quirk({
    id: 'D22',
    operations: config,
    says: 'enable_auth_in_header, is_stateful_function and domain_names have different texts in request and response. Only the response limits enable_auth_in_header to container images.',
    does: 'Request and response have the same setting. enable_auth_in_header is accepted for every runtime.',
    source: ['001:331', '001:1064', '001:315', '001:1070', '001:339', '001:1076'],
    decision: 'Responses return the value of the request. A text about the response does not limit requests.',
  }),
  quirk({
    id: 'D23',
    operations: both,
    says: 'domain_id is a domain name id in FuncVpc and a domain id in the response. namespace is a project id in both.',
    does: 'domain_id is the id of an account. namespace is the id of a project.',
    source: ['001:389', '001:1102', '001:778', '001:397', '001:784'],
    decision: 'In IAM, a domain is an account. The example has the format of an account id.',
  }),
  quirk({
    id: 'D30',
    operations: both,
    says: 'The header Content-Type is mandatory, but its value is not stated.',
    does: 'The body has the media type application/json. OpenAPI describes Content-Type as the media type of the body, not as a parameter.',
    source: ['001:62', '001:68', '002:61', '002:67'],
    decision: 'All examples are JSON, and clients send this value.',
    differs: { '001:62': ['place'], '002:61': ['place'] },
  }),
]
