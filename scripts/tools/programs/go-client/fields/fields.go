// Package fields compiles only if no field shadows another.
package fields

import api "tools/aliyun-fc-2016-08-15"

var text = ""

var _ = api.Error{ErrorCode: &text, ErrorMessage: &text}
var _ = api.Alias{VersionId: text}
