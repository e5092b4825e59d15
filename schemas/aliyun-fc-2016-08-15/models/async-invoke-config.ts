export {
  AsyncInvokeConfig,
  AsyncInvokeConfigInput,
  AsyncInvokeConfigPage,
  Destination,
  DestinationConfig,
} from '../../aliyun-fc/models/async-invoke-config.ts'
