package watertight.model.enclave.hostcall;

import java.util.stream.Collectors;

/**
 * How values are shown: addresses without a sign in hexadecimal, errors by name.
 *
 * @param words how large words are
 */
public record Shown(Words words) {
  /** An address. */
  public String address(long value) {
    return "0x" + Long.toHexString(words.unsigned(value));
  }

  /** A value of a field, of a call where it is an answer. */
  public String value(CallName call, Field field, long value) {
    if (field == Field.RET) {
      return result(call, value);
    }
    return Symbols.of(call, field, value)
        .orElseGet(() -> field.isAddress() ? address(value) : Long.toString(value));
  }

  private String result(CallName call, long value) {
    if (call != CallName.BRK && words.isError(value)) {
      return HostErrno.of(-value).map(errno -> "-" + errno).orElse(Long.toString(value));
    }
    return call.returnsAddress() ? address(value) : Long.toString(value);
  }

  /** A call: {@code mmap size=16}. */
  public String call(HostCall call) {
    String arguments =
        call.arguments().values().entrySet().stream()
            .map(one -> " " + field(call.name(), one.getKey(), one.getValue()))
            .collect(Collectors.joining());
    return call.name().text() + arguments;
  }

  /** A field and its value: {@code ret=9}. */
  public String field(CallName call, Field field, long value) {
    return field.text() + "=" + value(call, field, value);
  }

  /** Some bytes: the first address and the one behind the last. */
  public String span(Span span) {
    return address(span.first()) + ".." + address(words.plus(span.last(), 1));
  }
}
