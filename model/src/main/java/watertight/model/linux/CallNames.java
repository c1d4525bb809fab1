package watertight.model.linux;

import java.util.Locale;

/** The names of calls, after their records: {@code ExitGroup} is {@code exit_group}. */
final class CallNames {
  private static final ClassValue<String> NAMES =
      new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> call) {
          return call.getSimpleName()
              .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
              .toLowerCase(Locale.ROOT);
        }
      };

  private CallNames() {}

  static String of(Class<? extends Syscall> call) {
    return NAMES.get(call);
  }
}
