// Package fields compiles only if no field shadows another.
package fields

import api "tools/aliyun-fc-2016-08-15"

var text = api.NewOptString("")

var _ = api.Error{PageErrorCode: text, PageErrorMessage: text, ErrorCode: text, ErrorMessage: text}
var _ = api.Alias{VersionId: text, PageVersionID: text}
