"""The errors of FC 2016-08-15: page 004 lists the codes, each with its status, under Responses of every operation."""

STATUS_OF = {
    "InvalidArgument": 400,
    "EntityTooLarge": 400,
    "AccessDenied": 403,
    "InvalidAccessKeyId": 403,
    "SignatureNotMatch": 403,
    "RequestTimeTooSkewed": 403,
    "ServiceNotFound": 404,
    "FunctionNotFound": 404,
    "TriggerNotFound": 404,
    "VersionNotFound": 404,
    "AliasNotFound": 404,
    # No page says what a path or a method that no operation has is answered with; these are HTTP's own statuses.
    "PathNotSupported": 404,
    "MethodNotAllowed": 405,
    "ServiceAlreadyExists": 409,
    "FunctionAlreadyExists": 409,
    "TriggerAlreadyExists": 409,
    "AliasAlreadyExists": 409,
    "ServiceNotEmpty": 409,
    "FunctionNotEmpty": 409,
    "VersionPublishError": 409,
    "ConcurrentUpdateError": 409,
    "InternalServerError": 500,
}


class ApiError(Exception):
    """An answer that refuses. Its body is the page's Error: errorCode and errorMessage."""

    def __init__(self, code, message, headers=None):
        super().__init__(message)
        self.code = code
        self.status = STATUS_OF[code]
        self.headers = headers or {}

    def to_body(self):
        return {"errorCode": self.code, "errorMessage": str(self)}


def invalid(message):
    return ApiError("InvalidArgument", message)
