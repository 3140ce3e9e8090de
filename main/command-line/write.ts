/**
 * Writes all of the text. Resolves to true once it is written, to false if the reader has closed its end. Rejects on any other error,
 * such as a full disk.
 */
export function writeTo(stream: NodeJS.WriteStream, text: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) => (error.code === "EPIPE" ? resolve(false) : reject(error));
    // Without a listener a closed pipe would be an uncaught error.
    stream.on("error", fail);
    stream.write(text, (error) => (error ? fail(error) : resolve(true)));
  });
}
