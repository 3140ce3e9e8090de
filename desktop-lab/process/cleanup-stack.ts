/** Cleans up resources in the reverse order of their start, as `AsyncDisposableStack` does, which Node 20 lacks. */
export class CleanupStack {
  readonly #cleanUps: (() => void | Promise<void>)[] = [];

  /** Registers how to clean up the resource, and returns the resource. */
  adopt<Resource>(resource: Resource, cleanUp: (resource: Resource) => void | Promise<void>): Resource {
    this.#cleanUps.push(() => cleanUp(resource));
    return resource;
  }

  async run(): Promise<void> {
    for (const cleanUp of this.#cleanUps.splice(0).reverse()) await cleanUp();
  }

  /** Runs `start`; if it fails, cleans up the resources it has registered so far. */
  async cleanUpOnError<Value>(start: () => Promise<Value>): Promise<Value> {
    try {
      return await start();
    } catch (error) {
      await this.run();
      throw error;
    }
  }
}
