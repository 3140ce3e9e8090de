/** Writes all of the text. Resolves to true once the reader's end has it, to false if the reader has closed its end. */
export function writeTo(stream: NodeJS.WriteStream, text: string): Promise<boolean> {
  return new Promise((resolve) => {
    // Without a listener a closed pipe would be an uncaught error.
    stream.on("error", () => resolve(false));
    stream.write(text, (error) => resolve(error == null));
  });
}
