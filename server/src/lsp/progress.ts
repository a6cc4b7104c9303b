// Work-done progress of a request, as LSP has it.
import type { Connection } from 'vscode-languageserver';
import { plainMessage } from '../protocol.ts';

export function progressOf(connection: Connection, token: string | number, title: string) {
  const send = (value: unknown) => void connection.sendNotification('$/progress', { token, value });
  return {
    begin: () => send({ kind: 'begin', title, percentage: 0, cancellable: true }),
    report: (done: number, of: number, message: string) => send({ kind: 'report', message: plainMessage(message), percentage: Math.floor((100 * done) / Math.max(of, 1)) }),
    end: () => send({ kind: 'end' }),
  };
}
