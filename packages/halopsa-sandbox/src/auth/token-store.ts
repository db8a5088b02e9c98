import { randomBytes } from 'node:crypto';

interface Token {
  readonly scopes: ReadonlySet<string>;
  /** Milliseconds since 1970. */
  readonly expires: number;
}

/** The access tokens handed out. */
export class TokenStore {
  readonly #tokens = new Map<string, Token>();
  readonly #issued = new Set<string>();

  issue(scopes: readonly string[], expires: number): string {
    const token = [12, 48, 32].map((length) => randomBytes(length).toString('base64url')).join('.');
    this.#issued.add(token);
    this.#tokens.set(token, { scopes: new Set(scopes), expires });
    return token;
  }

  /** Every token ever handed out, so that a test can look for them where none may be. */
  get issued(): readonly string[] {
    return [...this.#issued];
  }

  /** The scopes of the token in an Authorization header; undefined when it is missing, unknown or expired. */
  scopesOf(authorization: string | undefined, now: number): ReadonlySet<string> | undefined {
    const token = this.#tokens.get(bearer(authorization));
    return token && token.expires > now ? token.scopes : undefined;
  }

  revoke(authorization: string | undefined): void {
    this.#tokens.delete(bearer(authorization));
  }

  clear(): void {
    this.#tokens.clear();
  }
}

function bearer(authorization = ''): string {
  return /^Bearer\s+(\S+)$/i.exec(authorization)?.[1] ?? '';
}
