import {
  type DataCallback,
  type Disposable,
  ErrorCodes,
  type Event,
  Message,
  type MessageReader,
  type MessageWriter,
  type PartialMessageInfo,
  type ResponseMessage,
} from 'vscode-languageserver/node';
import { misfitOf } from './message-shapes.js';

/**
 * Reads messages, and lets only those through whose parameters have the shape that the protocol gives them: whoever
 * sends others gets an error that says what is wrong, and features need not look at it.
 *
 * A connection over it never learns of the end of the input: then it would answer nothing more, and throw where it logs.
 * Whoever started it ends it.
 */
export class CheckedReader implements MessageReader {
  readonly #reader: MessageReader;
  readonly #writer: MessageWriter;
  readonly onClose: Event<void> = () => ({ dispose() {} });

  constructor(reader: MessageReader, writer: MessageWriter) {
    this.#reader = reader;
    this.#writer = writer;
  }

  get onError(): Event<Error> {
    return this.#reader.onError;
  }

  get onPartialMessage(): Event<PartialMessageInfo> {
    return this.#reader.onPartialMessage;
  }

  listen(callback: DataCallback): Disposable {
    return this.#reader.listen((message) => {
      if (Message.isRequest(message) || Message.isNotification(message)) {
        const misfit = misfitOf(message.method, message.params);
        if (misfit === undefined) callback(message);
        else if (Message.isRequest(message)) this.#refuse(message.id, ErrorCodes.InvalidParams, misfit);
      } else if (Message.isResponse(message)) callback(message);
      else this.#refuse(null, ErrorCodes.InvalidRequest, 'A message must be a request, a notification or a response.');
    });
  }

  #refuse(id: number | string | null, code: number, message: string): void {
    const answer: ResponseMessage = { jsonrpc: '2.0', id, error: { code, message } };
    // Nobody is left to be told where the answer cannot be written.
    this.#writer.write(answer).catch(() => {});
  }

  dispose(): void {
    this.#reader.dispose();
  }
}
