export {
  EqualRule,
  WildcardRule,
  RegexRule,
  RewriteConfig,
  PathConfig,
  RouteConfig,
} from '../../aliyun-fc/models/route-config.ts'
