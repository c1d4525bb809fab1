package watertight.checker.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Texts that are nearly in the notation. */
public final class Mutations {
  private static final List<String> PARTS =
      List.of(
          "\"",
          "\\",
          "\\777",
          "\\x",
          "(",
          ")",
          "{",
          "}",
          "[",
          "]",
          "<",
          ">",
          "=",
          "|",
          ",",
          "@",
          "#",
          "-1",
          "0x",
          "99999999999999999999",
          "-",
          "1<<",
          "~(",
          "/*",
          "...",
          "<unfinished ...>",
          " or ",
          "\t",
          "\r\n",
          "\0",
          "\u00e9",
          "\ud83d\ude00",
          "NULL",
          "AT_FDCWD",
          "[A] ",
          "\n\n",
          "\nworld\n",
          "\nrun\n",
          " runs",
          "\nmay ",
          "task B",
          "/",
          "..",
          "task Z parent=Y");

  private final Random random;

  public Mutations(Random random) {
    this.random = random;
  }

  /** A text with one to three small changes. */
  public byte[] mutated(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int i = random.nextInt(3); i >= 0; i--) {
      bytes =
          switch (random.nextInt(7)) {
            case 0 -> flipped(bytes);
            case 1 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            case 2 -> inserted(bytes);
            case 3 -> without(bytes);
            default -> lines(bytes);
          };
    }
    return bytes;
  }

  private byte[] flipped(byte[] bytes) {
    byte[] copy = bytes.clone();
    if (copy.length > 0) {
      copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return copy;
  }

  private byte[] inserted(byte[] bytes) {
    int at = random.nextInt(bytes.length + 1);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, at);
    String part = PARTS.get(random.nextInt(PARTS.size()));
    out.writeBytes(part.repeat(1 + random.nextInt(2)).getBytes(StandardCharsets.UTF_8));
    out.write(bytes, at, bytes.length - at);
    return out.toByteArray();
  }

  private byte[] without(byte[] bytes) {
    int from = random.nextInt(bytes.length + 1);
    int to = Math.min(bytes.length, from + random.nextInt(8));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, from);
    out.write(bytes, to, bytes.length - to);
    return out.toByteArray();
  }

  /** A line twice, out, cut, or in another's place. */
  private byte[] lines(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    int one = random.nextInt(lines.size());
    int other = random.nextInt(lines.size());
    switch (random.nextInt(4)) {
      case 0 -> lines.add(other, lines.get(one));
      case 1 -> lines.remove(one);
      case 2 ->
          lines.set(one, lines.get(one).substring(0, random.nextInt(lines.get(one).length() + 1)));
      default -> Collections.swap(lines, one, other);
    }
    return String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
  }
}
