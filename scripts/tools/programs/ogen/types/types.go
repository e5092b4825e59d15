// Package types must have one error for each variable.
package types

import api "tools/aliyun-fc-2021-04-06"

var _ api.CreateFunctionInput = 42
var _ = api.CreateFunctionInput{FunctionName: 42}
var _ = api.CreateFunctionInput{FunctionName: "f", Timeout: "3"}
