package watertight.checker.text;

import java.math.BigInteger;

/** Numbers as in C: decimal, {@code 0x…}, or octal with a leading 0. */
public final class Numbers {
  private static final BigInteger BELOW = BigInteger.ONE.shiftLeft(64);
  private static final BigInteger LEAST = BigInteger.ONE.shiftLeft(63).negate();
  private static final int MOST_DIGITS = 24;
  private static final int MODE_DIGITS = 4;

  private Numbers() {}

  /** Whether a number starts here. */
  public static boolean next(Cursor in) {
    in.skipBlanks();
    return (in.peek() >= '0' && in.peek() <= '9') || in.peek() == '-';
  }

  /** A number of 64 bits, signed or not. */
  public static long bits(Cursor in, String meaning) {
    in.skipBlanks();
    int start = in.at();
    if (!next(in)) {
      throw in.expected(meaning);
    }
    boolean negative = in.accept("-");
    String digits = in.run(Cursor::isWord);
    int radix = 10;
    String significant = digits;
    if (digits.startsWith("0x")) {
      radix = 16;
      significant = digits.substring(2);
    } else if (digits.length() > 1 && digits.startsWith("0")) {
      radix = 8;
      significant = digits.substring(1);
    }
    String found = Cursor.shown(in.since(start));
    if (significant.isEmpty() || !allDigits(significant, radix)) {
      throw in.error(start, found, meaning);
    }
    if (significant.length() > MOST_DIGITS) {
      throw in.error(start, found, "a number of at most 64 bits");
    }
    BigInteger value = new BigInteger(negative ? "-" + significant : significant, radix);
    if (value.compareTo(LEAST) < 0 || value.compareTo(BELOW) >= 0) {
      throw in.error(start, found, "a number of at most 64 bits");
    }
    return value.longValue();
  }

  /** A number from {@code least} to {@code most}. */
  public static int within(Cursor in, String meaning, int least, int most) {
    in.skipBlanks();
    int start = in.at();
    long value = bits(in, meaning);
    if (value < least || value > most) {
      throw in.error(
          start, Cursor.shown(in.since(start)), "%s from %d to %d".formatted(meaning, least, most));
    }
    return (int) value;
  }

  /** A number of permission bits, octal whether it starts with 0 or not. */
  static int mode(Cursor in) {
    in.skipBlanks();
    int start = in.at();
    String digits = in.run(Cursor::isWord);
    if (digits.isEmpty()) {
      throw in.expected("a mode such as 0755");
    }
    String significant = digits.replaceFirst("^0+(?=.)", "");
    if (!allDigits(digits, 8) || significant.length() > MODE_DIGITS) {
      throw in.error(start, Cursor.shown(digits), "a mode of at most 07777, in octal digits");
    }
    return Integer.parseInt(significant, 8);
  }

  private static boolean allDigits(String text, int radix) {
    return text.chars().allMatch(c -> c < 0x80 && Character.digit(c, radix) >= 0);
  }

  /** Octal as strace writes modes: {@code 0755}, {@code 000}. */
  static String octal(long value) {
    String digits = Long.toOctalString(value);
    return "0" + "0".repeat(Math.max(0, 2 - digits.length())) + digits;
  }
}
