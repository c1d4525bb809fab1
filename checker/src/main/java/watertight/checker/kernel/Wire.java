package watertight.checker.kernel;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A message to the executor while it is written: little endian, texts after their lengths. */
final class Wire {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  Wire u8(int value) {
    bytes.write(value);
    return this;
  }

  Wire i32(int value) {
    bytes.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array());
    return this;
  }

  Wire i64(long value) {
    bytes.writeBytes(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array());
    return this;
  }

  Wire text(String text) {
    return text(text.getBytes(StandardCharsets.UTF_8));
  }

  Wire text(byte[] text) {
    i32(text.length);
    bytes.writeBytes(text);
    return this;
  }

  /** Another message, without a length before it. */
  Wire all(Wire other) {
    bytes.writeBytes(other.bytes.toByteArray());
    return this;
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }
}
