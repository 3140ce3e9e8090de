/** Writes all of the text. Resolves to true once the reader's end has it, to false if the reader has closed its end. Rejects when a disk is full. */
export function writeTo(stream: NodeJS.WriteStream, text: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) => (error.code === "EPIPE" ? resolve(false) : reject(error));
    // Without a listener a closed pipe would be an uncaught error.
    stream.on("error", fail);
    stream.write(text, (error) => (error ? fail(error) : resolve(true)));
  });
}
