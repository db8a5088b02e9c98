import type { Recipient } from './bulk-file.js';

export interface Directory {
  readonly clients: readonly { readonly id: number; readonly name: string; readonly inactive: boolean }[];
  readonly users: readonly {
    readonly name: string;
    readonly emailaddress?: string;
    readonly client_id: number;
    readonly inactive: boolean;
  }[];
}

/** One person of each client, of those whose names say who is meant. */
export function recipientsOf({ clients, users }: Directory): readonly Recipient[] {
  const isOnly = <Row>(row: Row, rows: readonly Row[], name: (row: Row) => string): boolean =>
    rows.filter((other) => name(other) === name(row)).length === 1;
  return clients
    .filter((client) => !client.inactive && isOnly(client, clients, ({ name }) => name))
    .flatMap((client) => {
      const user = users.find(
        (one) =>
          one.client_id === client.id &&
          !one.inactive &&
          (one.emailaddress ?? '') !== '' &&
          isOnly(one, users, ({ name }) => name),
      );
      if (user === undefined) return [];
      return [{ company: client.name, contact: user.name, email: user.emailaddress ?? '' }];
    });
}
