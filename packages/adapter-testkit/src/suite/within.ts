/** The outcome of the action, or an error when it takes longer. */
export async function within<Result>(milliseconds: number, action: () => Promise<Result>): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No end after ${milliseconds} ms.`)), milliseconds);
  });
  try {
    return await Promise.race([action(), tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
