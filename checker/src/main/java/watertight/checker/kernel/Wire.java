package watertight.checker.kernel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A message to the executor while it is written: little endian, texts after their lengths. */
final class Wire {
  private static final int ROOM = 512;

  private ByteBuffer bytes = ByteBuffer.allocate(ROOM).order(ByteOrder.LITTLE_ENDIAN);

  private ByteBuffer room(int more) {
    if (bytes.remaining() < more) {
      int size = 2 * (bytes.position() + more);
      bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN).put(bytes.flip());
    }
    return bytes;
  }

  Wire u8(int value) {
    room(1).put((byte) value);
    return this;
  }

  Wire i32(int value) {
    room(Integer.BYTES).putInt(value);
    return this;
  }

  Wire i64(long value) {
    room(Long.BYTES).putLong(value);
    return this;
  }

  Wire text(String text) {
    return text(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  Wire text(byte[] text) {
    i32(text.length);
    room(text.length).put(text);
    return this;
  }

  /** Another message, without a length before it. */
  Wire all(Wire other) {
    room(other.length()).put(other.bytes.array(), 0, other.length());
    return this;
  }

  int length() {
    return bytes.position();
  }

  byte[] bytes() {
    return Arrays.copyOf(bytes.array(), length());
  }
}
