/** A refusal with its status and body. A string body is sent as text, anything else as JSON. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly body: unknown;
  readonly contentType: string;

  constructor(status: number, body: unknown, contentType?: string) {
    super(typeof body === 'string' ? body : JSON.stringify(body));
    this.status = status;
    this.body = body;
    this.contentType =
      contentType ??
      (typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8');
  }
}

/** The body did not bind: field path -> messages. */
export function bindingError(messages: Iterable<readonly [string, readonly string[]]>): ApiError {
  return new ApiError(400, Object.fromEntries(messages));
}

/** A rule of the product was broken: a serialised .NET exception. */
export function ruleError(message: string, className = 'System.Exception'): ApiError {
  return new ApiError(400, { ClassName: className, Message: message, Data: null, InnerException: null });
}

/** The third shape of a 400. */
export function otherError(message: string): ApiError {
  return new ApiError(400, { resultCode: 400, errorMessage: message });
}

/** What the database says about a text that does not fit its column. */
export function truncationError(path: string): ApiError {
  return ruleError(
    `String or binary data would be truncated (${path}).`,
    'System.Data.SqlClient.SqlException',
  );
}

export function notFound(): ApiError {
  return new ApiError(404, 'The resource you are looking for has been removed or is unavailable.');
}

export function forbidden(): ApiError {
  return new ApiError(403, 'You do not have permission to view this directory or page.');
}

/** The API answers a missing or expired token with no body at all. */
export function unauthorized(): ApiError {
  return new ApiError(401, '');
}
