package watertight.model.enclave.hostcall;

/**
 * What the caller was told of a call.
 *
 * @param call the call
 * @param knew what the enclave remembered when it made it
 * @param rejected whether the shield turned the answer into an error
 * @param answer what the caller sees, where it was not rejected
 * @param honest what a host that does not lie could have said
 * @param use what was touched
 */
public record Told(
    HostCall call, Remembered knew, boolean rejected, Fields answer, Fields honest, Use use) {
  /** The caller gets an error, and nothing is touched. */
  public static Told rejected(HostCall call, Remembered knew, Fields honest) {
    return new Told(call, knew, true, Fields.NONE, honest, Use.NOTHING);
  }

  /** The answer is used as it is. */
  public static Told used(
      Picture picture, HostCall call, Remembered knew, Fields answer, Fields honest) {
    Words words = picture.words();
    Use use = new Consumer(words).use(call, answer, knew);
    return new Told(call, knew, false, seen(words, call, answer), honest, use);
  }

  /** Descriptors are kept in ints. */
  private static Fields seen(Words words, HostCall call, Fields answer) {
    long ret = answer.get(Field.RET);
    return call.name().returnsDescriptor(call) && !words.isError(ret)
        ? answer.with(Field.RET, words.toInt(ret))
        : answer;
  }
}
